"""What changed in a handout, word by word and thing by thing."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.changes.comparing import Changed, changes_of
from handouts.changes.marking import Word, differing, marks
from handouts.changes.units import Told
from handouts.changes.words import compare
from tests.sample_sheets import (
    SHORTEST,
    both,
    closing,
    content,
    do,
    item,
    opening,
    paragraph,
    section,
    why,
    written_content,
)


def shown(before: str, now: str) -> str:
    """Both versions of a text in one, as the terminal shows them."""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in compare(before, now))


# words


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("Wait one day.", "Wait two days.", "Wait [-one day-]{+two days+}."),
        ("Wait.", "Wait.", "Wait."),
        ("Keep it clean", "Keep it clean and dry", "Keep it clean{+ and dry+}"),
        ("Très enflé", "Enflé", "[-Très enflé-]{+Enflé+}"),
        ("N'y touchez pas", "N'y touchez plus", "N'y touchez [-pas-]{+plus+}"),
        ("version 1.0", "version 1.1", "version [-1.0-]{+1.1+}"),
        ("Lavez, rincez", "Lavez; rincez", "Lavez[-,-]{+;+} rincez"),
        ("", "Wait", "{+Wait+}"),
        ("Wait", "", "[-Wait-]"),
    ],
)
def test_whole_words_are_shown_as_taken_out_and_put_in(before: str, now: str, told: str) -> None:
    assert shown(before, now) == told


_TEXT = st.text(st.sampled_from("ab1. ,'é\n"), max_size=30)


@given(_TEXT, _TEXT)
def test_no_word_of_either_version_is_lost_or_invented(before: str, now: str) -> None:
    pieces = compare(before, now)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == now


# things


def changed(
    before: Sequence[Any], now: Sequence[Any], later: dict[str, Any] | None = None, **more: Any
) -> list[Changed]:
    """What changed between two handouts of these sections; `later` and `more` belong to the second."""
    first = content(tuple(before))
    written = written_content(tuple(now), **more) | (later or {})
    second = type(first).model_validate(written)
    return list(changes_of(*(Told(each, "boutons", each.clinics["quebec"]) for each in (first, second))))


def rows(parts: Sequence[Changed]) -> list[tuple[str, str, str]]:
    """Of each change: the section, its kind, and what it says in English or in all languages."""
    return [
        (part.section, change.kind, "".join(piece.text for piece in pieces).replace("\u00a0", " "))
        for part in parts
        for change in part.changes
        for pieces in [change.pieces.get("en", change.pieces.get("", ()))]
    ]


CARE = [opening(), why(paragraph("Lavez la peau.", "Wash the skin."), paragraph("Attendez.", "Wait.")), closing()]


def test_the_same_handout_did_not_change() -> None:
    assert changed(CARE, CARE) == []


def test_a_text_that_changed_is_told_in_its_section_in_the_languages_that_changed() -> None:
    now = [opening(), why(paragraph("Lavez la peau.", "Wash your skin."), paragraph("Attendez.", "Wait.")), closing()]
    [part] = changed(CARE, now)
    [change] = part.changes
    assert part.heading["en"] == "Why?"
    assert (change.where, change.kind, change.changed_languages) == ("block 1 (paragraph)", "changed", ("en",))


def test_a_block_that_was_put_in_moves_none_of_the_others() -> None:
    texts = (paragraph("Lavez la peau.", "Wash the skin."), paragraph("Mangez bien.", "Eat well."))
    now = [opening(), why(*texts, paragraph("Attendez.", "Wait.")), closing()]
    assert rows(changed(CARE, now)) == [("why", "new", "Eat well.")]
    assert rows(changed(now, CARE)) == [("why", "gone", "Eat well.")]


def test_a_section_that_is_new_or_gone_is_told_with_all_that_it_holds() -> None:
    extra = do(item("Buvez", "Drink"), item("Dormez", "Sleep"))
    found = changed(CARE, [*CARE[:2], extra, CARE[2]])
    assert {(section, kind) for section, kind, _ in rows(found)} == {("do", "new")}
    assert [words for *_, words in rows(found)] == ["Do", "Drink", "Sleep"]
    assert {kind for _, kind, _ in rows(changed([*CARE[:2], extra, CARE[2]], CARE))} == {"gone"}


def test_a_section_that_was_moved_is_told_and_its_words_are_not() -> None:
    extra = do(item("Buvez", "Drink"))
    [part] = changed([*CARE[:2], extra, CARE[2]], [CARE[0], extra, CARE[1], CARE[2]])
    assert (part.moved, part.changes) == (True, ())


def test_days_icons_editions_and_dates_count_as_changes() -> None:
    stages = [
        {"first": "0", "icon": "warm", "text": both("Chaud", "Warm")},
        {"after": "1", "text": both("Mieux", "Better")},
    ]
    line = {"block": "timeline", "stages": stages}
    later = {
        "block": "timeline",
        "stages": [stages[0] | {"icon": "fade"}, stages[1] | {"after": "3"}],
        "editions": ["single"],
    }
    found = changed([opening(), section("expect", line), closing()], [opening(), section("expect", later), closing()])
    assert rows(found) == [
        ("expect", "new", "single"),
        ("expect", "changed", "warmfade"),
        ("expect", "changed", "13"),
    ]
    assert [kind for _, kind, _ in rows(changed(CARE, CARE, version="1.1", review_due="2028-01-01"))] == ["changed"] * 2


def test_a_figure_is_told_wherever_it_is_printed_and_by_its_name() -> None:
    sections = [opening(), why(paragraph("Attendez {makeup_wait}.", "Wait {makeup_wait}.")), closing()]
    figures = written_content(())["durations"]
    now = {"durations": figures | {"makeup_wait": figures["makeup_wait"] | {"value": "36"}}}
    assert rows(changed(sections, sections, now)) == [
        ("why", "changed", "Wait 2436 to 48 hours."),
        ("durations", "changed", "2436 to 48 hours"),
    ]


def test_a_figure_that_the_handout_does_not_name_is_none_of_its_changes() -> None:
    figures = written_content(())["durations"]
    now = {"durations": figures | {"makeup_wait": figures["makeup_wait"] | {"value": "36"}}}
    assert changed(SHORTEST, SHORTEST, now) == []


def test_bold_words_and_links_that_change_are_told() -> None:
    now = [
        opening(),
        why(paragraph("Lavez la peau.", "Wash the **skin**."), paragraph("Attendez.", "Wait.")),
        closing(),
    ]
    assert len(rows(changed(CARE, now))) == 1


# places on a page


def word(text: str, left: float, bottom: float = 700.0, page: int = 0) -> Word:
    return Word(text, page, (left, bottom, left + 10 * len(text), bottom + 12))


def test_words_are_compared_whatever_line_or_page_they_stand_on() -> None:
    before = [word("Wait", 50), word("one", 100), word("day", 140)]
    now = [word("Wait", 50), word("one", 50, 680), word("day", 50, 700, page=1)]
    assert differing(before, now) == ([], [])
    assert differing(before, [*now[:1], word("two", 100), now[2]]) == ([before[1]], [word("two", 100)])


def test_words_side_by_side_have_one_mark_and_others_their_own() -> None:
    side_by_side = [word("two", 100), word("days", 135), word("more", 50, 680)]
    found = marks(side_by_side, 612, 792)
    assert len(found) == 2
    first = found[0]
    assert first.left == pytest.approx(99 / 6.12, abs=0.01)
    assert first.width == pytest.approx(77 / 6.12, abs=0.01)
    assert first.top == pytest.approx((792 - 713) / 7.92, abs=0.01)
