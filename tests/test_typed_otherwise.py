"""Values typed as an envelope, a poster or a web page has them: each is told once, with the line to write in its place."""

from pathlib import Path

import pytest

from handouts.content import load_fit
from handouts.errors import Problem
from handouts.problems.renamed import with_new_names
from handouts.told_together import told_once
from tests.check_samples import EDITIONS, ROOT
from tests.sample_content import short_sample
from tests.test_told_at_its_line import told

HOURS = short_sample()[short_sample().index("    hours:\n      - {first: monday, last: thursday") :].partition(
    "    website:"
)[0]
THURSDAY = '{first: monday, last: thursday, opens: "08:30", closes: "16:30"}'
FRIDAY = '{first: friday, opens: "08:30", closes: "12:00"}'
LEVIS = "      city: Lévis\n      postal_code: G6V 0A1\n"
MAKEUP = "    value: 24\n    to: 48\n"
COVER = "    cover:\n      kind: none\n    editions: [two_sided, single]"
LINES = '- {first: monday, last: thursday, opens: "8:30", closes: "16:30"}   - {first: friday, opens: "8:30", closes: "12:00"}'


def hinted(edits: list[tuple[str, str]], folder: Path) -> list[str]:
    return [hint for _, _, hint in told(edits, folder)]


def test_facts_of_clinics_typed_as_people_write_them_are_told_with_what_to_type(tmp_path: Path) -> None:
    found = hinted(
        [
            (LEVIS, "      city: Lévis (Québec) g6v0a1\n"),
            (COVER, "    cover: oui\n    editions: tous les formats"),
            ("[two_sided, single, pocket_card]", "aucune"),
            ("    approval:\n      status: sample", "    approval: oui"),
            ("418 555-0134", "4l8 555-O134"),
            (FRIDAY, '{first: ven., de: "08:30", à: midi}'),
            (THURSDAY, "{first: [monday, tuesday, thursday], opens: 0830, closes: 24:00}"),
            ("https://rivage.example", "<https://rivage.example>"),
            ("https://montreal.rivage.example", "[Rivage](https://montreal.rivage.example)"),
            ("418 555-0156", "[418 555-0156, 418 555-0199]"),
            ("[side_by_side, single, large_print]", "[toutes]"),
        ],
        tmp_path,
    )
    assert sorted(found) == sorted(
        [
            'write the two apart:   city: "Lévis"   postal_code: "G6V 0A1"',
            "write   cover: { kind: generated }",
            'write   approval: { status: approved, by: "…", role: {fr: "…", en: "…"}, on: … }',
            "name those that you want, in square brackets: editions: [two_sided, single]",
            "name those that you want, in square brackets: editions: [two_sided, single]",
            "write 418 555-0134",
            "did you mean `friday`?",
            "did you mean `opens`?",
            "did you mean `closes`?",
            "write   first: monday   and each of the others in a line of its own",
            'write "8:30"',
            'write "23:59": the hours of a day end before midnight',
            "write https://rivage.example",
            "write the address alone: website: https://montreal.rivage.example",
            "write one of them, and nothing else:   phone: 418 555-0156",
            "name each, with commas between them: two_sided, side_by_side, single, large_print, pocket_card",
        ]
    )


def test_dates_figures_and_colours_typed_otherwise_are_told_with_what_to_type(tmp_path: Path) -> None:
    found = hinted(
        [
            ('"#0B4F5C"', '"#OB4F5C"'),
            ('"#6B2A4A"', '"rgb(107, 42, 74)"'),
            ("cover_art: bars", "cover_art: barres"),
            (MAKEUP, "    value: [24, 48]\n"),
            ("\n  makeup_wait:", "\n  ice_wait: 10 à 15 minutes\n  makeup_wait:"),
            ("    reviewed: 2026-05-02", "    reviewed: 2026\u201105\u201102"),
            ("    review_due: 2028-05-02", "    review_due: mai 2028"),
            ("url: https://doi.org/10.1097/dss.0000000000004450", "url: doi:10.1097/dss.0000000000004450"),
            ("          - block: timeline\n            note:", "          - note:"),
        ],
        tmp_path,
    )
    assert sorted(found) == sorted(
        [
            'write "#0B4F5C"',
            'write "#6B2A4A"',
            "did you mean `bars`?",
            "write   value: 24   and after it   to: 48   for all between them",
            'write   ice_wait: { value: 10, to: 15, unit: minutes, min: …, max: …, source: "…", approved_by: "…" }',
            "write 2026-05-02",
            "write the day too: 2028-05-01",
            "write https://doi.org/10.1097/dss.0000000000004450",
            "add   block:   with one of: timeline",
        ]
    )


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ('"Du lundi au jeudi de 8 h 30 à 16 h 30, le vendredi de 8 h 30 à midi"', LINES),
        ("Mon-Thu 8:30am - 4:30pm; Fri 8.30 to noon", LINES),
        ("24 h/24, 7 jours/7", '- {first: monday, last: sunday, opens: "0:00", closes: "23:59"}'),
        (
            "\n      lundi: 8h30-16h30\n      mardi: {opens: 8:30, closes: 16:30}\n      mercredi: fermé\n      jeudi: 8:30 à 16:30",
            '- {first: monday, last: tuesday, opens: "8:30", closes: "16:30"}   - {first: thursday, opens: "8:30", closes: "16:30"}',
        ),
        ("lundi au jeudi 9h à 5h, vendredi 9h à midi", "{ first: monday, opens: 9:00, closes: 17:00 }"),
        ("sur rendez-vous", "{ first: monday, opens: 9:00, closes: 17:00 }"),
    ],
)
def test_hours_in_a_sentence_are_told_as_lines_where_it_is_sure_what_they_say(
    said: str, lines: str, tmp_path: Path
) -> None:
    (hint,) = hinted([(HOURS, f"    hours: {said}\n")], tmp_path)
    assert hint.endswith(lines)


def test_a_figure_that_has_another_name_now_is_told_once_with_that_name(tmp_path: Path) -> None:
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    path = tmp_path / "content.yaml"
    path.write_text(text.replace("\n  makeup_wait:", "\n  maquillage:"), encoding="utf-8")
    loaded = load_fit(path, EDITIONS)
    (of_clinic,) = loaded.problems
    of_handout = Problem("E173", "there is no duration `makeup_wait`", None)
    told_now = list(with_new_names([of_clinic, of_handout], loaded.content, loaded.sources))
    assert {each.hint.partition(",")[0] for each in told_now} == {"write maquillage"}
    assert told_once(told_now) == [[0, 1]]


def test_one_character_or_one_skeleton_in_many_places_is_told_in_one_message() -> None:
    zero = Problem("E153", "here is a zero byte (U+0000)", None)
    to_come = [Problem("E205", f"“À écrire : {part}” stands where words are to come", None) for part in ("a", "b")]
    assert told_once([zero, *to_come, zero]) == [[0, 3], [1, 2]]
