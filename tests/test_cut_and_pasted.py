"""Lines left behind, pasted into the middle of others, merged or renamed: each mistake is told once, with the fix.

They go on where `tests/test_slips_and_pastes.py` ends, and are judged as there.
"""

import re
from pathlib import Path

import pytest

from handouts.console import Console, Told
from handouts.content import UnfitContentError, load
from handouts.errors import Problem, Span
from tests import test_forty_mistakes as forty
from tests.check_samples import EDITIONS
from tests.sample_content import short_sample
from tests.test_forty_mistakes import ALL, CLINIC, EN, FR, Mistake

POINT = forty.POINT
INDENT = "\n                "
LANGUAGES = f'{INDENT}  fr: "Chapeau au soleil"{INDENT}  en: "Hat in the sun"'
PASTED = f"{INDENT[:-2]}- icon: sun{INDENT}text:{LANGUAGES}"
WASHING = '              - id: washing\n                text:\n                  fr: "Rincez'
CAP = f'              - id: cap{INDENT}text:{LANGUAGES}{INDENT}duration:{INDENT}  fr: "chaque jour"{INDENT}  en: "every day"\n'
RINSE = '                  en: "Rinse with lukewarm water, then'
MESSAGE = "                De petits boutons peuvent sortir dans les jours"
SETTLED = "souvent, ils partent en {pimples_settle} environ."
EDITIONS_OF_LEVIS = "editions: [two_sided, single]"
FACT = '  spf:\n    fr: "FPS 30"'
MOVED = short_sample()[short_sample().index('                  en: "Rinse with lukewarm water, then') :].partition(
    "\n              - id: products"
)[0]
PIMPLES = short_sample()[short_sample().index("\n  pimples:") : short_sample().index("\n\n  # 2.")]
LEVIS = short_sample()[
    short_sample().index('    brand: boreale\n    name:\n      fr: "Clinique Boréale Lévis') : short_sample().index(
        "\n  rivage-limoilou:"
    )
]
LAST = short_sample()[short_sample().rindex('"Toute question') :]
REASON = '                reason:\n                  fr: "elles portent'

TYPED = {
    # left behind when a group was written anew on one line
    "a language that is left under braces": Mistake(POINT, f"                text: {{{FR}, {EN}}}\n                  {EN}", "E154", EN, "delete this line", line=2),
    "both languages that are left under braces": Mistake(FACT, '  spf: {fr: "FPS 30", en: "SPF 30"}\n    fr: "FPS 30"', "E154", 'fr: "FPS', "delete these 2 lines", "facts spf handouts pimples", line=2),
    "an item that is left under a list in brackets": Mistake(EDITIONS_OF_LEVIS, f"{EDITIONS_OF_LEVIS}\n      - large_print", "E164", "- large_print", "before the “]”", CLINIC, line=2),
    # an item that is pasted into another
    "an item after the icon of another": Mistake(f"- icon: drop\n{POINT}", f"- icon: drop{PASTED}\n{POINT}", "E164", "- icon: sun", "move lines", line=2),
    "an item between the languages of another": Mistake(f"{FR}\n", f"{FR}{PASTED}\n", "E164", "- icon: sun", "where that item ends", line=2),
    "an item after the id of another": Mistake(WASHING, WASHING.replace("\n", f"\n{CAP}", 1), "E164", "- id: cap", "move lines", line=2),
    "an item in a text of another": Mistake(RINSE, f"{CAP}{RINSE}", "E164", "- id: cap", "move lines"),
    # dashes
    "a dash before a name of an item": Mistake(REASON, REASON.replace("reason", "- reason", 1), "E168", "-", "take the dash away:   reason:"),
    "an item that lost its dash and its blanks": Mistake("- id: washing", "id: washing", "E168", "id: washing", "write   - id: washing"),
    "the line above an answer": Mistake("            answer:\n              fr: >-\n                Non. Des", "              fr: >-\n                Non. Des", "E154", "fr", "write `answer:` on a line of its own above"),
    "the language that stands first under the name of the other": Mistake("          alt:\n            fr: >-\n              Note de la", "          alt:\n            en: >-\n              Note de la", "E154", "en", "write `fr:` on line 301", "clinics rivage-montreal", line=None),
    "a name of which only a letter is typed": Mistake('                en: "Fainting"\n', '                en: "Fainting"\n              - fr: "Convulsions"\n                e\n', "E166", "e", "as in   en: …", line=3),
    "an item of which only the beginning is typed": Mistake('                en: "Fainting"\n', '                en: "Fainting"\n              -fr\n', "E166", "-fr", "as in   - fr: …", line=2),
    "a list within a text": Mistake(f'{REASON} des microbes"', "                reason:\n                  fr: elles portent\n                  - des microbes\n                  - autre chose", "E168", "-", "on one line, in double quotes", line=3),
    "two dashes before an item": Mistake(forty.DROP, forty.DROP.replace("-", "--"), "E168", "--", "write   - icon: drop"),
    "the line above an address": Mistake('    address:\n      number: "40"', '      number: "40"', "E102", "number", "4 spaces in:   address:", "clinics rivage-limoilou"),
    "the line above a cover": Mistake("    cover:\n      kind: none", "      kind: none", "E102", "kind: none", "4 spaces in:   cover:", "clinics boreale-levis"),
    "the dash of a cell": Mistake('- fr: "Feu sauvage', '  fr: "Feu sauvage', "E154", "fr", "put a dash before it"),
    "a dash of a row": Mistake('- - fr: "Chaleur', '  - fr: "Chaleur', "E111", "fr", "two dashes"),
    # colons and names that share a line
    "the colon of an id": Mistake("\n  boreale-levis:", "\n  boreale-levis", "E166", "", "write   boreale-levis:", CLINIC, line=2),
    "two lines that became one": Mistake(f"icon: drop\n{INDENT[1:]}text:", "icon: drop text:", "E167", "text:", "begin a new line before it"),
    "two languages without quotes on a line": Mistake(f"{FR}\n                  {EN}", "fr: Peau propre en: Clean skin", "E167", "en: Clean", "18 spaces in"),
    # brackets
    "no closing bracket": Mistake(EDITIONS_OF_LEVIS, EDITIONS_OF_LEVIS[:-1], "E160", "", "write “]” there", CLINIC),
    "no closing brace": Mistake(f"{forty.FRIDAY}", forty.FRIDAY[:-1], "E160", "", "write “}” there", CLINIC),
    # long texts
    "a long text whose first line stands further in": Mistake(MESSAGE, f"    {MESSAGE}", "E164", "De petits", "take 4 spaces away"),
    "a long text in quotes": Mistake(f"{MESSAGE} suivant une microperforation (microneedling). Le plus\n                {SETTLED}", f'{MESSAGE.replace("De", chr(34) + "De")}\n                {SETTLED}"', "E163", '"', "take them away"),
    "a comment inside a long text": Mistake(f"                {SETTLED}", f"                # ask Marie\n                {SETTLED}", "E158", "# ask Marie", "above the name"),
    # comments and other signs
    "a comment between parts without its sign": Mistake("  # 2. AFTER", "  2. AFTER", "E101", "2. AFTER", "begin it with #", ""),
    "a comment of two slashes between parts": Mistake("  # 2. AFTER", "  // 2. AFTER", "E101", "// 2. AFTER", "begin it with #", ""),
    "a comment at the top without its sign": Mistake("#   - **two stars**", "   - **two stars**", "E166", "- **two", "begin it with #", ALL),
    "a line of a comparison": Mistake(f"                  {FR}", f"+                 {FR}", "E166", "+", "delete it"),
    "a mark that nobody sees in the name of a figure": Mistake("duration: actives_wait", "duration: actives\u200b_wait", "E153", "actives", "type it again"),
    "a file that is cut off in a text": Mistake(LAST, LAST[:12], "E163", '"', "bring them back from the last good copy", "handouts getting-ready"),
    "a long text of lines that go on": Mistake(f"fr: >-\n{MESSAGE}", f"fr: |\n{MESSAGE}", "E160", "|", "write >-"),
    "a backslash before the last quote": Mistake(EN, EN[:-1] + '\\"', "E165", "\\", "take the backslash away"),
    "a quote that is closed in the next language": Mistake(f"{FR}\n                  {EN}", f'{FR[:-1]}\n                  {EN.replace(": " + chr(34), ": ")}', "E163", '"', 'put " at the end of line'),
    "a text in quotes in the column of its name": Mistake(FR, FR.replace(" ", "\n                  ", 1), "E164", '"Gardez', "2 spaces more", line=2),
    # lines that were moved
    "half an item that was moved": Mistake(MOVED, "\n".join(line[2:] for line in MOVED.split("\n")), "E164", "en", "and the 3 lines under it"),
    "a line that changed places with its heading": Mistake("  pimples_settle:\n    value: 7\n", "    value: 7\n  pimples_settle:\n", "E164", "value: 7", "move it under line", "durations pimples_settle handouts pimples"),
    "a handout that was moved whole": Mistake(PIMPLES, PIMPLES.replace("\n  ", "\n    "), "E164", "pimples:", "take 2 spaces away", line=2),
    "dashes before the names of a clinic": Mistake(LEVIS, re.sub("^    (?=[a-z])", "    - ", LEVIS, flags=re.MULTILINE), "E168", "brand", "take the dash before each", CLINIC),
    "a dash in the column of the item": Mistake(REASON, REASON.replace("                reason", "              - reason", 1), "E168", "reason", "take the dash away"),
    # words and warnings
    "languages of a word that changed places": Mistake('fr: "toujours"\n                  en: "always"', 'fr: "always"\n                  en: "toujours"', "E204", '"always', "under `en:`", ""),
    "languages of a heading that changed places": Mistake('fr: "À faire"\n          en: "Do"', 'fr: "Do"\n          en: "À faire"', "E204", '"Do', "under `en:`", ""),
    "services with nothing under them": Mistake('services:\n  microneedling:\n    fr: "Microperforation (microneedling)"\n    en: "Microneedling"\n', "services:\n", "E102", "services", "on the lines under it", ALL),
    "a language with nothing after it": Mistake(EN, "en:", "E104", "en", "write the text after `en:`"),
    "a level twice": Mistake("level: clinic", "level: same_day", "E132", "same_day", "write   level: clinic"),
    "an email address for a website": Mistake("website: https://levis.boreale.example", "website: info@boreale.example", "E111", "info@", "email address", CLINIC),
    "a fact of the clinic by another word": Mistake("au {clinic.phone}", "au {clinic.tel}", "E173", "{clinic.tel}", "{clinic.phone}", ""),
    "the words of a fact for its name": Mistake("{spf} ou plus, à large", "{fps} ou plus, à large", "E173", "{fps}", "write {spf}", ""),
    "two pairs of braces before one": Mistake("{spf} ou plus, à large", "{{spf}} ou plus, à large", "E173", "{{spf}}", "write {spf}", ""),
    "half a pair of braces where a short form has both": Mistake("{spf} ou plus, à large", "{spf ou plus, à large", "E173", "{spf", "write {spf}", ""),
    "a figure that is typed in place of its name": Mistake("After {worse_after}: hotter", "After 3 days: hotter", "E201", "3 days", "write {worse_after} in both languages", ""),
    "another option of 811 in one language": Mistake("Closed? 811, option 1", "Closed? 811, option 2", "E461", "option 2", "write 811, option 1", ""),
    "a text in a language that nobody reads": Mistake(EN, 'en: "Mantenga la piel muy limpia"', "E204", '"Mantenga', "write the English text here", ""),
    # links
    "a link with a space inside": Mistake("[811](tel:811), option", "[811] (tel:811), option", "E171", "[811] (tel:811)", "write [811](tel:811)", ""),
    "a link whose words are not closed": Mistake("[811](tel:811), option", "[811(tel:811), option", "E171", "[811(tel:811)", "write [811](tel:811)", ""),
    "a link whose address is not closed": Mistake("[811](tel:811), option", "[811](tel:811, option", "E171", "](", "after the address: [811](tel:811)", ""),
    "a link with its brackets the wrong way round": Mistake("[811](tel:811), option", "(811)[tel:811], option", "E171", "(811)[tel:811]", "write [811](tel:811)", ""),
    "a link of an email": Mistake("[811](tel:811), option", "<tel:811>, option", "E171", "<tel:811>", "write [811](tel:811)", ""),
    "a link of a web page": Mistake("[811](tel:811), option", "<a href='tel:811'>811</a>, option", "E171", "<a href=", "write [811](tel:811)", ""),
    "a link to an email address": Mistake("[811](tel:811), option", "[811](info@clinique.ca), option", "E172", "info@clinique.ca", "write mailto:info@clinique.ca", ""),
    "slanted words, as Markdown has them": Mistake('le plus souvent"', '_le plus souvent_"', "W173", "_le plus", "two stars", ""),
    "two dashes of a row without a space": Mistake('- - fr: "Petites cloques', '-- fr: "Petites cloques', "E168", "--", "write   - - fr:"),
    "both languages with a tab between them": Mistake('- fr: "Évanouissement"\n                en: "Fainting"', "- Évanouissement\tFainting", "E103", "Évanouissement", '{fr: "Évanouissement", en: "Fainting"}'),
    "days that are closed": Mistake('- {first: friday, opens: "08:30", closes: "12:00"}', "- samedi et dimanche fermé", "E103", "samedi", "leave a day out", "clinics boreale-levis"),
    "https twice": Mistake("https://levis.boreale.example", "https://https://levis.boreale.example", "E111", "https://", "write https://levis.boreale.example", "clinics boreale-levis"),
    "a colour that is not wholly opaque": Mistake('"#E6F1F2"', '"#E6F1F2FF"', "E108", '"#E6', 'write "#E6F1F2"', "brands boreale clinics boreale-levis clinics boreale-quebec"),
    "a dollar before braces": Mistake("Peau chaude, rouge", "Peau à ${fever}, rouge", "W173", "$", "take it out", "", count=3),
    "a number before an item": Mistake('"Une crème épaisse', '"1. Une crème épaisse', "W173", "1.", "those of `steps` a number", ""),
    "a picture in a text": Mistake("Une crème épaisse", "![crème](assets/creme.png) Une crème épaisse", "E172", "assets/creme.png", "- block: figure", ""),
    "an address with a space": Mistake("[811](tel:811), option", "[811](https://boreale.example/ma page), option", "E172", "https://boreale", "boreale.example/ma%20page", ""),
    "a kind of block in capitals": Mistake("- block: timeline", "- Block: Timeline", "E102", "Block", "write   block: timeline"),
    "editions of a block that every edition prints": Mistake("- block: contact\n", "- block: contact\n            editions: [single]\n", "E101", "editions", "delete the line", line=2),
    "editions at the left edge": Mistake("\nhandouts:\n", "\neditions: [single]\nhandouts:\n", "E101", "editions", "", ALL, line=2),
    "a group on the line of its name": Mistake("    cover:\n      kind: none", "    cover: kind: none", "E160", ":", "write   cover: {kind: none}", "clinics boreale-levis"),
    "hours as a name": Mistake('{first: friday, opens: "08:30", closes: "12:00"}', "le vendredi: 8h30 à 12h", "E101", "le vendredi", "- {first: friday", "clinics boreale-levis"),
    "a comment that lost its sign and has a colon": Mistake("    code: BOU\n", "    Required: three capitals\n    code: BOU\n", "E101", "Required", "begin it with #"),
    "what a program of translation left": Mistake("they carry germs", "they carry germs [TRANSLATED]", "W173", "[TRANSLATED]", "take it out", ""),
}  # fmt: skip


@pytest.mark.parametrize("mistake", TYPED.values(), ids=TYPED.keys())
def test_what_was_cut_pasted_or_left_is_told_once_at_its_place_with_the_fix(mistake: Mistake, tmp_path: Path) -> None:
    forty.test_a_mistake_is_told_once_at_its_place_with_the_fix_and_stops_no_other_sheet(mistake, tmp_path)


def test_a_name_typed_twice_in_an_item_is_no_pasted_item(tmp_path: Path) -> None:
    twice = f'{REASON} des microbes"\n                  en: "they carry germs"\n'
    said = forty.told(tmp_path, short_sample().replace(twice, twice + twice, 1).encode())
    (problem,) = said.problems
    assert (problem.code, problem.message.partition(" here")[0]) == ("E154", "`reason` stands")


@pytest.mark.parametrize("end", ["yml", "yaml.txt", "txt"])
def test_a_file_that_no_include_names_is_told_where_its_group_is_missing(end: str, tmp_path: Path) -> None:
    before, heading, rest = short_sample().partition("\nclinics:\n")
    clinics, _, handouts = rest.partition("\nhandouts:\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / f"clinics.{end}").write_text(f"{heading}{clinics}\n", encoding="utf-8")
    (tmp_path / "content" / "handouts.yaml").write_text(f"handouts:\n{handouts}", encoding="utf-8")
    (problem,) = forty.told(tmp_path, f"include: [content/*.yaml]\n{before}\n".encode()).problems
    assert (problem.code, f"clinics.{end}" in problem.message) == ("E141", True)
    assert problem.hint.startswith("call it clinics.yaml")


def test_a_handout_without_its_end_is_told_in_one_message(tmp_path: Path) -> None:
    text = short_sample()
    end = text[text.index("      - id: warnings") : text.index("\n  # 2.")]
    (problem,) = forty.told(tmp_path, text.replace(end, "", 1).encode()).problems
    assert (problem.code, "neither warnings nor a contact panel" in problem.message) == ("E132", True)


def test_lines_of_a_list_may_each_be_a_paragraph(tmp_path: Path) -> None:
    lines = "fr: |\n                Le soleil.\n                La mer.\n"
    point = lines + lines.replace("fr", "              en").replace("Le soleil", "The sun").replace("La mer", "The sea")
    (problem, *more) = forty.told(
        tmp_path, short_sample().replace(f"{FR}\n                  {EN}\n", point, 1).encode()
    ).problems
    assert "E160" not in {problem.code, *(each.code for each in more)}


def test_no_contact_panel_is_told_where_it_would_follow(tmp_path: Path) -> None:
    said = forty.told(
        tmp_path, re.sub(r"          - block: contact\n.*\n.*\n.*\n", "", short_sample(), count=1).encode()
    )
    (problem,) = said.problems
    assert (problem.code, forty.pointed_at(problem, said.sources)) == ("E133", "warning")


def test_a_name_that_was_renamed_is_told_once_with_every_line_that_uses_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = short_sample().replace("services:\n  microneedling:", "services:\n  needling:")
    (tmp_path / "content.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UnfitContentError) as unfit:
        load(tmp_path / "content.yaml", EDITIONS)
    lines = [n for n, line in enumerate(text.split("\n"), 1) if re.search(r"services?: .*microneedling", line)]
    Console().complain([Told(problem) for problem in unfit.value.problems], unfit.value.sources)
    shown = capsys.readouterr().err
    assert shown.count("error[E120]") == 1
    assert f":{lines[0]}:" in shown
    assert f"(also on lines {', '.join(map(str, lines[1:]))})" in shown


def test_the_lines_of_another_file_are_named_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    places = Span("content.yaml", 3, 1, 0, 1), Span("content/peel.yaml", 7, 1, 0, 1)
    Console().complain([Told(Problem("E120", "there is no brand “aurora”", at)) for at in places])
    assert "(also on line content/peel.yaml:7)" in capsys.readouterr().err


def test_problems_that_name_different_things_are_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    at = Span("content.yaml", 3, 1, 0, 1)
    Console().complain([Told(Problem("E120", f"there is no brand “{name}”", at)) for name in ("a", "b")])
    assert "2 errors" in capsys.readouterr().err


def test_files_of_other_sorts_beside_the_first_are_no_content(tmp_path: Path) -> None:
    before = short_sample().partition("\nclinics:\n")[0]
    (tmp_path / "words.txt").write_text("fr: rétinol\n", encoding="utf-8")
    (tmp_path / "figures.yaml").write_text("durations: {}\n", encoding="utf-8")
    found = forty.told(tmp_path, f"include: [figures.yaml]\n{before}\n".encode()).problems
    assert {problem.code for problem in found} == {"E102"}
