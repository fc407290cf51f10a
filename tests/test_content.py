"""Content files -> valid content, or every problem at once, in words and at its place."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from handouts.codes import CODES
from handouts.content import Loaded, UnfitContentError, load
from handouts.content.decoding import MAX_BYTES
from handouts.content.fitness.complaints import complaints
from handouts.content.source_tree import MappingNode
from handouts.errors import ContentError, ExitCode, Problem, Span
from handouts.model import Handout
from tests.test_source import REFUSED

CONTENT_CODES = {"E10", "E11", "E12", "E13", "E14", "E15", "E16", "W10"}
EDITIONS = ("two_sided", "side_by_side", "single", "large_print", "pocket_card")

SAMPLE = """\
schema_version: 1
languages: [fr, en]
services:
  needling: { fr: microperforation, en: microneedling }
durations:
  makeup_wait:
    value: 24
    to: 48
    unit: hours
    min: 24
    max: 72
    source: A study
    approved_by: A nurse
facts:
  sunscreen: { fr: FPS 30, en: SPF 30 }
brands:
  pine:
    name: { fr: Clinique du Pin, en: Pine Clinic }
    colors:
      brand: "#0B4F5C"
      brand_mid: "#3A7D8A"
      brand_tint: "#E5F1F3"
    logo: assets/pine.svg
  fir:
    extends: pine
    name: { fr: Clinique du Sapin, en: Fir Clinic }
    colors:
      brand: "#5C0B4F"
clinics:
  levis:
    brand: pine
    name: { fr: Clinique de Lévis, en: Lévis Clinic }
    address:
      number: 12
      street: rue des Sapins
      city: Lévis
      postal_code: G6V 1A1
    phone: 418 555-0134
    after_hours: { fr: Info-Santé 811, en: Info-Santé 811 }
    hours:
      - first: monday
        last: friday
        opens: 9:00
        closes: 17:30
    website: https://clinic.example
    services: [needling]
    editions: [two_sided, single]
    overrides:
      makeup_wait:
        value: 72
        reason: { fr: Prudence, en: Caution }
handouts:
  pimples:
    code: PIM
    version: 1.0
    service: needling
    title: { fr: Des boutons, en: Pimples }
    subtitle: { fr: Après, en: After }
    slug: { fr: boutons, en: pimples }
    purpose: { fr: Rassurer, en: Reassure }
    reviewed: 2026-05-02
    review_due: 2028-05-02
    author_role: { fr: Infirmière, en: Nurse }
    approver_role: { fr: Médecin, en: Doctor }
    approval:
      status: sample
    sources:
      - title: A study
    conflicts: { fr: Aucun, en: None }
    sections:
      - id: main
        blocks:
          - block: main_message
            text: { fr: "Laissez-les.", en: Leave them alone. }
          - block: key_points
            items:
              - icon: hand
                text: { fr: Mains, en: Hands }
              - icon: drop
                text: { fr: Eau, en: Water }
      - id: care
        heading: { fr: Soins, en: Care }
        blocks:
          - block: steps
            items:
              - fr: Lavez.
                en: Wash.
              - fr: Séchez.
                en: Dry.
              - fr: Attendez.
                en: Wait.
          - block: avoid
            items:
              - text: { fr: Maquillage, en: Makeup }
                duration: makeup_wait
          - block: warning
            level: emergency
            signs:
              - { fr: Enflure, en: Swelling }
          - block: warning
            level: same_day
            signs:
              - { fr: Fièvre, en: Fever }
          - block: warning
            level: clinic
            signs:
              - { fr: Rougeur, en: Redness }
          - block: contact
            link: { fr: "https://clinic.example/fr", en: "https://clinic.example/en" }
"""


def written(folder: Path, text: str = SAMPLE, **included: str) -> Path:
    """Write content and the files that it includes, `pimples="…"` to `parts/pimples.yaml`."""
    path = folder / "content.yaml"
    path.write_text(text, encoding="utf-8")
    (folder / "parts").mkdir(exist_ok=True)
    for name, part in included.items():
        (folder / "parts" / f"{name}.yaml").write_text(part, encoding="utf-8")
    return path


def changed(*changes: tuple[str, str], text: str = SAMPLE) -> str:
    """Return the sample with each change made, the first time that it can be."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def loaded(folder: Path, *changes: tuple[str, str]) -> Loaded:
    return load(written(folder, changed(*changes)), EDITIONS)


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(UnfitContentError) as caught:
        load(path, EDITIONS)
    return caught.value.problems


def shown(path: Path) -> list[str]:
    """Return each problem as `line:column code`, with the words that its place covers."""
    with pytest.raises(UnfitContentError) as caught:
        load(path, EDITIONS)
    rows = []
    for problem in caught.value.problems:
        assert problem.at is not None
        text = caught.value.sources.files[problem.at.file].text[problem.at.start : problem.at.end]
        rows.append(f"{problem.code} {text}")
    return rows


def only(folder: Path, *changes: tuple[str, str]) -> tuple[Problem, str]:
    """Return the only problem that changes to the sample make, and the words that its place covers."""
    path = written(folder, changed(*changes))
    (problem,) = problems(path)
    assert problem.at is not None
    return problem, path.read_text(encoding="utf-8")[problem.at.start : problem.at.end]


JARGON = re.compile(
    r"pydantic|input|valid(?! )|dict|tuple|string|str\b|regex|pattern|schema(?!_version)|union|tag|field|literal|"
    r"NoneType|value_error|object|instance|parse|\bNone\b|\[type=",
    re.IGNORECASE,
)


def assert_plain(problem: Problem) -> None:
    """Assert that a nurse can read it."""
    hint = re.sub(r": .*|^add .*|^write   .*", "", problem.hint)  # an example may hold any word
    words = f"{problem.message} {hint}"
    assert not JARGON.search(re.sub(r"`[^`]*`|“[^”]*”", "", words)), problem


def test_the_sample_loads_with_every_text_in_both_languages(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    assert found.warnings == ()
    assert found.content.schema_version == "1"
    assert found.content.clinics["levis"].hours[0].opens.hour == 9
    texts = list(found.texts())
    assert len(texts) == SAMPLE.count("fr:") + 1  # and the duration that is only named
    assert all(set(placed.text.words) == {"fr", "en"} for placed in texts)


def test_a_text_knows_its_place_and_the_way_to_it_in_words(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    by_way = {placed.where: placed.text for placed in found.texts()}
    third = by_way["handout pimples, section 2, block 1 (steps), step 3"]
    assert third["fr"] == "Attendez."
    span = third.span("fr")
    assert span is not None
    assert found.sources.line(span) == "              - fr: Attendez."
    assert span.column == 21
    assert {
        "clinic levis, `name`",
        "clinic levis, override makeup_wait, `reason`",
        "shared fact sunscreen",
        "handout pimples, section 1, block 2 (key_points), key point 2, `text`",
        "handout pimples, section 2, block 3 (warning), sign 1",
    } <= by_way.keys()


def test_a_duration_by_name_is_its_name_in_braces_in_every_language_at_its_place(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    texts = {placed.where: placed.text for placed in found.texts()}
    duration = texts["handout pimples, section 2, block 2 (avoid), item 1, `duration`"]
    assert duration.words == {"fr": "{makeup_wait}", "en": "{makeup_wait}"}
    span = duration.span("en")
    assert span is not None
    assert SAMPLE[span.start : span.end] == "makeup_wait"


POINT_2 = "              - icon: drop\n                text: { fr: Eau, en: Water }\n"
MISTAKES = {
    "an unknown name": ("    phone: 418", "    fone: 418", "E101 fone", "did you mean `phone`?"),
    "an unknown name of another kind": ("    slug:", "    zzz: x\n    slug:", "E101 zzz", "delete the line"),
    "a name at the top": ("services:\n", "servces:\n", "E101 servces", "did you mean `services`?"),
    "a name that means the place": ("    phone:", "    at: x\n    phone:", "E101 at", "what else can stand here"),
    "the sign of the place": ("    phone:", '    "@": x\n    phone:', 'E101 "@"', "delete the line"),
    "no phone": ("    phone: 418 555-0134\n", "", "E102 levis", "add   phone: 418 555-0100"),
    "no title": ("    title: { fr: Des boutons, en: Pimples }\n", "", "E102 pimples", 'title: { fr: "…", en: "…" }'),
    "no sources": ("    sources:\n      - title: A study\n", "", "E102 pimples", "begins with a dash"),
    "nothing after a name": ("phone: 418 555-0134", "phone:", "E102 phone", "write   phone: 418"),
    "nothing after a list": ("services: [needling]", "services:", "E102 services", "begins with a dash"),
    "nothing after a dash": ("services: [needling]", "services: [needling,, needling]", "E160 ,", "take it out"),
    "an empty item": ("      - title: A study", "      - title: A study\n      -", "E102", "delete the dash"),
    "no kind of block": ("- block: contact\n            link", "- link", "E102 link", "with one of: contact, qr"),
    "a text without languages": ("en: Pine Clinic }", "en: Pine Clinic }\n    tagline: Oui", "E103 Oui", '{fr: "Oui", en: "..."}'),
    "a list of texts": ("{ fr: Rassurer, en: Reassure }", "[a, b]", "E103 purpose", "in each language"),
    "a word for a list": ("services: [needling]", "services: needling", "E103 needling", "services: [needling]"),
    "a group for a list": ("services: [needling]", "services: { a: needling }", "E103 services", "dash"),
    "a word for a group": ("approval:\n      status: sample", "approval: sample", "E103 sample", "status"),
    "a list for a group": ("approval:\n      status: sample", "approval: [sample]", "E103 approval", "status"),
    "a group for a word": ("phone: 418 555-0134", "phone: { a: b }", "E103 phone", "on the same line"),
    "a list for a word": ("code: PIM", "code: [PIM]", "E103 code", "on the same line"),
    "a list for a number": ("value: 24", "value: [24]", "E103 value", "on the same line"),
    "a list for a choice": ("level: clinic", "level: [clinic]", "E103 level", "on the same line"),
    "a word for a block": ("      - id: care", "          - callout\n      - id: care", "E103 callout", "block"),
    "a list for a kind": ("block: contact", "block: [contact]", "E103 block", ""),
    "a missing language": ("                en: Wait.\n", "", "E104 fr", 'add   en: "..."'),
    "an empty language": ("fr: Rassurer,", "fr: ,", "E104 fr", "after `fr:`"),
    "an unknown language": ("{ fr: Rassurer,", "{ fra: Rassurer,", "E105 fra", "did you mean `fr`?"),
    "an unknown language without a text": ("{ fr: Rassurer,", "{ fr: Oui, es: ,", "E105 es", "its languages"),
    "a further language": ("{ fr: Rassurer,", "{ es: Hola, fr: Rassurer,", "E105 es", "its languages: fr, en"),
    "an empty text": ("fr: Rassurer", 'fr: "  "', 'E106 "  "', "between the quotes"),
    "an empty name": ("city: Lévis", 'city: ""', 'E106 ""', "between the quotes"),
    "a long text": ("fr: Rassurer", f"fr: {'a' * 4001}", f"E106 {'a' * 4001}", "shorten it"),
    "a weekday in French": ("first: monday", "first: lundi", "E107 lundi", "did you mean `monday`?"),
    "a mistyped weekday": ("first: monday", "first: mondy", "E107 mondy", "did you mean `monday`?"),
    "an unknown unit": ("unit: hours", "unit: hour", "E107 hour", "did you mean `hours`?"),
    "an unknown icon": ("icon: hand", "icon: glove", "E107 glove", "choose one of: hand, drop"),
    "an unknown level": ("level: same_day", "level: same-day", "E107 same-day", "did you mean `same_day`?"),
    "an unknown block": ("block: avoid", "block: avoids", "E107 avoids", "did you mean `avoid`?"),
    "another version of the content": ("schema_version: 1", "schema_version: 2", "E107 2", "write 1:"),
    "a phone with brackets": ("418 555-0134", "(418) 555-0134", "E108 (418) 555-0134", "write 418 555-0134"),
    "a phone that ends in a word": ("418 555-0134", "1-800-CLINIC", "E108 1-800-CLINIC", "a phone number has 10 digits"),
    "a phone that ends in a long word": ("418 555-0134", "1 800 FLOWERS", "E108 1 800 FLOWERS", "800 356-9377"),
    "a phone that is short by a digit": ("418 555-0134", "418 555-013", "E108 418 555-013", "10 digits, with its area code; here are 9"),
    "an address on one line": (
        "\n      number: 12\n      street: rue des Sapins\n      city: Lévis\n      postal_code: G6V 1A1\n",
        " 12, rue des Sapins, bureau 3, Lévis (Québec) G6V 1A1\n",
        "E103 12, rue des Sapins, bureau 3, Lévis (Québec) G6V 1A1",
        'address: { number: "12", street: "rue des Sapins", unit: "bureau 3", city: "Lévis", postal_code: "G6V 1A1" }',
    ),
    "a number in the street": (
        "number: 12\n      street: rue", "street: 12, rue", "E102 address", 'number: "12"   street: "rue des Sapins"',
    ),
    "an id without its name": ("- id: main", "- main:", "E102 main", "write   - id: main"),
    "all editions": ("[two_sided, single]", "toutes", "E103 toutes", "in square brackets: editions: [two_sided, single]"),
    "a phone with other digits": ("418 555-0134", "418 555-013٤", "E108 418 555-013٤", "no brackets"),
    "a postal code": ("G6V 1A1", "g6v1a1", "E108 g6v1a1", "write G6V 1A1"),
    "a postal code with a letter that none has": ("G6V 1A1", "G6O 1A1", "E108 G6O 1A1", "G1R 2S5"),
    "a colour by name": ('brand: "#0B4F5C"', "brand: teal", "E108 teal", '"#0B4F5C"'),
    "a short colour": ('brand: "#0B4F5C"', 'brand: "#0B4"', 'E108 "#0B4"', '"#00BB44"'),
    "a code": ("code: PIM", "code: Pim", "E108 Pim", "write PIM"),
    "a version": ("version: 1.0", "version: v1", "E108 v1", "1.0"),
    "an id with a capital": ("  levis:\n", "  Levis:\n", "E108 Levis", "small letters without accents"),
    "an id with an accent": ("  needling: {", "  pelé: { fr: a, en: b }\n  needling: {", "E108 pelé", "accents"),
    "a number in words": ("value: 24", "value: un jour", "E109 un jour", "24 or 1.5"),
    "a number with a comma": ("value: 24", "value: 24,5", "E109 24,5", "write 24.5"),
    "a number that only programs write": ("value: 24", "value: 2_4", "E109 2_4", "24 or 1.5"),
    "no number at all": ("value: 24", "value: NaN", "E109 NaN", "24 or 1.5"),
    "a date in words": ("reviewed: 2026-05-02", "reviewed: 2 mai 2026", "E109 2 mai 2026", "2026-05-02"),
    "a date without dashes": ("reviewed: 2026-05-02", "reviewed: 20260502", "E109 20260502", "2026-05-02"),
    "a date that is not": ("reviewed: 2026-05-02", "reviewed: 2026-02-30", "E109 2026-02-30", "no calendar"),
    "an hour without a colon": ("opens: 9:00", "opens: 900", "E109 900", 'write "9:00"'),
    "an hour in French": ("opens: 9:00", "opens: 9 h", "E109 9 h", 'write "9:00"'),
    "an hour that is not": ("opens: 9:00", "opens: 9:60", "E109 9:60", "9:00 or 13:30"),
    "too large a number": ("logo: assets/pine.svg", "logo: a\n    message_bar: 6", "E109 6", ""),
    "one key point": (POINT_2, "", "E110 items", ""),
    "an empty list": ("services: [needling]", "services: []", "E110 services", ""),
    "no service at all": ("  needling: { fr: microperforation, en: microneedling }\n", "  {}\n", "E110 services", ""),
    "a closing before the opening": ("closes: 17:30", "closes: 8:00", "E111 8:00", ""),
    "a figure out of its range": ("value: 24\n    to: 48", "value: 12\n    to: 48", "E111 12", "keep to that range"),
    "a review after four years": ("review_due: 2028-05-02", "review_due: 2030-05-02", "E111 2030-05-02", "not after 2029-05-02"),
    "an approval without a name": ("status: sample", "status: approved", "E111 approved", "add `by:`, `role:`, `on:`"),
    "a web address without https": ("https://clinic.example\n", "www.clinic.example\n", "E111 www.clinic.example", "write https://www.clinic.example"),
    "an unknown brand": ("brand: pine\n", "brand: pin\n", "E120 pin", "did you mean `pine`?"),
    "an unknown service": ("services: [needling]", "services: [needling, botox]", "E120 botox", "choose one of"),
    "an unknown service of a handout": ("service: needling", "service: needlin", "E120 needlin", "did you mean"),
    "an unknown override": ("      makeup_wait:", "      make_up_wait:", "E120 make_up_wait", "did you mean"),
    "an unknown edition": ("[two_sided, single]", "[two_sided, singel]", "E121 singel", "did you mean `single`?"),
    "an edition in capitals": ("[two_sided, single]", "[Two-Sided, single]", "E121 Two-Sided", "did you mean `two_sided`?"),
    "an edition as it is said": ("[two_sided, single]", "[two sided, single]", "E121 two sided", "did you mean `two_sided`?"),
    "an unknown edition of a section": ("- id: care", "- id: care\n        editions: [big]", "E121 big", ""),
    "an override that no source allows": ("value: 72", "value: 96", "E122 96", "keep to that range"),
    "an override that ends before it begins": ("value: 72", "value: 72\n        to: 48", "E122 48", ""),
    "a slug with an accent": ("fr: boutons, en: pimples", "fr: été, en: pimples", "E124 été", "without accents"),
    "a slug that Windows keeps": ("fr: boutons, en: pimples", "fr: con, en: pimples", "E124 con", "file name"),
    "an id that Windows keeps": ("  levis:\n", "  aux:\n", "E126 aux", "choose another name"),
    "an edition twice": ("[two_sided, single]", "[single, single]", "E127 single", "delete one"),
    "a language twice": ("languages: [fr, en]", "languages: [fr, en, en]", "E127 en", "delete one"),
    "English first": ("languages: [fr, en]", "languages: [en, fr]", "E128 fr", "s. 89"),
    "a brand that extends nothing": ("extends: pine", "extends: pin", "E140 pin", "did you mean `pine`?"),
}  # fmt: skip


@pytest.mark.parametrize("sample", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_in_words_at_its_exact_place(tmp_path: Path, sample: tuple[str, str, str, str]) -> None:
    old, new, place, words = sample
    path = written(tmp_path, changed((old, new)))
    found = problems(path)
    assert shown(path)[0].startswith(place), [str(problem) for problem in found]
    assert words in f"{found[0].message} | {found[0].hint}"
    for problem in found:
        assert_plain(problem)


MAIN = SAMPLE[SAMPLE.index("          - block: main_message") : SAMPLE.index("          - block: key_points")]
POINTS = SAMPLE[SAMPLE.index("          - block: key_points") : SAMPLE.index("      - id: care")]
EMERGENCY = SAMPLE[
    SAMPLE.index("          - block: warning\n            level: emergency") : SAMPLE.index(
        "          - block: warning\n            level: same_day"
    )
]
CONTACT = SAMPLE[SAMPLE.index("          - block: contact") :]
STEPS = "          - block: steps"
CALLOUT = "          - block: callout\n            text: { fr: Oui, en: Yes }\n"

ANATOMY = {
    "no main message": (((MAIN, ""),), "E130 pimples", "has no main message"),
    "a second main message": (((STEPS, MAIN + STEPS),), "E130 main_message", "this is another"),
    "a main message that comes second": (((MAIN + POINTS, POINTS + MAIN),), "E131 key_points", "right after"),
    "a main message in the second section": (
        ((MAIN + POINTS, CALLOUT), (STEPS, MAIN + STEPS)),
        "E130 main_message",
        "first block",
    ),
    "key points elsewhere": (((POINTS, ""), (CONTACT, POINTS + CONTACT)), "E131 key_points", "right after"),
    "key points twice": (((STEPS, POINTS + STEPS),), "E131 key_points", "once"),
    "no emergency": (((EMERGENCY, ""),), "E132 warning", "no warning of level `emergency`"),
    "a level twice": ((("level: same_day", "level: emergency"),), "E132 emergency", "level `same_day` is missing"),
    "no contact": (((CONTACT, ""),), "E133 warning", "no contact panel"),
    "a second contact": (((STEPS, CONTACT + STEPS),), "E133 contact", "this is another"),
    "a warning that some editions leave out": (
        (("- id: care", "- id: care\n        editions: [single]"),),
        "E134 warning",
        "every edition prints a warning block",
    ),
    "two sections of one name": ((("- id: care", "- id: main"),), "E135 main", "another section"),
}


@pytest.mark.parametrize("sample", ANATOMY.values(), ids=ANATOMY.keys())
def test_a_handout_without_what_every_handout_has_is_refused(
    tmp_path: Path, sample: tuple[tuple[tuple[str, str], ...], str, str]
) -> None:
    changes, place, words = sample
    path = written(tmp_path, changed(*changes))
    found = problems(path)
    assert place in shown(path)
    assert any(words in problem.message for problem in found)
    for problem in found:
        assert_plain(problem)


def test_a_level_that_stands_twice_where_another_is_missing_is_told_once(tmp_path: Path) -> None:
    path = written(tmp_path, changed(("level: same_day", "level: emergency")))
    assert shown(path) == ["E132 emergency"]


def test_each_level_that_is_missing_and_each_that_stands_twice_is_told_where_several_are(tmp_path: Path) -> None:
    path = written(tmp_path, changed(("level: same_day", "level: emergency"), ("level: clinic", "level: emergency")))
    assert shown(path) == ["E132 emergency", *["E132 warning"] * 2, "E132 emergency"]


def test_nothing_is_said_to_be_missing_from_a_handout_with_a_block_of_unknown_kind(tmp_path: Path) -> None:
    path = written(tmp_path, changed(("block: contact", "block: contacts")))
    assert shown(path) == ["E107 contacts"]


SECOND = changed(
    ("  pimples:\n", "  redness:\n"),
    ("code: PIM", "code: RED"),
    ("fr: boutons, en: pimples", "fr: rougeurs, en: redness"),
    text=SAMPLE[SAMPLE.index("handouts:\n") :],
)


def test_two_handouts_never_have_one_code(tmp_path: Path) -> None:
    path = written(
        tmp_path, SAMPLE.replace("schema", 'include: ["parts/*.yaml"]\nschema', 1), b=SECOND.replace("RED", "PIM")
    )
    (problem,) = problems(path)
    assert problem.code == "E123"
    assert problem.at is not None
    assert problem.at.file == (tmp_path / "parts" / "b.yaml").as_posix()
    assert "handout pimples has the code “PIM” already" in problem.message


@pytest.mark.parametrize("slugs", ["fr: boutons, en: redness", "fr: rougeurs, en: boutons"])
def test_two_handouts_never_have_one_file_name_in_any_language(tmp_path: Path, slugs: str) -> None:
    second = changed(("fr: rougeurs, en: redness", slugs), text=SECOND)
    path = written(tmp_path, SAMPLE + second.removeprefix("handouts:\n"))
    assert shown(path) == ["E125 boutons"]


def test_one_handout_may_have_one_file_name_in_both_languages(tmp_path: Path) -> None:
    loaded(tmp_path, ("fr: boutons, en: pimples", "fr: pimples, en: pimples"))


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        changed(
            ("unit: hours", "unit: hour"),
            ('brand: "#0B4F5C"', "brand: #0B4F5C"),
            ("brand: pine\n", "brand: pin\n"),
            ("418 555-0134", "418.555.0134"),
            ("value: 72", "value: 96"),
            ("fr: boutons,", "fr: été,"),
            ("fr: Rassurer, en: Reassure", "fr: Attention : rassurer"),
            ("                en: Wait.\n", ""),
            (EMERGENCY, ""),
        ),
    )
    assert shown(path) == [
        "E107 hour",
        "E159 #0B4F5C",
        "E120 pin",
        "E108 418.555.0134",
        "E122 96",
        "E124 été",
        "E160 :",
        "E104 fr",
        "E132 warning",
    ]


def test_a_mistake_does_not_make_others_seem_wrong(tmp_path: Path) -> None:
    """A mistyped name is not also missing, a list is not too short of its bad items, a bad clinic still exists."""
    assert shown(written(tmp_path, changed(("    title:", "    titel:")))) == ["E101 titel"]
    assert shown(written(tmp_path, changed(("{ fr: Rassurer,", "{ fra: Rassurer,")))) == ["E105 fra"]
    assert shown(written(tmp_path, changed(("{ fr: Enflure, en: Swelling }", "Enflure")))) == ["E103 Enflure"]
    assert shown(written(tmp_path, changed(("    logo: assets/pine.svg\n", "    logo:\n")))) == ["E102 logo"]


def test_a_missing_text_is_told_by_what_it_belongs_to(tmp_path: Path) -> None:
    problem, _ = only(tmp_path, ("                en: Wait.\n", ""))
    assert problem.message == "“en” is missing for step 3"
    problem, _ = only(tmp_path, ("{ fr: Prudence, en: Caution }", "{ fr: Prudence }"))
    assert problem.message == "“en” is missing for `reason` of override makeup_wait"


def test_nine_in_the_morning_may_be_written_with_or_without_its_zero(tmp_path: Path) -> None:
    one = loaded(tmp_path, ("opens: 9:00", "opens: 09:00")).content.clinics["levis"].hours[0].opens
    assert one == loaded(tmp_path).content.clinics["levis"].hours[0].opens


def test_a_name_with_nothing_after_it_is_a_warning_where_it_may_be_left_out(tmp_path: Path) -> None:
    (warning,) = loaded(tmp_path, ("    logo:", "    tagline:\n    logo:")).warnings
    assert (warning.code, warning.is_error) == ("W101", False)
    assert "`tagline:`" in warning.message


def test_a_language_that_the_program_does_not_know_is_told_once_and_asked_of_no_text(tmp_path: Path) -> None:
    path = written(tmp_path, changed(("languages: [fr, en]", "languages: [fr, en, tlh]")))
    (problem,) = problems(path)
    assert problem.code == "E128"
    assert "does not know the language “tlh”" in problem.message


def test_content_in_one_language_needs_that_language_only(tmp_path: Path) -> None:
    text = re.sub(r", en: .*? \}", " }", SAMPLE.replace("[fr, en]", "[fr]"))
    text = re.sub(r"                en: .*\n", "", text)
    found = load(written(tmp_path, text), EDITIONS)
    assert {language for placed in found.texts() for language in placed.text.words} == {"fr"}


# files and brands

INCLUDING = SAMPLE.replace("schema", 'include: ["parts/*.yaml"]\nschema', 1)


def test_included_files_add_to_the_groups_of_the_first(tmp_path: Path) -> None:
    first = INCLUDING[: INCLUDING.index("handouts:\n")]
    path = written(
        tmp_path, first, b=SECOND, a=SAMPLE[SAMPLE.index("handouts:\n") :], c="facts:\n  x: {fr: a, en: b}\n"
    )
    found = load(path, EDITIONS)
    assert list(found.content.handouts) == ["pimples", "redness"]
    assert found.content.facts.keys() == {"sunscreen", "x"}
    assert [Path(file).name for file in found.sources.files] == ["content.yaml", "a.yaml", "b.yaml", "c.yaml"]
    at = found.content.handouts["redness"].at.whole
    assert at is not None
    assert (Path(at.file).name, at.line, at.column) == ("b.yaml", 2, 3)


def test_a_group_that_is_empty_in_the_first_file_can_be_filled_by_others(tmp_path: Path) -> None:
    first = INCLUDING[: INCLUDING.index("handouts:\n")] + "handouts:\n"
    assert load(written(tmp_path, first, b=SECOND), EDITIONS).content.handouts.keys() == {"redness"}


def test_an_id_stands_in_one_file_only_and_both_places_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, INCLUDING, b="services:\n  needling: {fr: a, en: b}\n")
    (problem,) = problems(path)
    assert problem.code == "E144"
    assert problem.at is not None
    assert (Path(problem.at.file).name, problem.at.line) == ("b.yaml", 2)
    assert f"{path.as_posix()}:5:3" in problem.message


def test_a_language_that_all_texts_have_and_the_content_does_not_name_is_told_once(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, changed(("languages: [fr, en]", "languages: [fr]"))))
    assert (problem.code, problem.hint) == ("E128", "write   languages: [fr, en]")


@pytest.mark.parametrize("name", ["include: [x.yaml]", "languages: [fr]", "schema_version: 1"])
def test_an_included_file_holds_no_settings(tmp_path: Path, name: str) -> None:
    (problem,) = problems(written(tmp_path, INCLUDING, b=f"{name}\n"))
    assert (problem.code, "content.yaml" in problem.message) == ("E143", True)


def test_a_mistyped_group_of_an_included_file_is_guessed(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, INCLUDING, b="handout: {}\n"))
    assert problem.hint == "did you mean `handouts`?"


def test_a_group_of_an_included_file_is_a_group(tmp_path: Path) -> None:
    (problem,) = problems(written(tmp_path, INCLUDING, b="handouts: [a]\n"))
    assert problem.code == "E103"


def test_an_include_that_finds_nothing_is_told_at_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, SAMPLE.replace("schema", "include:\n  - parts/*.yml\nschema", 1))
    assert shown(path) == ["E141 parts/*.yml"]


@pytest.mark.parametrize("pattern", ["/etc/*.yaml", "../*.yaml", "parts/../../x.yaml", "C:/x.yaml", "parts\\\\x.yaml"])
def test_an_include_never_leads_outside_the_folder(tmp_path: Path, pattern: str) -> None:
    path = written(tmp_path, SAMPLE.replace("schema", f'include: ["{pattern}"]\nschema', 1))
    (problem,) = problems(path)
    assert problem.code == "E142"


@pytest.mark.parametrize("pattern", [".", "**", "parts", "[", "***", "parts/", "a**b", "?" * 300])
def test_an_odd_pattern_finds_nothing_and_breaks_nothing(tmp_path: Path, pattern: str) -> None:
    path = written(tmp_path, SAMPLE.replace("schema", f'include: ["{pattern}"]\nschema', 1))
    (problem,) = problems(path)
    assert problem.code == "E141"


def test_a_link_that_leads_outside_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("facts: {}\n")
    path = written(folder, INCLUDING)
    (folder / "parts" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "parts" / "loop.yaml").symlink_to(folder / "parts" / "loop.yaml")
    (problem,) = problems(path)
    assert problem.code == "E142"
    assert "link.yaml" in problem.hint
    assert "loop.yaml" in problem.hint


def test_mistakes_of_several_files_are_told_together_file_by_file(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        INCLUDING.replace("unit: hours", "unit: hour"),
        b="facts:\n  x: {fr: Attention : non, en: b}\n",
        a="facts:\n  y: oui\n",
    )
    found = problems(path)
    assert [(Path(problem.at.file).name, problem.code) for problem in found if problem.at] == [
        ("content.yaml", "E107"),
        ("a.yaml", "E103"),
        ("b.yaml", "E160"),
    ]


def test_nothing_is_said_to_be_missing_when_an_included_file_cannot_be_read(tmp_path: Path) -> None:
    first = INCLUDING[: INCLUDING.index("handouts:\n")].replace("[needling]", "[needling, botox]")
    (problem,) = problems(written(tmp_path, first, b="handouts:\n  a: b\n    c: d\n"))
    assert problem.code == "E164"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "nowhere.yaml")
    assert (problem.code, "there is no file" in problem.message) == ("E150", True)


def test_a_folder_is_not_content(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path)
    assert (problem.code, "is a folder" in problem.message) == ("E150", True)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux only: files that the system makes up")
def test_what_only_looks_like_a_file_is_not_waited_for(tmp_path: Path) -> None:
    (problem,) = problems(Path("/proc/self/status"))
    assert (problem.code, "is not a file" in problem.message) == ("E150", True)
    (tmp_path / "content.yaml").symlink_to("/proc/self/status")
    (problem,) = problems(tmp_path / "content.yaml")
    assert (problem.code, "is not a file" in problem.message) == ("E150", True)


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "a\0b")
    assert problem.code == "E150"


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (problem,) = problems(path)
    assert problem.code == "E152"


@pytest.mark.parametrize("text", ["- a\n", "just words\n"])
def test_content_begins_with_names(tmp_path: Path, text: str) -> None:
    (problem,) = problems(written(tmp_path, text))
    assert (problem.code, "group of names" in problem.message) == ("E103", True)


def test_content_that_cannot_be_used_ends_the_command_as_content_does(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(written(tmp_path, ""), EDITIONS)
    assert caught.value.exit_code == ExitCode.CONTENT


def test_a_brand_inherits_what_it_does_not_say_and_each_colour_by_itself(tmp_path: Path) -> None:
    brands = loaded(tmp_path).content.brands
    pine, fir = brands["pine"], brands["fir"]
    assert fir.logo == pine.logo
    assert fir.name["fr"] == "Clinique du Sapin"
    assert (fir.colors.brand, fir.colors.brand_tint) == ("#5C0B4F", pine.colors.brand_tint)
    at, own = fir.at.of("logo"), fir.colors.at.of("brand")
    assert at is not None
    assert own is not None
    assert (SAMPLE[at.start : at.end], SAMPLE[own.start : own.end]) == ("assets/pine.svg", '"#5C0B4F"')


def test_a_brand_inherits_from_its_grandparent(tmp_path: Path) -> None:
    yew = "  yew:\n    extends: fir\n    name: { fr: If, en: Yew }\nclinics:"
    assert loaded(tmp_path, ("clinics:", yew)).content.brands["yew"].colors.brand == "#5C0B4F"


def test_brands_that_extend_each_other_are_told_at_each_of_them(tmp_path: Path) -> None:
    path = written(tmp_path, changed(("  pine:\n", "  pine:\n    extends: fir\n")))
    assert shown(path) == ["E140 fir", "E140 pine"]
    assert "pine → fir → pine" in problems(path)[0].message


def test_a_mistake_in_a_brand_is_told_once_however_many_extend_it(tmp_path: Path) -> None:
    assert shown(written(tmp_path, changed(("assets/pine.svg", '""')))) == ['E106 ""']


def test_every_code_of_the_content_has_a_sample_that_must_fail() -> None:
    places = [place for _, _, place, _ in MISTAKES.values()] + [place for _, place, _ in ANATOMY.values()]
    here = {place.split()[0] for place in places} | {code for _, code, _, _ in REFUSED.values()}
    elsewhere = {"E123", "E125", "E129", "E141", "E142", "E143", "E144", "E150", "E151", "E152", "E153", "W101"}
    assert {code for code in CODES if code[:3] in CONTENT_CODES} == here | elsewhere


@pytest.mark.parametrize("words", [{"title": "a"}, {"title": {"fr": "a", "en": ["b"]}}, {"code": 3}])
def test_the_model_gives_no_message_of_its_own(words: dict[str, object]) -> None:
    """Whatever pydantic finds is told in this program's words, whether or not a rule foresaw it."""
    with pytest.raises(ValidationError) as caught:
        Handout.model_validate(words)
    root = MappingNode({}, Span("content.yaml", 1, 1))
    found = complaints(caught.value, root, ("fr", "en"))
    assert found
    for problem in found:
        assert problem.code in CODES
        assert_plain(problem)


SIGNS = st.text(st.sampled_from(" :-#\"'{}[]&*!|>%@,?\téa1\n"), max_size=4)


@given(line=st.integers(0, SAMPLE.count("\n") - 1), column=st.integers(0, 60), put=SIGNS, cut=st.integers(0, 12))
@example(line=3, column=0, put="?", cut=0)
@example(line=0, column=0, put="?\t", cut=0)
@example(line=17, column=0, put="?", cut=1)
def test_any_slip_of_the_hand_gives_content_or_problems_in_plain_words(
    tmp_path_factory: pytest.TempPathFactory, line: int, column: int, put: str, cut: int
) -> None:
    rows = SAMPLE.splitlines()
    rows[line] = rows[line][:column] + put + rows[line][column + cut :]
    path = written(tmp_path_factory.getbasetemp(), "\n".join(rows))
    for problem in problems_if_any(path):
        assert problem.code in CODES
        assert problem.at is not None
        assert_plain(problem)


def problems_if_any(path: Path) -> tuple[Problem, ...]:
    try:
        return load(path, EDITIONS).warnings
    except UnfitContentError as error:
        return error.problems
