"""Spelling in both languages: what is told and where, what is left alone, and the list that anyone can add to."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from handouts.checks.text.manuscript import Manuscript
from handouts.checks.writing import dictionary
from handouts.checks.writing.dictionary import Dictionary, languages
from handouts.checks.writing.slips import slip
from handouts.checks.writing.spelling import Lookup
from handouts.checks.writing.word_list import read_word_list
from handouts.content import load
from handouts.content.loading import Loaded
from handouts.errors import Problem
from handouts.explain import explanations
from tests.check_samples import EDITIONS, ROOT, in_paragraph, load_with, spot
from tests.sample_content import edit, generate, write_content
from tests.test_checks_planted import good

pytest.importorskip("hunspell", reason="Hunspell is not installed: uv sync --extra spelling")


@pytest.fixture(scope="module", autouse=True)
def asked_once() -> Iterator[None]:
    """Hunspell takes a third of a second to propose words in the place of one: what it proposed serves every test."""
    real = dictionary._speller

    @cache
    def remembering(language: str) -> SimpleNamespace:
        return SimpleNamespace(spell=real(language).spell, suggest=cache(real(language).suggest))

    with patch("handouts.checks.writing.dictionary._speller", remembering):
        yield


def told(fr: str, en: str, folder: Path) -> list[Problem]:
    """Return what the spelling check says of a paragraph in a content that has no other fault."""
    return spelled(in_paragraph(fr, en), folder)


def spelled(part: str, folder: Path) -> list[Problem]:
    loaded = load_with(part, folder)
    return check(loaded, folder)


def check(loaded: Loaded, folder: Path) -> list[Problem]:
    manuscript = Manuscript(loaded.content, loaded.sources.files)
    lookup = Lookup(manuscript, folder)
    return [*lookup.problems, *lookup.told(lookup.unknown())]


def words(problems: list[Problem]) -> list[str]:
    return [problem.message.split("”")[0].removeprefix("“") for problem in problems]


# the dictionaries


def test_there_is_a_dictionary_of_each_language_with_its_licence() -> None:
    folder = ROOT / "handouts" / "dictionaries"
    assert languages() == {"fr", "en"}
    for language in languages():
        assert (folder / f"{language}.aff").exists()
        assert (folder / f"LICENSE-{language}.txt").read_text(encoding="utf-8")
        assert f"`{language}.aff`, `{language}.dic`" in (folder / "README.md").read_text(encoding="utf-8")


def test_every_line_of_the_list_of_health_care_is_read_and_needed() -> None:
    listed = read_word_list(ROOT / "handouts" / "dictionaries" / "health.txt", "health.txt", ("fr", "en"))
    assert listed.problems == ()
    for language in ("fr", "en"):
        bare = Dictionary(language, frozenset())
        assert [word for word in listed.of(language) if bare.knows(word)] == []


def test_the_likeliest_word_comes_first() -> None:
    assert Dictionary("fr", frozenset()).meant("traitment")[0] == "traitement"
    assert Dictionary("en", frozenset()).meant("clenser")[0] == "cleanser"
    assert Dictionary("en", frozenset()).meant("qqxxwwyyz") == ()


def test_the_name_of_a_town_is_not_the_likeliest_for_a_word_in_small_letters() -> None:
    meant = Dictionary("fr", frozenset()).meant("pau")
    assert "peau" in meant
    assert meant[0].islower()


@pytest.mark.parametrize(
    ("language", "typed", "named"),
    [
        ("en", "skn", {"skin"}),
        ("en", "swolen", {"swollen"}),
        ("en", "pian", {"pain"}),
        ("fr", "guerison", {"guérison"}),
        ("fr", "boutosn", {"boutons"}),
    ],
)
def test_only_plausible_words_are_named_and_no_abbreviation_or_name(language: str, typed: str, named: set[str]) -> None:
    meant = Dictionary(language, frozenset()).meant(typed)
    assert named <= set(meant)
    assert all(slip(typed, each) <= slip(typed, meant[0]) + 1 for each in meant)
    assert not [each for each in meant if not each.islower() or not set(each) & set("aeiouyàâéèêëîïôùûü")]


def test_a_word_that_stands_elsewhere_in_the_content_is_named_alone() -> None:
    english = Dictionary("en", frozenset())
    assert len(english.meant("taks")) > 1
    assert english.meant("taks", {"takes", "stop"}) == ("takes",)
    assert english.meant("taks", {"stop"}) == english.meant("taks")


def test_a_rare_word_is_named_only_where_it_is_likelier_than_a_common_one() -> None:
    english = Dictionary("en", frozenset())
    assert len(english.meant("wahs")) > 1
    assert english.meant("wahs", (), {"wash", "stop"})[-1] == "wash"
    assert english.meant("wahs", (), {"stop"}) == english.meant("wahs")


@pytest.mark.parametrize(
    ("typed", "meant", "unlikelier"),
    [
        ("guerison", "guérison", "garnison"),  # an accent
        ("pian", "pain", "pin"),  # two letters that changed places
        ("skn", "skin", "sen"),  # a letter left out
        ("untill", "until", "untold"),  # a letter typed twice
        ("bandge", "bandage", "badge"),
        ("apelez", "appelez", "capelez"),  # another first letter
        ("seep", "sleep", "seethe"),
    ],
)
def test_a_likelier_slip_comes_before_an_unlikelier_one(typed: str, meant: str, unlikelier: str) -> None:
    assert slip(typed, meant) < slip(typed, unlikelier)


def test_the_word_meant_is_sought_in_handouts_that_are_not_read_again_too(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    edit(content, "N'y touchez pas.", "N'y touchez pas. Cela tirraille.", count=1)
    first = [each["hint"] for each in generate(content, "check", "--json").json["problems"] if each["code"] == "W260"]
    again = [each["hint"] for each in generate(content, "check", "--json").json["problems"] if each["code"] == "W260"]
    assert first
    assert first == again


def test_what_a_misspelt_word_no_longer_says_is_not_told_as_missing_too(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("boutons",))
    edit(content, "N'y touchez pas.", "Gardez la peau prorpe.")
    edit(content, "Leave it alone.", "Keep your skin clean.")
    codes = [each["code"] for each in generate(content, "check", "--json").json["problems"]]
    assert "W260" in codes
    assert "W206" not in codes
    edit(content, "peau prorpe", "peau")
    assert "W206" in [each["code"] for each in generate(content, "check", "--json").json["problems"]]


def test_words_that_may_be_meant_stand_in_french_quotation_marks_in_french(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("boutons",))
    edit(content, "N'y touchez pas.", "N'y touchhez pas.")
    told = generate(content, "check", "--spelling", "--messages", "fr").err
    assert "vouliez-vous dire «\u00a0touchez\u00a0»" in told
    assert "“" not in told


# what is told


SLIPS = [
    ("fr", "L'infirmiere vous rappelle.", "infirmiere", "infirmière"),
    ("fr", "Restez loin de la fumee.", "fumee", "fumée"),
    ("fr", "Les démengeaisons passent.", "démengeaisons", "démangeaisons"),
    ("fr", "La nausee passe le soir.", "nausee", "nausée"),
    ("fr", "Prenez rendez-vou en ligne.", "rendez-vou", "rendez-vous"),
    ("fr", "Appelez la clinique aujourdhui.", "aujourdhui", "aujourd’hui"),
    ("fr", "Il faut quil sèche.", "quil", "qui"),
    ("fr", "Voyez un pharmacein.", "pharmacein", "pharmacien"),
    ("fr", "Prenez-en un **boutton**.", "boutton", "bouton"),
    ("fr", "La clinique ouvre à Montreal.", "Montreal", "Montréal"),
    ("fr", "Pas de rétinoil ce soir.", "rétinoil", "rétinol"),
    ("en", "Your nurce calls you.", "nurce", "nurse"),
    ("en", "Use a gentle clenser.", "clenser", "cleanser"),
    ("en", "Swelling can occure.", "occure", "occur"),
    ("en", "It may recurr, so call.", "recurr", "recur"),
    ("en", "Come on Wendesday.", "Wendesday", "Wednesday"),
    ("en", "Stop isotretinion first.", "isotretinion", "isotretinoin"),
    ("en", "Keep it dry untill morning.", "untill", "until"),
]


@pytest.mark.parametrize(("language", "text", "word", "meant"), SLIPS)
def test_a_slip_is_told_at_its_word_with_what_was_meant(
    language: str, text: str, word: str, meant: str, tmp_path: Path
) -> None:
    loaded = load_with(
        in_paragraph(text if language == "fr" else "Lavez.", text if language == "en" else "Wash."), tmp_path
    )
    (problem,) = check(loaded, tmp_path)
    assert problem.code == "W260"
    assert spot(problem, loaded) == word
    assert meant in problem.hint.partition("?")[0]
    assert problem.hint.endswith(f": {language}: {word}")


def test_a_word_is_told_once_in_each_language_with_how_often_it_comes(tmp_path: Path) -> None:
    problems = told("Un bouttonx. Des bouttonx. Le Bouttonx", "A bouttonx.", tmp_path)
    assert [problem.message for problem in problems] == [
        "“bouttonx” is not in the dictionary of French (2 times)",
        "“bouttonx” is not in the dictionary of English",
    ]


def test_the_second_of_two_alike_is_found_where_it_is(tmp_path: Path) -> None:
    loaded = load_with(in_paragraph("Lavez et lave", "Wash"), tmp_path)
    assert check(loaded, tmp_path) == []
    loaded = load_with(in_paragraph("Séchez. Un sech propre.", "Dry."), tmp_path)
    (problem,) = check(loaded, tmp_path)
    assert spot(problem, loaded) == "sech"


def test_what_another_check_tells_is_not_told_twice(tmp_path: Path) -> None:
    assert told("Le coeur bat.", "The color fades.", tmp_path) == []  # W252, W256
    assert told("A éviter : le soleil. Evitez-le.", "Avoid the sun.", tmp_path) == []  # W250


def test_a_text_in_the_wrong_language_is_not_told_word_by_word(tmp_path: Path) -> None:
    assert told("Wash your hands with lukewarm water", "Lavez vos mains doucement", tmp_path) == []
    problems = told("Lavvez vos mainns doucementt", "Wash", tmp_path)
    assert words(problems) == ["Lavvez", "mainns", "doucementt"]


# what is left alone


@pytest.mark.parametrize(
    "text",
    [
        "L'eau, l’eau et l'**eau** d'ici; qu'il, jusqu'à, aujourd'hui, presqu'île, s'il vous plaît",
        "Prenez rendez-vous, dites-le-nous, lavez-vous-en, va-t-elle, est-ce, celui-ci, là-bas",
        "« Attendez », dit-elle : l'œil, le cœur, l'œdème, ÉVITEZ l'été",
        "Écrivez à soins@boreale.example ou voyez www.boreale.example, boreale.example/rdv et [ici](https://boreale.example/xyzzy)",
        "Composez le 418 555-0134, poste 12, de 9 h à 13 h 30, 5 ml, 38 °C, 5cm, B12, le 2e, no 4",
        "Le {fever} pour {makeup_wait} au {clinic.phone}",
        "L'isotrétinoïne, le rétinol, le mélasma et la microperforation",
        "Mme Wxyzton, Dre Qwertin et Restyluma à Kuujjuarapik",
    ],
)
def test_good_french_raises_no_alarm(text: str, tmp_path: Path) -> None:
    assert words(told(text, "Wash.", tmp_path)) == []


@pytest.mark.parametrize(
    "text",
    [
        "It's the clinic's, don’t, you'll, patients' “skin”",
        "Follow-up, after-hours, over-the-counter, well-being, non-comedogenic",
        "Come at 9:30 a.m. or 5 p.m., e.g. on the 3rd, for 5 ml, 38 °C, 5cm, B12",
        "Write to care@boreale.example, see www.boreale.example and [this page](https://boreale.example/xyzzy)",
        "Colour, centre, behaviour, moisturizer, labelled, litre, grey, anesthetic",
        "Dr. Wxyzton uses Restyluma in Kuujjuarapik and Québec",
        "Keloid scars, rosacea and isotretinoin",
    ],
)
def test_good_english_raises_no_alarm(text: str, tmp_path: Path) -> None:
    assert words(told("Lavez.", text, tmp_path)) == []


def test_names_of_clinics_brands_streets_and_towns_are_words(tmp_path: Path) -> None:
    loaded = load_with(in_paragraph("La clinique de xyzzyville", "In xyzzyville"), tmp_path)
    assert words(check(loaded, tmp_path)) == ["xyzzyville", "xyzzyville"]
    edit(tmp_path / "content.yaml", '"city": "Lévis"', '"city": "xyzzyville"')
    loaded = load(tmp_path / "content.yaml", EDITIONS)
    assert check(loaded, tmp_path) == []


def test_the_real_content_and_good_texts_of_other_treatments_raise_no_alarm(tmp_path: Path) -> None:
    loaded = load(ROOT / "content.yaml", EDITIONS)
    assert words(check(loaded, ROOT)) == []
    texts = good()
    for start in range(0, len(texts), 50):
        fr, en = zip(*texts[start : start + 50], strict=True)
        assert words(told("\n\n".join(fr), "\n\n".join(en), tmp_path)) == []


# the word list


def listed(text: str, folder: Path, name: str = "words.txt") -> list[Problem]:
    (folder / name).write_text(text, encoding="utf-8")
    return told("Du Xyzzyl et de la plughine.", "Some plughine.", folder)


def test_a_word_of_the_list_is_right_in_its_language(tmp_path: Path) -> None:
    assert words(told("De la plughine.", "Some plughine.", tmp_path)) == ["plughine", "plughine"]
    assert [problem.hint[-12:] for problem in listed("fr: plughine\n", tmp_path)] == ["en: plughine"]
    assert listed("fr en: plughine\n", tmp_path) == []
    assert listed("fr, en: plughine  # a product\n", tmp_path) == []
    assert listed("# all\n\nplughine\r\n", tmp_path) == []


def test_endings_elisions_and_capitals_of_a_listed_word_are_right_too(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("fr: oplughine(|s)\nen: plugh\n", encoding="utf-8")
    assert told("Oplughines et l'oplughine", "Plugh is the plugh's best", tmp_path) == []


@pytest.mark.parametrize(
    "line", ["fr: crème solaire", "xx: plughine", "fr:", "fr: a: b", "fr=plughine", 'fr: "plughine"']
)
def test_a_line_that_cannot_be_read_is_told_with_its_line(line: str, tmp_path: Path) -> None:
    problems = listed(f"en fr: plughine\n{line}\n", tmp_path)
    assert [(problem.code, problem.at.line if problem.at else 0) for problem in problems] == [("W261", 2)]
    assert line in problems[0].message


@pytest.mark.parametrize("line", ["fr=plughine", 'fr: "plughine"', "français: plughine", "- fr - plughine"])
def test_a_line_that_is_only_written_otherwise_is_told_as_it_must_be(line: str, tmp_path: Path) -> None:
    assert [problem.hint for problem in listed(f"{line}\n", tmp_path) if problem.code == "W261"] == [
        "write   fr: plughine"
    ]


def test_a_list_that_cannot_be_read_is_an_error_and_stops_no_sheet(content: Path) -> None:
    (content.parent / "words.txt").write_bytes("fr: rétinex\n".encode("cp1252"))
    ran = generate(content, "check")
    assert "words.txt:1:6: error[E151]" in ran.err
    assert (ran.code, "0 cannot be made" in ran.out) == (1, True)


def test_a_list_in_an_old_encoding_or_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes("fr: rétinex\n".encode("cp1252"))
    assert "E151" in {problem.code for problem in told("Lavez.", "Wash.", tmp_path)}
    (tmp_path / "words.txt").unlink()
    (tmp_path / "words.txt").mkdir()
    assert [problem.code for problem in told("Lavez.", "Wash.", tmp_path)] == ["W261"]


# the explanations


def test_the_sample_of_a_misspelled_word_gives_its_code_and_the_right_one_does_not(tmp_path: Path) -> None:
    story = explanations()["W260"]
    assert words(spelled(story.wrong, tmp_path)) == ["doucment", "gentely"]
    assert spelled(story.right, tmp_path) == []


def test_the_sample_of_a_line_that_cannot_be_read_gives_its_code(tmp_path: Path) -> None:
    story = explanations()["W261"]
    (tmp_path / "words.txt").write_text(story.wrong, encoding="utf-8")
    assert [problem.code for problem in told("Lavez.", "Wash.", tmp_path)] == ["W261"]
    (tmp_path / "words.txt").write_text(story.right, encoding="utf-8")
    assert told("Lavez.", "Wash.", tmp_path) == []


# the command


def test_check_tells_a_slip_and_other_unknown_words_only_when_it_is_asked_to(tmp_path: Path) -> None:
    file = write_content(tmp_path)
    edit(file, "Leave it alone.", "Leeave it to the bioxolist.")
    ran = generate(file, "check")
    assert ran.code == 0
    assert "warning[W260]: “Leeave” is not in the dictionary of English" in ran.err
    assert "If it is right, add a line to" in ran.err
    assert "words.txt: en: leeave" in ran.err
    assert "bioxolist" not in "".join(line for line in ran.err.splitlines() if "W260" in line)
    assert generate(file, "check", "--strict").code == 1
    french = generate(file, "check", "--messages", "fr").err
    assert "« Leeave » n’est pas dans le dictionnaire anglais" in french.replace("\u00a0", " ")
    assert "warning[W260]: “bioxolist” is not in the dictionary of English" in generate(file, "check", "--spelling").err


def test_words_left_in_the_other_language_are_not_told_as_misspelt_too(tmp_path: Path) -> None:
    file = write_content(tmp_path)
    edit(file, "Leave it alone.", "Leave hair dye et défrisage alone.")
    ran = generate(file, "check", "--spelling")
    assert "E204" in ran.err
    assert "W260" not in ran.err


def test_a_build_looks_no_words_up(tmp_path: Path) -> None:
    file = write_content(tmp_path)
    edit(file, "Leave it alone.", "Leeave it alone.")
    assert "W260" not in generate(file, "build", "--output", str(tmp_path / "output")).err


@pytest.mark.parametrize(
    ("language", "typed", "is_one"),
    [
        ("fr", "clinque", True),
        ("fr", "pharmacein", True),
        ("fr", "aujourdhui", True),
        ("fr", "rétinolx", True),
        ("fr", "paupierre", True),
        ("en", "breeth", True),
        ("en", "untill", True),
        ("en", "clenser", True),
        ("en", "orthotix", False),
        ("en", "clensre", False),
        ("en", "x" * 500, False),
    ],
)
def test_a_slip_is_a_letter_more_less_or_another_two_that_changed_places_or_the_same_sound(
    language: str, typed: str, is_one: bool
) -> None:
    assert Dictionary(language, frozenset({"rétinol"})).is_slip(typed) is is_one


def test_a_word_is_told_of_the_handout_that_was_asked_for_wherever_else_it_stands(tmp_path: Path) -> None:
    file = write_content(tmp_path, handouts=("boutons", "rougeurs"))
    edit(file, "Leave it alone.", "Leeave it alone.")
    (first,) = [
        line for line in generate(file, "check", "--spelling").err.splitlines() if "Leeave" in line and "W260" in line
    ]
    ran = generate(file, "check", "--spelling", "--handout", "rougeurs")
    (second,) = [line for line in ran.err.splitlines() if "Leeave" in line and "W260" in line]
    assert "(2 times)" in first
    assert "times" not in second
    assert first.partition(": warning")[0] != second.partition(": warning")[0]


def test_a_silenced_word_is_no_useless_comment_when_spelling_is_not_asked_for(tmp_path: Path) -> None:
    file = write_content(tmp_path, handouts=("buttons",))
    edit(
        file,
        '            text:\n              fr: "N\'y touchez pas."\n              en: "Leave it alone."',
        '            # allow W260: the sign at the door says so\n            text:\n              fr: "N\'y touchez pas."\n              en: "Leeave it alone."',
    )
    assert "W183" not in generate(file, "check").err
    assert "W183" not in generate(file, "list").err
    asked = generate(file, "check", "--spelling")
    assert "Leeave" not in asked.err
    assert "the sign at the door says so" in asked.out
    edit(file, "Leeave", "Leave")
    assert "W183" in generate(file, "check", "--spelling").err


def test_a_word_silenced_in_another_handout_is_no_useless_comment(tmp_path: Path) -> None:
    file = write_content(tmp_path, handouts=("buttons", "redness"))
    edit(
        file,
        '            text:\n              fr: "N',
        '            # allow W260: so it is\n            text:\n              fr: "N',
        count=1,
    )
    assert "W183" in generate(file, "check", "--spelling").err
    # the comment stands in `buttons`, whose words are not looked up now
    assert "W183" not in generate(file, "check", "--spelling", "--handout", "redness").err


def test_without_the_library_the_message_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handouts.checks.writing.spelling.is_installed", lambda: False)
    ran = generate(write_content(tmp_path), "check", "--spelling")
    assert ran.code == 2
    assert "error[E909]" in ran.err
    assert "uv run --extra spelling generate.py check --spelling" in ran.err


def test_without_the_library_check_tells_all_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handouts.problems.misspelled.find_spec", lambda _: None)
    file = write_content(tmp_path)
    edit(file, "Leave it alone.", "Leeave it alone TODO.")
    ran = generate(file, "check")
    assert "W260" not in ran.err
    assert "E205" in ran.err


def test_no_dictionary_is_loaded_for_words_that_were_looked_up_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "kept"))
    file = write_content(tmp_path)

    def loads_one() -> bool:
        with patch("handouts.checks.writing.dictionary._speller", wraps=dictionary._speller) as asked:
            generate(file, "check")
        return asked.called

    assert loads_one()
    edit(file, "Leave it alone.", "Leave it alone. Leave it.")
    assert not loads_one()
    edit(file, "Leave it alone. Leave it.", "Leave it alone, quietlly.")
    assert loads_one()
    edit(file, "Leave it alone", "Leave it alone, alone")
    assert not loads_one()


def test_a_slip_is_told_again_when_another_handout_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "kept"))
    file = write_content(tmp_path, handouts=("boutons", "rougeurs"))
    edit(file, "Leave it alone.", "Leeave it alone.", count=1)
    first = generate(file, "check").err
    edit(file, "Leave it alone.", "Leave it alone, leave it.")
    again = generate(file, "check").err
    assert "W260" in first
    assert [line for line in again.splitlines() if "W260" in line] == [
        line for line in first.splitlines() if "W260" in line
    ]


def test_a_word_that_was_added_to_the_list_is_no_longer_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "kept"))
    file = write_content(tmp_path)
    edit(file, "Leave it alone.", "Leeave it alone.")
    assert "W260" in generate(file, "check").err
    (tmp_path / "words.txt").write_text("en: leeave\n", encoding="utf-8")
    assert "W260" not in generate(file, "check").err
    (tmp_path / "words.txt").unlink()
    assert "W260" in generate(file, "check").err


def test_the_readme_says_how_to_look_words_up() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "uv run --extra spelling generate.py check --spelling" in text
    assert "words.txt" in text


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such pipes")
def test_a_pipe_in_the_place_of_the_word_list_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "words.txt")
    (problem,) = read_word_list(tmp_path / "words.txt", "words.txt", ("fr", "en")).problems
    assert problem.code == "W261"
