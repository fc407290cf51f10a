"""Everything that the program tells people can be told in French: each form has one, and real problems are told in it."""

import json
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from handouts.cli import main
from handouts.content.reading.source import Sources
from handouts.diagnostics import count, diagnose, format_problem
from handouts.errors import Problem, Span
from handouts.explain import Explanation, explain, explanations, list_codes
from handouts.languages import LANGUAGES
from handouts.messages import ENGLISH, Messages, given_language, locale_language
from handouts.messages.catalogue import catalogue, read, typeset
from handouts.messages.forms import WAYS, Blank, blanks, filled, names_in
from handouts.problems.silence import Silenced, silenced_lines
from handouts.reports.sarif import as_sarif
from layouts import LAYOUTS
from tests.check_samples import found
from tests.test_explain import CONTENT, NOT_TYPED, problems, with_the_mistake
from tests.told_forms import NEVER_TOLD, ROOT, all_forms

FRENCH = Messages("fr")
NBSP = "\u00a0"
_NOT_IN_SOURCE = "system.toml"
_NOT_CHECKED = {"E401", "W450", "W451", "W261"}
_ENGLISH = re.compile(
    r"(?<![\w/.`-])(?:the|and|is|are|of|with|or|not|this|that|which|it|its|cannot|has|have|there|for|from|(?<!cm, )in|to|by|be"
    r"|write|put|add(?! FICHIER)|delete|make|take|say|give|one|two)(?![\w/.`-])"
)
_TYPED = re.compile(
    r"`[^`]*`|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\([^()]*\)|'[^']*'|<[^<>]*>|\{[^{}]*\}|add   .*|ajoutez   .*"
)


@cache
def entries() -> tuple[tuple[str, str, str], ...]:
    """Return file, English and French of every entry of the catalogue."""
    folder = ROOT / "handouts" / "messages" / "fr"
    names = [path.name for path in sorted(folder.glob("*.toml"))]
    tables = zip(names, read("fr"), strict=True)
    return tuple(
        (name, each["en"], each["fr"])
        for name, table in tables
        for kind in ("message", "part")
        for each in table.get(kind, ())
    )


def english_in(told: str) -> list[str]:
    """Return the English words of a French text, but for what is quoted or typed."""
    return _ENGLISH.findall(_TYPED.sub(" ", told))


def test_every_form_of_a_message_has_a_french_form() -> None:
    known = {english for _, english, _ in entries()} | NEVER_TOLD
    missing = {form.text: form.place for form in all_forms() if form.is_prose and form.text not in known}
    if missing:
        told = [
            f'# {place}\n[[message]]\nen = {json.dumps(text, ensure_ascii=False)}\nfr = "…"\n'
            for text, place in missing.items()
        ]
        pytest.fail(
            "\n".join(["Not told in French. Add to the file of its area in handouts/messages/fr/:\n", *told]),
            pytrace=False,
        )


def test_no_french_form_is_left_over() -> None:
    forms = {form.text for form in all_forms()}
    stale = [f"{name}: {english}" for name, english, _ in entries() if name != _NOT_IN_SOURCE and english not in forms]
    if stale:
        pytest.fail("\n".join(["No text of handouts/ has these English forms any more:", *stale]), pytrace=False)


def test_every_language_has_a_french_name() -> None:
    assert {language.in_english for language in LANGUAGES.values()} <= {english for _, english, _ in entries()}


def test_nothing_is_excepted_that_the_source_does_not_have() -> None:
    assert NEVER_TOLD - {form.text for form in all_forms()} == set()


def test_no_form_of_a_message_fits_everything() -> None:
    loose = [
        english
        for name, english, _ in entries()
        if names_in(english) and not re.search(r"[A-Za-z]{2}|[“<]", without_names(english))
    ]
    assert loose == []


def without_names(form: str) -> str:
    return re.sub(r"\{[^{}\s][^{}]*\}", "", form)


def test_no_form_is_translated_twice_in_one_way() -> None:
    counted = Counter(
        (kind, each["en"]) for table in read("fr") for kind in ("message", "part") for each in table.get(kind, ())
    )
    assert [form for form, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted({name for name, _, _ in entries()}))
def test_a_french_form_fills_in_what_the_english_one_does_in_a_way_that_there_is(name: str) -> None:
    for file, english, french in entries():
        if file == name:
            names = names_in(english)
            filled = [part for part in blanks(french, names) if isinstance(part, Blank)]
            left_out = set(names) - {part.name for part in filled}
            assert not left_out or name == _NOT_IN_SOURCE, (english, left_out)
            assert {part.name for part in filled} <= set(names), (english, french)
            assert all(part.way in WAYS or part.way.count("|") == 1 for part in filled), french


@pytest.mark.parametrize("name", sorted({name for name, _, _ in entries()}))
def test_french_forms_are_written_as_quebec_writes(name: str) -> None:
    for file, _, french in entries():
        if file == name:
            told = _TYPED.sub("x", typeset(french).replace(f"«{NBSP}", "“").replace(f"{NBSP}»", "”"))
            assert not re.search(r" [:%;!?]|[«»]|\w'\w", told), french
            assert not english_in(typeset(french)), french


def test_english_is_told_without_a_catalogue() -> None:
    assert ENGLISH("there is no such thing") == "there is no such thing"
    problem = Problem("E104", "“fr” is missing for step 3", None, 'add   fr: "..."')
    assert ENGLISH.problem(problem) is problem


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("“fr” is missing for step 3", f"«{NBSP}fr{NBSP}» manque pour l’étape 3"),
        ("`reason` is missing in item 2", "`reason` manque dans l’élément 2"),
        (
            "`title` of handout pimples does not say what kind of block it is",
            "`title` du feuillet pimples ne dit pas quelle sorte de bloc c’est",
        ),
        ("there is no edition “x”", f"il n’y a pas d’édition «{NBSP}x{NBSP}»"),
        (
            "a sentence of 31 words; 20 are enough to take in at once",
            "une phrase de 31 mots; 20 suffisent pour comprendre du premier coup",
        ),
        (
            "English is much shorter than French: 45% of its length",
            f"l’anglais est beaucoup plus court que le français{NBSP}: 45{NBSP}% de sa longueur",
        ),
        ("1 made, 0 unchanged, 2 failed; see output/", "1 produite, 0 inchangée, 2 échecs; voir output/"),
        ("`bar` must be at most 5, and is 6.5", "`bar` doit valoir au plus 5, et vaut 6,5"),
        (
            "say who does what, such as “wash” or “we give you”: “It is kept …” (line 3); “It is done …” (line 9)",
            (
                f"dites qui fait quoi, par exemple «{NBSP}lavez{NBSP}» ou «{NBSP}nous vous donnons{NBSP}»{NBSP}: "
                f"«{NBSP}It is kept …{NBSP}» (ligne 3); «{NBSP}It is done …{NBSP}» (ligne 9)"
            ),
        ),
        (
            "the review of epilation-laser has been overdue since 2026-05-02",
            "la révision d’epilation-laser est en retard depuis le 2026-05-02",
        ),
        ("written: docs/codes.md", f"écrit{NBSP}: docs/codes.md"),
    ],
)
def test_a_message_is_said_in_whole_french_sentences(english: str, french: str) -> None:
    assert FRENCH(english) == french


def test_what_someone_typed_stays_as_it_was_typed() -> None:
    assert (
        FRENCH("patients may not know “le clinic”")
        == f"les patients ne connaissent peut-être pas «{NBSP}le clinic{NBSP}»"
    )
    assert FRENCH("the clinic French has no `phone`, which handout a prints") == (
        "la clinique French n’a pas de `phone`, que le feuillet a imprime"
    )


def test_a_message_that_no_catalogue_has_is_told_in_english() -> None:
    assert FRENCH("quite another thing altogether") == "quite another thing altogether"


@pytest.mark.parametrize("code", [code for code in CONTENT if code not in NOT_TYPED])
def test_problems_of_the_content_leave_nothing_in_english(code: str, tmp_path: Path) -> None:
    for problem in problems(with_the_mistake(explanations()[code], tmp_path)):
        check_told(problem)


@pytest.mark.parametrize(
    "code",
    [code for code in explanations() if code[1] in "24" and code not in _NOT_CHECKED and not code.startswith("W21")],
)
def test_problems_that_checks_find_leave_nothing_in_english(code: str, tmp_path: Path) -> None:
    for problem in found(explanations()[code].wrong, tmp_path):
        check_told(problem)


def check_told(problem: Problem) -> None:
    told = FRENCH.problem(problem)
    assert told.message != problem.message, problem
    assert told.hint != problem.hint or not english_in(problem.hint), problem
    assert english_in(told.message) == [], told
    assert english_in(told.hint) == [], told


def test_a_report_in_french_keeps_places_that_an_editor_can_open() -> None:
    problem = Problem("E104", "“fr” is missing for step 3", Span("content.yaml", 14, 12, 0, 2), 'add   fr: "..."')
    warning = Problem("W401", "a sentence of 31 words; 20 are enough to take in at once", None, "make two of it")
    assert str(diagnose(problem, Sources({}), messages=FRENCH)).splitlines() == [
        f"content.yaml:14:12: erreur[E104]{NBSP}: «{NBSP}fr{NBSP}» manque pour l’étape 3",
        f'aide{NBSP}: ajoutez   fr: "..."',
    ]
    assert diagnose(warning, Sources({}), messages=FRENCH, sheets=3).message.endswith("(dans 3 feuilles)")
    assert count([problem, warning, warning], FRENCH) == "1 erreur, 2 avertissements"
    assert format_problem(problem, Sources({})).startswith("content.yaml:14:12: error[E104]: ")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "en_CA.UTF-8"}, "en"),
        ({"LANG": "en_CA.UTF-8", "LC_ALL": "fr_FR"}, "fr"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr"}, "fr"),
        ({"LC_ALL": "C", "LANG": "fr_CA.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_locale_decides_in_the_order_of_posix(environment: dict[str, str], language: str) -> None:
    assert locale_language(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "--messages", "fr"], "fr"),
        (["--messages=fr", "check"], "fr"),
        (["check", "--messages", "fr", "--messages", "en"], "en"),
        (["check", "--messages"], ""),
        (["check", "--messages", "de"], ""),
        (["check"], ""),
        ([], ""),
    ],
)
def test_what_is_asked_for_on_the_command_line_is_known_before_options_are_read(
    arguments: list[str], language: str
) -> None:
    assert given_language(arguments) == language


def told_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments, LAYOUTS, ROOT)
    said = capsys.readouterr()
    return said.out + said.err


def test_mistakes_in_the_command_line_are_told_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    said = told_by(capsys, "chek", "--messages", "fr")
    assert f"erreur[E901]{NBSP}: il n’y a pas de commande «{NBSP}chek{NBSP}»" in said
    assert f"aide{NBSP}: vouliez-vous dire `check`?" in said
    assert "rien n’est écrit après `--clinic`" in told_by(capsys, "check", "--messages=fr", "--clinic")
    assert "n’est pas un nombre entier" in told_by(capsys, "preview", "--messages=fr", "--port", "x")


@pytest.mark.parametrize("command", ["", "build", "check", "new", "cover", "explain", "preview", "list"])
def test_help_is_told_in_french_without_a_word_of_english(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = told_by(capsys, *([command] if command else []), "--help", "--messages", "fr")
    assert "montrer cette aide" in said
    assert f"usage{NBSP}: generate.py" in said
    assert not re.search(r"FILE|FOLDER|NAME|NUMBER|WHAT|YYYY", said)
    assert english_in(said.replace("add|check", "")) == []
    assert re.search(r"\w:$", said, re.MULTILINE) is None


def test_lists_and_coverage_are_told_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert "CLINIQUE" in told_by(capsys, "list", "--messages", "fr")
    said = told_by(capsys, "coverage", "--messages", "fr", "--output", "nowhere")
    assert "FEUILLET" in said
    assert "à faire approuver" in said
    assert english_in(said.splitlines()[-1]) == []


def test_programs_are_told_in_english_unless_they_ask(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    assert '"there is no code “E000”"' in told_by(capsys, "explain", "E000", "--json")
    assert f'"il n’y a pas de code «{NBSP}E000{NBSP}»"' in told_by(
        capsys, "explain", "E000", "--json", "--messages", "fr"
    )
    assert "il n’y a pas de code" in told_by(capsys, "explain", "E000")


def test_the_catalogue_is_not_read_for_those_who_are_told_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue.cache_clear()
    told_by(capsys, "explain", "E000", "--messages", "en")
    assert catalogue.cache_info().currsize == 0


_COMMENT = re.compile(r"(?<!\S)# (.+)$", re.MULTILINE)


def _without_comments(story: Explanation) -> tuple[str, str]:
    return _COMMENT.sub("#", story.wrong), _COMMENT.sub("#", story.right)


@pytest.mark.parametrize("code", explanations())
def test_the_story_of_a_code_is_told_in_french_and_its_samples_are_the_same(code: str) -> None:
    english, french = explanations()[code], explanations("fr")[code]
    assert _without_comments(french) == _without_comments(english)
    where = f"write the French of {code} in handouts/explanations/fr/, in the file of its family"
    for told, before in ((french.means, english.means), (french.why, english.why), (french.title, english.title)):
        assert told != before, where
        assert english_in(told) == [], told
    for words in (french.means, french.why):
        assert words.endswith((".", "?", "»", "…"))
        assert not re.search(r" [:%;!?]|\w'\w", _TYPED.sub("x", words)), words


def test_no_french_story_is_left_over() -> None:
    folder = ROOT / "handouts" / "explanations"
    for path in (folder / "fr").glob("*.toml"):
        told, known = (tomllib.loads(each.read_text(encoding="utf-8")) for each in (path, folder / path.name))
        comments = told.pop("comments", {})
        assert sorted(told.keys() - known.keys()) == []
        assert sorted({name for code, story in told.items() if code != "title" for name in story}) == ["means", "why"]
        samples = [story[side] for code, story in known.items() if code != "title" for side in ("wrong", "right")]
        assert sorted(comments) == sorted({said for sample in samples for said in _COMMENT.findall(sample)}), path.name
        assert told["title"] != known["title"]


def test_what_a_sample_says_in_its_comments_is_said_in_french_as_it_is_typed() -> None:
    assert "# allow E104: le texte anglais arrive la semaine prochaine" in explain("W182", FRENCH)
    assert "# personne n'a lancé `translated` après l'ajout de ce texte" in explain("W212", FRENCH)


def test_a_story_is_told_whole_in_french() -> None:
    lines = explain("E104", FRENCH).splitlines()
    assert lines[0] == f"erreur[E104]{NBSP}: Un texte qui manque dans une langue"
    assert "Pourquoi c’est important" in lines
    assert "Incorrect" in lines
    assert "Correct" in lines
    assert list_codes(FRENCH).splitlines()[0] == "Ce qui se trouve où"


def test_sarif_in_french_keeps_codes_and_fingerprints() -> None:
    problem = Problem("E104", "“fr” is missing for step 3", Span("content.yaml", 14, 12, 0, 2), 'add   fr: "..."')
    english, french = (as_sarif([problem], Sources({}), ROOT, messages=each)["runs"][0] for each in (ENGLISH, FRENCH))
    assert french["results"][0]["partialFingerprints"] == english["results"][0]["partialFingerprints"]
    assert french["results"][0]["message"]["text"].startswith(
        f"«{NBSP}fr{NBSP}» manque pour l’étape 3\naide{NBSP}: ajoutez"
    )
    driver = french["tool"]["driver"]
    assert (driver["language"], driver["rules"][0]["id"]) == ("fr-CA", "E104")
    assert driver["rules"][0]["shortDescription"]["text"] == "Un texte qui manque dans une langue"
    assert english_in(driver["rules"][0]["fullDescription"]["text"]) == []


def test_silenced_checks_are_listed_in_french_with_the_reason_as_it_was_typed() -> None:
    problem = Problem("W401", "a sentence of 31 words; 20 are enough to take in at once", Span("content.yaml", 3, 1))
    line = next(silenced_lines([Silenced(problem, "quoted from the law", Span("content.yaml", 2, 1))], FRENCH))
    assert line == (
        f"passé sous silence{NBSP}: content.yaml:3:1: W401, une phrase de 31 mots; 20 suffisent pour comprendre du "
        "premier coup (quoted from the law)"
    )


@pytest.mark.parametrize("name", sorted({name for name, _, _ in entries()}))
def test_each_message_finds_its_own_french_form_and_no_other(name: str) -> None:
    for english, french in messages_of(name):
        values = {each: f"“⟦{each}⟧”" if each.startswith("quoted(") else f"⟦{each}⟧" for each in names_in(english)}
        told = english
        for each, value in values.items():
            told = told.replace(f"{{{each}}}", value)
        assert FRENCH(told) == filled(typeset(french), values, catalogue("fr").say_part), english


def messages_of(name: str) -> list[tuple[str, str]]:
    """Return English and French of the messages in a file, but for the parts of messages."""
    table = tomllib.loads((ROOT / "handouts" / "messages" / "fr" / name).read_text(encoding="utf-8"))
    return [(each["en"], each["fr"]) for each in table.get("message", ())]


def test_the_page_of_the_preview_has_each_of_its_words_in_both_languages() -> None:
    words = (ROOT / "handouts" / "preview" / "page" / "words.js").read_text(encoding="utf-8")
    english, french = (
        re.findall(rf"const {name} = {{\n(.*?)\n}};", words, re.DOTALL)[0] for name in ("ENGLISH", "FRENCH")
    )
    keys = re.compile(r"^ +(\w+):", re.MULTILINE)
    assert keys.findall(english)
    assert keys.findall(french) == keys.findall(english)
    assert not re.search(r" [:;!?](?!:)|\w'\w", " ".join(re.findall(r"\"[^\"]*\"|`[^`]*`", french)))


def test_a_text_that_does_not_fit_names_its_language_in_french() -> None:
    told = FRENCH(
        "quebec, English, “Pimples”: 2 lines too many for one page of pocket_card; what goes over begins in “The clinic”"
    )
    assert told.startswith(
        f"quebec, anglais, «{NBSP}Pimples{NBSP}»{NBSP}: 2 lignes de trop pour une page de pocket_card"
    )


def test_commands_in_a_help_name_the_content_where_another_than_the_usual_was_given() -> None:
    problem = Problem("W210", "…", None, "then run `uv run generate.py translated f.yaml:3`")
    told = Messages("fr", "f.yaml").problem(problem)
    assert told.hint.endswith("`uv run generate.py translated f.yaml:3 --content f.yaml`")
    assert Messages().problem(problem).hint == problem.hint
