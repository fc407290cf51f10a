"""The report on a handout: verdicts that can be trusted, places to mend, and what is left to a person."""

from pathlib import Path

import pytest

from handouts.checks.plain.readability import Readability
from handouts.checks.plain.reading_formulas import levels
from handouts.checks.scores.checklists import Item, score
from handouts.checks.scores.report import Report, report
from handouts.checks.text.manuscript import Manuscript
from handouts.content import load
from handouts.reports.report_lines import WIDTH, lines
from tests.check_samples import EDITIONS, ROOT, in_paragraph, load_with, sound, written
from tests.sample_content import edit, generate, write_content

PEMAT = [number for number in range(1, 27) if number not in {13, 14}]  # those two are about sound and film
IN_EVERY_HANDOUT = "[{block: paragraph, text: {fr: Lavez., en: Wash.}}]"


def real() -> Manuscript:
    loaded = load(ROOT / "content.yaml", EDITIONS)
    return Manuscript(loaded.content, loaded.sources.files)


def on(part: str, folder: Path, language: str = "en") -> Report:
    loaded = load_with(part, folder)
    return report(Manuscript(loaded.content, loaded.sources.files), "care", language)


def verdicts(items: tuple[Item, ...]) -> dict[int, str]:
    return {item.number: item.verdict for item in items}


def test_the_sample_handouts_are_plain_by_every_formula() -> None:
    manuscript = real()
    for ident in manuscript.content.handouts:
        for language in ("fr", "en"):
            told = report(manuscript, ident, language)
            assert {level.band for level in levels(told.readability, language)} == {"easy"}


def test_the_report_has_every_item_once_and_leaves_some_to_a_person() -> None:
    told = report(real(), "pimples", "fr")
    assert [item.number for item in told.pemat] == PEMAT
    assert [item.number for item in told.understood][-1] == 19
    assert [item.number for item in told.cdc] == list(range(1, 21))
    assert {item.number for item in told.pemat if item.verdict == "for a person"} >= {1, 10, 15, 16, 18, 26}
    assert {item.number for item in told.cdc if item.verdict == "for a person"} >= {4, 11, 16, 18, 19}


def test_the_sample_handouts_meet_all_that_a_program_can_tell() -> None:
    manuscript = real()
    unmet = [
        (ident, language, item.number)
        for ident in manuscript.content.handouts
        for language in ("fr", "en")
        for item in report(manuscript, ident, language).unmet
    ]
    assert unmet == []


def test_an_item_says_what_was_looked_at_or_why_it_holds_or_what_a_person_looks_at() -> None:
    told = report(real(), "pimples", "en")
    for item in (*told.pemat, *told.cdc):
        if item.verdict in {"agree", "disagree"}:
            assert item.codes or item.why or item.look or item.number in {5, 6, 8, 10, 11, 12, 19, 20}, item
        else:
            assert item.why or item.look, item
            assert not item.to_confirm


ITEMS_THAT_FAIL = [
    ("PEMAT", 2, in_paragraph("Profitez de notre rabais.", "Book now!")),
    ("PEMAT", 3, in_paragraph("De l'érythème.", "Erythema can appear.")),
    ("PEMAT", 4, in_paragraph("De l'érythème.", "Erythema can appear.")),
    ("PEMAT", 5, in_paragraph("x", " ".join(["The skin must be washed."] * 12))),
    ("PEMAT", 6, in_paragraph("x", "5 % of people, and 1 in 20 people.")),
    ("PEMAT", 6, in_paragraph("x", "Open at 9:30 PM.")),
    ("PEMAT", 7, in_paragraph("x", "Divide the dose by 2.")),
    ("PEMAT", 8, in_paragraph("x", "Wash. Rinse. Dry. Wait.")),
    ("PEMAT", 9, "heading: {fr: Introduction, en: Introduction}"),
    ("PEMAT", 12, in_paragraph("x", f"**{'Wash it well. ' * 20}**")),
    ("PEMAT", 19, "[{block: table, lead: {fr: Voici, en: See}, columns: [{fr: a, en: one two three four five six}, {fr: b, en: b}], rows: [[{fr: a, en: a}, {fr: b, en: b}]]}]"),
    ("PEMAT", 21, in_paragraph("x", "The patient must wait.")),
    ("PEMAT", 25, "[{block: table, columns: [{fr: a, en: a}, {fr: b, en: b}], rows: [[{fr: a, en: a}, {fr: b, en: b}]]}]"),
    ("CDC", 6, "[{block: bullets, items: [{fr: x, en: x}]}, {block: do, items: [{text: {fr: x, en: The skin must be washed}, reason: {fr: x, en: x}}]}]"),
    ("CDC", 7, in_paragraph("x", "Ask about the PRN.")),
    ("CDC", 9, "sections: [{id: care, blocks: [{block: paragraph, text: {fr: x, en: x}}]}]"),
    ("CDC", 13, "[{block: do, items: [{text: {fr: x, en: Wash}}]}]"),
    ("CDC", 15, in_paragraph("x", "Open at 9:30 PM.")),
    ("CDC", 17, in_paragraph("x", "Divide 10 by 2.")),
]  # fmt: skip


@pytest.mark.parametrize(("checklist", "number", "part"), ITEMS_THAT_FAIL)
def test_an_item_that_is_not_met_says_so_and_what_to_do(checklist: str, number: int, part: str, tmp_path: Path) -> None:
    told = on(part, tmp_path)
    (item,) = [each for each in (told.pemat if checklist == "PEMAT" else told.cdc) if each.number == number]
    assert item.verdict == "disagree"
    assert all(shortfall.message and shortfall.hint for shortfall in item.shortfalls)
    assert not item.to_confirm


def without(kinds: set[str], folder: Path) -> Report:
    """Report on the sound content, without the blocks of some kinds."""
    said = sound()
    for section in said["handouts"]["care"]["sections"]:
        section["blocks"] = [block for block in section["blocks"] if block["block"] not in kinds]
    path = folder / "content.yaml"
    path.write_text(written(said), encoding="utf-8")
    loaded = load(path, EDITIONS)
    return report(Manuscript(loaded.content, loaded.sources.files), "care", "fr")


def test_a_handout_that_asks_for_nothing_has_no_call_to_act(tmp_path: Path) -> None:
    told = without({"avoid"}, tmp_path)
    pemat, cdc = verdicts(told.pemat), verdicts(told.cdc)
    assert {number for number in (20, 22) if pemat[number] == "disagree"} == {20, 22}
    assert {number for number in (5, 8, 12, 14) if cdc[number] == "disagree"} == {5, 8, 12, 14}


def test_a_handout_without_key_points_has_no_summary(tmp_path: Path) -> None:
    told = without({"key_points"}, tmp_path)
    assert (verdicts(told.pemat)[11], verdicts(told.cdc)[10]) == ("disagree", "disagree")


def tool(part: str, folder: Path, *, contact_has_lines: bool) -> str:
    loaded = load_with(part, folder)
    path = folder / "content.yaml"
    if not contact_has_lines:
        edit(path, '- "block": "contact"\n', '- "block": "contact"\n        "write_in": []\n')
        loaded = load(path, EDITIONS)
    return verdicts(report(Manuscript(loaded.content, loaded.sources.files), "care", "en").pemat)[23]


def test_a_main_message_of_four_sentences_is_more_than_one(tmp_path: Path) -> None:
    load_with(IN_EVERY_HANDOUT, tmp_path)
    edit(tmp_path / "content.yaml", "Small pimples can appear. Leave them alone.", "Wash. Rinse. Dry. Wait.")
    loaded = load(tmp_path / "content.yaml", EDITIONS)
    told = report(Manuscript(loaded.content, loaded.sources.files), "care", "en")
    (one,) = [item for item in told.unmet if item.requirement == "Has one main message"]
    assert one.shortfalls[0].message.startswith("the main message has 4 sentences")


def test_a_handout_with_nothing_to_tick_or_fill_has_no_tool(tmp_path: Path) -> None:
    checklist = "[{block: checklist, days: [{first: 1, items: [{fr: Lavez, en: Wash}]}]}]"
    assert tool(IN_EVERY_HANDOUT, tmp_path, contact_has_lines=False) == "disagree"
    assert tool(IN_EVERY_HANDOUT, tmp_path, contact_has_lines=True) == "for a person"
    assert tool(checklist, tmp_path, contact_has_lines=False) == "agree"


def test_what_a_handout_does_not_have_does_not_count(tmp_path: Path) -> None:
    told = on(IN_EVERY_HANDOUT, tmp_path)
    assert {number for number, verdict in verdicts(told.pemat).items() if verdict == "not applicable"} == {
        17,
        19,
        24,
        25,
    }
    assert verdicts(told.cdc)[20] == "not applicable"
    assert verdicts(on(in_paragraph("x", "It helps 5 % of people."), tmp_path).cdc)[20] == "for a person"


def test_an_instruction_without_a_reason_is_left_to_a_person_when_others_have_one(tmp_path: Path) -> None:
    item = "{text: {fr: Chapeau, en: Wear a hat}, duration: makeup_wait}"
    told = on(f"[{{block: do, items: [{item}]}}]", tmp_path)
    (why,) = [item for item in told.cdc if item.number == 13]
    assert why.verdict == "for a person"
    assert verdicts(on(IN_EVERY_HANDOUT, tmp_path).cdc)[13] == "agree"


def test_a_fault_lowers_the_score_in_its_language_only(tmp_path: Path) -> None:
    part = in_paragraph("Le soin du soir.", "Erythema of the patient")
    french, english = on(part, tmp_path, "fr"), on(part, tmp_path, "en")
    assert {3, 4, 21} <= {item.number for item in english.pemat if item.verdict == "disagree"}
    assert english.understood_score < french.understood_score == 100
    assert english.acted_on_score < french.acted_on_score


def test_a_score_counts_only_items_that_apply() -> None:
    items = [Item(1, "x", "agree"), Item(2, "x", "disagree"), Item(3, "x", "not applicable"), Item(4, "x", "for a person")]  # fmt: skip
    assert score(items) == 50
    assert score([]) == 0


@pytest.mark.parametrize(
    ("syllables", "bands"),
    [(20, {"easy"}), (300, {"too hard", "easy"})],
)
def test_a_formula_says_what_its_number_comes_to(syllables: int, bands: set[str]) -> None:
    measured = Readability(sentences=20, words=120, syllables=syllables * 6, long_words=0, polysyllables=0)
    assert {level.band for level in levels(measured, "fr")} == bands


def test_a_formula_says_nothing_of_a_text_of_a_few_sentences() -> None:
    measured = Readability(sentences=3, words=120, syllables=400, long_words=90, polysyllables=80)
    assert {level.band for level in levels(measured, "en")} == {"too short to tell"}


def test_the_hardest_sentences_come_with_their_line_the_longest_words_first(tmp_path: Path) -> None:
    hard = "Une exposition prolongée constitue habituellement une agression supplémentaire importante."
    told = on(in_paragraph(f"Lavez. {hard}", "x"), tmp_path, "fr")
    assert told.hardest[0].text == hard
    assert told.hardest[0].words == 9
    at = told.hardest[0].at
    assert at
    assert hard.split(maxsplit=1)[0] in (tmp_path / "content.yaml").read_text().splitlines()[at.line - 1]


def test_the_report_fits_eighty_columns_and_says_where_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = on(in_paragraph("x", "Erythema of the patient"), Path())
    shown = list(lines(told, {}))
    assert max(map(len, shown)) <= WIDTH
    text = "\n".join(shown)
    assert "  PEMAT  3  Uses common, everyday language\n    content.yaml:" in text
    assert "-> write “Redness”" in text
    assert "  [ ] CDC   11  Says what is known and what is not" in text
    assert text.index("NOT MET") < text.index("MET\n  PEMAT") < text.index("TO SIGN OFF")


def test_a_reader_of_french_gets_all_of_it_in_french_within_the_page() -> None:
    ran = generate(ROOT / "content.yaml", "report", "--handout", "pimples", "--messages", "fr")
    assert max(map(len, ran.out.splitlines())) <= WIDTH
    told = ran.out.replace("\u00a0", " ")
    assert "NIVEAU DE LECTURE : 88 phrases" in told
    assert "  Voix passive      0 %    bien " in told
    assert "  [ ] CDC   11  dit ce que l’on sait et ce que l’on ne sait pas" in told
    assert ran.out.endswith("Rien n’est passé sous silence dans le contenu.\n")


def test_the_same_fault_is_shown_under_one_item_and_named_under_the_others(tmp_path: Path) -> None:
    text = "\n".join(lines(on(in_paragraph("x", "Erythema can appear."), tmp_path), {}))
    assert text.count("“Erythema”") == 1
    assert text.count("    as under PEMAT 3\n") == 2  # PEMAT 4 and CDC 7


def test_a_sentence_that_is_too_long_says_by_how_much(tmp_path: Path) -> None:
    text = "\n".join(lines(on(in_paragraph("x", "wash " * 24), tmp_path), {}))
    assert ": 24 words; 20 are enough\n    wash wash" in text
    assert ": 7 words\n" in text or ": 6 words\n" in text


def test_a_fault_that_the_content_allows_is_told_with_its_reason(tmp_path: Path) -> None:
    told = on(in_paragraph("x", "Erythema of the patient"), tmp_path)
    (shortfall,) = next(item for item in told.pemat if item.number == 4).shortfalls
    text = "\n".join(lines(told, {(shortfall.code, shortfall.at): "the word is explained beside it"}))
    assert "-> allowed there: the word is explained beside it" in text


def test_the_command_tells_of_the_handouts_and_languages_that_were_asked_for() -> None:
    ran = generate(ROOT / "content.yaml", "report", "--handout", "pimples", "--lang", "fr")
    assert ran.code == 0
    assert ran.out.startswith("pimples, français – Des boutons après la microperforation\n")
    assert "English" not in ran.out
    assert "first-week" not in ran.out
    assert ran.out.endswith("Nothing is silenced in the content.\n")


def test_a_program_gets_the_same_as_json() -> None:
    said = generate(ROOT / "content.yaml", "report", "--json").json
    assert [(each["handout"], each["language"]) for each in said["reports"]] == [
        (ident, language) for ident in ("pimples", "first-week", "getting-ready") for language in ("fr", "en")
    ]
    first = said["reports"][0]
    assert {level["name"] for level in first["formulas"]} == {"Kandel-Moles", "LIX"}
    assert [item["number"] for item in first["cdc"]["items"]] == list(range(1, 21))
    assert first["hardest_sentences"][0]["line"] > 1
    assert said["silenced"] == []
    assert said["exit_code"] == 0


LONG = "Lavez la peau chaque soir, puis séchez-la, puis attendez une heure, puis mettez la crème, puis dormez, puis recommencez le matin."


def test_what_is_silenced_is_listed_with_its_reason_for_the_handouts_that_have_it(tmp_path: Path) -> None:
    file = write_content(tmp_path, handouts=("boutons", "rougeurs"))
    edit(
        file,
        """            text:
              fr: "Attendez {makeup_wait}.\"""",
        f"""            # allow W401: the sentence is a rhyme that children know
            text:
              fr: "{LONG} {{makeup_wait}}\"""",
        count=1,
    )
    ran = generate(file, "report", "--lang", "fr", "--handout", "boutons")
    assert "SILENCED IN THE CONTENT\n" in ran.out
    assert "W401, a sentence of 26 words" in " ".join(ran.out.split())
    assert "    reason: the sentence is a rhyme that children know\n" in ran.out
    other = generate(file, "report", "--handout", "rougeurs", "--json").json
    assert other["silenced"] == []


def test_an_item_that_is_not_met_changes_the_exit_code_only_when_strict(tmp_path: Path) -> None:
    file = write_content(tmp_path)
    assert generate(file, "report").code == 0
    assert generate(file, "report", "--strict").code == 1
    assert generate(ROOT / "content.yaml", "report", "--strict").code == 0


def test_a_clinic_stands_for_the_handouts_that_it_gives_out(tmp_path: Path) -> None:
    file = write_content(tmp_path)
    edit(file, "services:\n", 'services:\n  peel: {fr: "Peeling", en: "Peel"}\n', count=1)
    edit(file, "services: [needling]", "services: [peel]", count=1)
    assert len(generate(file, "report", "--clinic", "sud", "--json").json["reports"]) == 2
    none = generate(file, "report", "--clinic", "nord")
    assert none.code == 2
    assert "error[E903]: what was asked for leaves no handout" in none.err


def test_a_handout_of_which_nothing_is_written_yet_gets_no_scores(tmp_path: Path) -> None:
    file = write_content(tmp_path)
    generate(file, "new", "handout", "knee")
    said = generate(file, "report", "--handout", "knee", "--lang", "fr", "--messages", "fr").out
    assert "Rien n’en est encore écrit" in said
    assert "PEMAT" not in said


def test_a_name_that_nothing_has_is_a_wrong_usage_with_a_guess(tmp_path: Path) -> None:
    ran = generate(write_content(tmp_path), "report", "--handout", "bouton")
    assert ran.code == 2
    assert "boutons" in ran.err


def test_a_handout_that_cannot_be_read_is_told_and_the_others_are_reported(tmp_path: Path) -> None:
    file = write_content(tmp_path, handouts=("boutons", "rougeurs"))
    edit(file, 'title: {fr: "Après le soin rougeurs", en: "After treatment redness"}', "title: {fr: x}")
    ran = generate(file, "report")
    assert ran.code == 1
    assert "E104" in ran.err
    assert "boutons, français" in ran.out
    assert "left out, with all its sheets: handout rougeurs" in ran.out
