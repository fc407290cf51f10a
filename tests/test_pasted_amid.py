"""A block, a section or half a handout pasted amid something else is told once: which lines, and where they go."""

import re
from pathlib import Path

import pytest

from handouts.content.loading import UnfitContentError, load
from handouts.errors import Problem
from tests import test_forty_mistakes as forty
from tests.check_samples import EDITIONS
from tests.sample_content import short_sample

LINES = short_sample().split("\n")


def line_of(words: str) -> int:
    """Return the number of the first line of the content that says this."""
    return next(number for number, line in enumerate(LINES, 1) if words in line)


def lines(first: str, before: str) -> list[str]:
    """Return the lines from the first that says one thing to the one before that which says another."""
    start = line_of(first)
    end = next(number for number in range(start + 1, len(LINES) + 1) if before in LINES[number - 1])
    return LINES[start - 1 : end - 1]


def pasted(after: int, what: list[str], folder: Path) -> tuple[list[Problem], int, int]:
    """Paste lines under a line; return what is told, and the numbers of the first and the last of them."""
    folder.mkdir(exist_ok=True)
    text = "\n".join([*LINES[:after], *what, *LINES[after:]])
    return list(forty.told(folder, text.encode()).problems), after + 1, after + len(what)


PARAGRAPH = [
    "          - block: paragraph",
    "            text:",
    '              fr: "Gardez cette feuille."',
    '              en: "Keep this sheet."',
]
QUESTION = lines("- block: question", "- id: skin-colours")[:-1]
BULLETS = lines("- block: bullets", '- fr: "Une peau déjà grasse')
SECTION = lines("- id: skin-colours", "- id: look-alikes")[:-1]
HANDS, WASHING = line_of("- id: hands"), line_of("- id: washing")


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (WASHING - 1, PARAGRAPH),
        (WASHING - 1, QUESTION),
        (WASHING - 1, SECTION),
        (HANDS + 1, PARAGRAPH),
        (HANDS + 2, PARAGRAPH),  # between the languages of a text
        (HANDS + 3, BULLETS),  # whose last item takes what follows for its own
        (HANDS + 3, SECTION),
        (WASHING + 3, SECTION),  # whose long text takes what follows for its own
        (line_of("- block: do") - 2, PARAGRAPH),  # between a heading and its blocks
        (line_of("- block: do") - 2, SECTION),
        (line_of('- fr: "Lèvres'), ["", *PARAGRAPH]),
        (line_of('en: "Whom to call"'), PARAGRAPH),
        (line_of('en: "Cold sores"'), PARAGRAPH),  # between the cells of a row
    ],
)
def test_lines_that_were_pasted_amid_an_item_are_told_once_with_where_to_put_them(
    after: int, what: list[str], tmp_path: Path
) -> None:
    (problem,), first, last = pasted(after, what, tmp_path)
    first += not what[0]
    assert (problem.code, problem.at and problem.at.line) == ("E164", first)
    assert "stands in the middle of the one that begins on line" in problem.message
    assert problem.hint.startswith(f"move lines {first} to {last} under line ")
    moved = re.search(r"under line (\d+)", problem.hint)
    assert moved
    assert int(moved[1]) > last


def test_lines_that_were_moved_where_the_message_says_are_told_no_more(tmp_path: Path) -> None:
    (problem,), first, last = pasted(WASHING - 1, PARAGRAPH, tmp_path / "before")
    under = int(re.search(r"under line (\d+)", problem.hint)[1])  # type: ignore[index]
    text = [*LINES[: WASHING - 1], *PARAGRAPH, *LINES[WASHING - 1 :]]
    text = [*text[: first - 1], *text[last:under], *PARAGRAPH, *text[under:]]
    assert forty.told(tmp_path, "\n".join(text).encode()).problems == ()


@pytest.mark.parametrize("right", ["- block: paragraph", "- id: skin-colours"])
def test_what_is_pasted_between_two_items_is_no_mistake(right: str, tmp_path: Path) -> None:
    found = pasted(line_of("- block: key_points") - 1, PARAGRAPH, tmp_path)[0]
    assert "E164" not in {each.code for each in found}, right


TOP = lines("    code: SEM", "    sections:")
BOTTOM = lines("    conflicts:", "- id: expect")


@pytest.mark.parametrize(
    ("after", "what", "name"),
    [
        (line_of("  first-week:") - 2, ["  first-week:", *TOP], "first-week"),  # stands twice
        (line_of("    sections:") - 1, TOP, "code"),
        (line_of("    subtitle:") - 1, TOP, "code"),
        (line_of("  first-week:"), BOTTOM, "conflicts"),
        (line_of("  first-week:") - 2, BOTTOM, "conflicts"),
    ],
)
def test_half_of_a_copy_that_was_pasted_is_told_once_by_the_first_name_that_stands_twice(
    after: int, what: list[str], name: str, tmp_path: Path
) -> None:
    (problem,), _, _ = pasted(after, what, tmp_path)
    assert problem.code == "E154"
    assert problem.message.startswith(f"`{name}` stands here twice")


def test_sections_that_were_pasted_a_second_time_are_told_once(tmp_path: Path) -> None:
    twice = lines("      - id: do", "      - id: why")
    (problem,), _, last = pasted(line_of("      - id: why") - 1, twice, tmp_path)
    assert problem.code == "E135"
    assert problem.at
    assert last - len(twice) < problem.at.line <= last
    assert problem.message == "this section and 1 more of this handout have the ids of others"


def test_two_names_typed_twice_apart_from_each_other_are_two_messages(tmp_path: Path) -> None:
    text = short_sample().replace('    version: "1.0"\n', '    version: "1.0"\n    version: "1.0"\n', 1)
    text = text.replace("    review_due: 2028-05-02\n", "    review_due: 2028-05-02\n    review_due: 2028-05-02\n", 1)
    assert [each.code for each in forty.told(tmp_path, text.encode()).problems] == ["E154", "E154"]


def test_two_items_without_their_dashes_are_two_messages(tmp_path: Path) -> None:
    text = short_sample()
    for item in ('fr: "Évanouissement"', 'fr: "Lèvres, langue ou gorge enflées"'):
        text = text.replace(f"- {item}", f"  {item}", 1)
    told = forty.told(tmp_path, text.encode()).problems
    assert [each.code for each in told] == ["E154", "E154"]
    assert all("put a dash before it" in each.hint for each in told)


def test_a_warning_pasted_amid_the_signs_of_another_level_is_told_with_the_line_that_it_begins_on(
    tmp_path: Path,
) -> None:
    warning = lines("level: same_day", "level: clinic")[:-1]
    copy = ["          - block: warning", *warning]
    problems, first, _ = pasted(line_of('en: "Trouble breathing or swallowing"'), copy, tmp_path)
    [problem] = [each for each in problems if each.code == "E132"]
    assert problem.message.endswith(f"after the one on line {first + 1}")
    assert "give that level back the signs that now stand below it" in problem.hint


def unfit(text: list[str], folder: Path) -> tuple[Problem, ...]:
    """Return what is told of lines that are read as a content, before anything of it is checked."""
    path = folder / "content.yaml"
    path.write_text("\n".join(text), encoding="utf-8")
    try:
        return load(path, EDITIONS).problems
    except UnfitContentError as error:
        return error.problems


def part(name: str) -> list[str]:
    """Return the lines of a clinic, a handout or another part."""
    start = line_of(f"  {name}:")
    below = range(start + 1, len(LINES) + 1)
    end = next((n for n in below if LINES[n - 1].strip() and not LINES[n - 1].startswith("   ")), len(LINES) + 1)
    return LINES[start - 1 : end - 1]


@pytest.mark.parametrize(
    ("after", "what", "around"),
    [
        (line_of("    phone: 514 555-0178"), "clinic boreale-levis", "clinic rivage-montreal"),
        (line_of("      street: rue du Quai"), "clinic boreale-levis", "clinic rivage-limoilou"),
        (line_of('      en: "Clinique Rivage Limoilou"') - 1, "clinic boreale-levis", "clinic rivage-limoilou"),
        (line_of("    logo: assets/rivage.svg"), "brand boreale", "brand rivage"),
        (line_of("    to: 48"), "duration sun_before", "duration makeup_wait"),
        (line_of("    sections:") - 1, "handout getting-ready", "handout pimples"),
        (line_of("- id: washing") - 1, "handout getting-ready", "handout pimples"),
        (line_of("- id: washing") + 2, "handout getting-ready", "handout pimples"),  # between the languages of a text
        (line_of("      - id: why") - 1, "handout getting-ready", "handout pimples"),  # whose sections it takes over
    ],
)
def test_a_part_that_was_pasted_amid_another_of_its_kind_is_told_once_with_where_to_put_it(
    after: int, what: str, around: str, tmp_path: Path
) -> None:
    name = what.partition(" ")[2]
    copy = [line.replace(name, "a-copy") for line in part(name)]
    first, last = after + 1, after + len(copy)
    (problem,) = unfit([*LINES[:after], *copy, *LINES[after:]], tmp_path)
    assert (problem.code, problem.at and problem.at.line) == ("E164", first)
    assert problem.message == f"{what.replace(name, 'a-copy')} stands in the middle of {around}"
    under = re.fullmatch(rf"move lines {first} to {last} under line (\d+), the end of {around}", problem.hint)
    assert under
    end = int(under[1]) - len(copy)
    moved = unfit([*LINES[:end], *copy, *LINES[end:]], tmp_path)
    assert {each.code for each in moved} <= {"E123", "E125"}  # the code and the slugs of the copy


@pytest.mark.parametrize(("name", "group"), [("boreale-levis", "clinics"), ("first-week", "handouts")])
def test_a_part_that_stands_too_far_in_is_told_once(name: str, group: str, tmp_path: Path) -> None:
    inside = ["  " + line if line else line for line in part(name)]
    text = short_sample().replace("\n".join(part(name)), "\n".join(inside), 1)
    (problem,) = unfit(text.split("\n"), tmp_path)
    assert problem.message == f"`{name}` stands too far in: it belongs under `{group}:`"
    assert problem.hint == "take 2 spaces away before it, and before each line that belongs to it"


def test_names_that_lost_the_spaces_before_them_are_told_once_with_the_group_or_item_that_they_belong_to(
    tmp_path: Path,
) -> None:
    text = short_sample()
    for old, new in (
        ('      number: "85"\n      street: rue du Vieux', '    number: "85"\n    street: rue du Vieux'),
        ("      city: Lévis\n      postal_code: G6V", "    city: Lévis\n    postal_code: G6V"),
        ("    approval:\n      status: sample", "    approval:\n    status: sample"),
        (
            "                duration: direct_sun\n            short",
            "            duration: direct_sun\n            short",
        ),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    found = unfit(text.split("\n"), tmp_path)
    assert [(each.code, each.message.partition(": ")[2], each.hint.partition(", so")[0]) for each in found] == [
        (
            "E101",
            "it belongs to `address` of clinic boreale-levis",
            "put 2 spaces more before it (and the 3 lines under it)",
        ),
        ("E101", "it belongs to `approval` of handout pimples", "put 2 spaces more before it"),
        ("E101", "it belongs to item 7", "put 4 spaces more before it"),
    ]
