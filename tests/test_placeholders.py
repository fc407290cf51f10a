"""Names in braces, found in text and in its source."""

import pytest

from handouts.content.decoding import SourceText
from handouts.errors import Span
from handouts.wording.placeholders import is_known, known_names, locate, names_in, pieces
from tests.sample_wording import both, content, wording

SOURCE = SourceText.of("content.yaml", "fr: a\r\nen: {x} {x}\r\nes: {x}\r\n")
ENGLISH = Span("content.yaml", 2, 5, 11, 18)


def test_names_are_found_in_order() -> None:
    assert names_in("{a} et {clinic.phone}, {a}, {7_days}, {delai-1}") == (
        "a",
        "clinic.phone",
        "a",
        "7_days",
        "delai-1",
    )


@pytest.mark.parametrize("typed", ["{", "}", "{}", "{ sun_wait }", "{3}", "{a b}", "{{", "a } b { c", "{-}", "{1.5}"])
def test_a_brace_without_a_name_prints_as_typed(typed: str) -> None:
    assert names_in(typed) == ()
    assert wording().plain(both(typed)) == typed


def test_text_parts_at_its_names() -> None:
    assert list(pieces("a {b}{c} d")) == [("a ", "b"), ("", "c"), (" d", "")]


def test_all_that_may_be_named_is_known_and_nothing_else() -> None:
    sample = content()
    assert all(is_known(name, sample) for name in known_names(sample))
    assert {"makeup_wait", "gentle", "clinic.phone", "handout.title"} <= set(known_names(sample))
    assert not any(is_known(name, sample) for name in ("clinic.", "clinic.x", "phone", "handout.slug", ""))


@pytest.mark.parametrize(("occurrence", "place"), [(0, "2:5"), (1, "2:9"), (2, "2:5")])
def test_a_fragment_is_found_within_its_own_text_only(occurrence: int, place: str) -> None:
    found = locate(ENGLISH, "{x}", occurrence, {"content.yaml": SOURCE})
    assert str(found) == f"content.yaml:{place}"


def test_without_a_source_the_whole_text_is_the_place() -> None:
    assert locate(ENGLISH, "{x}", 1, {}) == ENGLISH
    assert locate(None, "{x}", 0, {"content.yaml": SOURCE}) is None
