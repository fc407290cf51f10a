"""Problems as text: the line, the mark under the exact place, the help; reports and JSON."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.content.decoding import SourceText
from handouts.content.reading.source import Sources
from handouts.diagnostics import as_json, count, diagnose, format_problem
from handouts.errors import Problem, Span


def sources(**files: str) -> Sources:
    """Return texts by name: `content="…"` is content.yaml."""
    return Sources({f"{name}.yaml": SourceText.of(f"{name}.yaml", text) for name, text in files.items()})


def at(text: str, words: str) -> Span:
    """Return the place of some words in content.yaml."""
    start = text.index(words)
    return SourceText.of("content.yaml", text).span(start, start + len(words))


def rows(text: str, words: str, width: int = 100) -> tuple[str, str]:
    """Return the line that is shown for a problem with some words, and the one with the mark."""
    problem = Problem("E106", "message", at(text, words))
    _, line, carets = format_problem(problem, sources(content=text), width).split("\n")
    return line, carets


def test_a_problem_shows_its_line_a_mark_and_what_to_do() -> None:
    text = "\n" * 13 + "    - en: Keep the area dry\n"
    problem = Problem("E104", "“fr” is missing for step 3", at(text, "en"), 'add   fr: "..."')
    assert format_problem(problem, sources(content=text)) == (
        "content.yaml:14:7: error[E104]: “fr” is missing for step 3\n"
        "   14 |     - en: Keep the area dry\n"
        "      |       ^^\n"
        'help: add   fr: "..."'
    )


def test_a_warning_is_called_a_warning() -> None:
    assert format_problem(Problem("W101", "nothing here"), sources()) == "warning[W101]: nothing here"


def test_a_place_in_a_file_that_was_not_read_has_no_line() -> None:
    problem = Problem("E150", "there is no file x.yaml", Span("x.yaml", 1, 1))
    assert format_problem(problem, sources()) == "x.yaml:1:1: error[E150]: there is no file x.yaml"


def test_the_mark_is_as_wide_as_the_words_it_is_under() -> None:
    assert rows("phone: 418-555-0134", "418-555-0134") == (
        "    1 | phone: 418-555-0134",
        "      |        ^^^^^^^^^^^^",
    )


def test_a_place_without_length_has_a_mark_of_one() -> None:
    problem = Problem("E102", "message", Span("content.yaml", 1, 7, 6, 6))
    assert format_problem(problem, sources(content="phone:")).endswith("    1 | phone:\n      |       ^")


def test_a_mark_under_several_lines_ends_with_the_first() -> None:
    assert rows("a: |\n  one\n  two", "|\n  one\n  two") == ("    1 | a: |", "      |    ^")


@pytest.mark.parametrize(
    ("line", "words", "carets"),
    [
        ("\ta: b", "b", "       ^"),  # a tab takes four columns
        ("ab\tc: d", "d", "       ^"),  # or what is left of four
        ("日本: b", "b", "      ^"),  # wide letters take two
        ("a: 日本", "日本", "   ^^^^"),
        ("e\u0301te\u0301: b", "b", "     ^"),  # combining accents take none
        ("été: b", "b", "     ^"),
        ("a: e\u0301", "e\u0301", "   ^"),
    ],
)
def test_the_mark_stands_under_the_words_as_a_terminal_shows_them(line: str, words: str, carets: str) -> None:
    assert rows(line, words)[1] == f"      | {carets}"


def columns(text: str) -> int:
    """Count the columns of a text in a terminal."""
    marks = sum(unicodedata.category(c) in {"Mn", "Me", "Cf"} for c in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(c) in {"W", "F"} for c in text)


def marked(line: str, carets: str) -> str:
    """Return what stands over the mark, for text of single width."""
    start = carets.index("^")
    return line[start : carets.rindex("^") + 1]


@pytest.mark.parametrize("place", [0, 40, 80, 95, 150, 300, 592])
def test_a_long_line_is_cut_to_fit_around_the_mark(place: int) -> None:
    text = "abcdefgh" * 75
    text = text[:place] + "XXXXXXXX" + text[place + 8 :]
    line, carets = rows(text, "XXXXXXXX")
    assert columns(line) <= 100
    assert marked(line, carets) == "XXXXXXXX"
    assert ("…" in line[:9]) == (place >= 80)
    assert line.endswith("…") == (place < 550)


def test_a_mark_longer_than_the_width_is_cut_with_its_line() -> None:
    line, carets = rows("a: " + "b" * 500, "b" * 500)
    assert columns(line) <= 100
    assert len(carets) <= 100
    assert set(marked(line, carets)) <= {"b", "…"}


def test_a_narrow_report_is_cut_to_its_own_width() -> None:
    line, carets = rows("abcdefgh" * 20 + "XX" + "abcdefgh" * 20, "XX", width=40)
    assert columns(line) <= 40
    assert marked(line, carets) == "XX"


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    problem = Problem("E107", "“\x1b[31m” is bad", at("a: \x1b[31mred", "red"), "type \x07")
    shown = format_problem(problem, sources(content="a: \x1b[31mred"))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "a: \ufffd[31mred" in shown


@given(
    st.text(st.characters(codec="utf-8"), max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(40, 120)
)
def test_any_place_of_any_line_can_be_shown(line: str, start: int, length: int, width: int) -> None:
    source = SourceText.of("content.yaml", line)
    place = source.span(min(start, len(line)), min(start + length, len(line)))
    found = diagnose(Problem("E106", "message", place), Sources({"content.yaml": source}), width)
    assert columns(found.line) <= width - 8
    assert len(found.carets) <= width - 8
    if found.number:
        assert found.carets.strip(" ").strip("^") == ""
        assert "^" in found.carets


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ([], "no problems"), (["E1"], "1 error"), (["W1"], "1 warning"), (["E1", "E1"], "2 errors"),
        (["E1", "W1", "W1"], "1 error, 2 warnings"),
    ],
)  # fmt: skip
def test_problems_are_counted_by_kind(codes: list[str], words: str) -> None:
    assert count([Problem(code, "message") for code in codes]) == words


def test_json_says_all_that_a_problem_does() -> None:
    problems = [Problem("E104", "é", Span("content.yaml", 1, 2, 1, 3), "add"), Problem("W101", "m")]
    assert json.loads(json.dumps(as_json(problems))) == [
        {
            "code": "E104",
            "severity": "error",
            "message": "é",
            "hint": "add",
            "file": "content.yaml",
            "line": 1,
            "column": 2,
            "start": 1,
            "end": 3,
        },
        {
            "code": "W101",
            "severity": "warning",
            "message": "m",
            "hint": None,
            "file": None,
            "line": None,
            "column": None,
            "start": None,
            "end": None,
        },
    ]


def test_a_problem_in_pieces_can_be_coloured() -> None:
    found = diagnose(Problem("E106", "message", at("a: b", "b"), "hint"), sources(content="a: b"))
    assert (found.place, found.kind, found.code, found.message, found.hint) == (
        "content.yaml:1:4", "error", "E106", "message", "hint",
    )  # fmt: skip
    assert (found.number, found.line, found.carets) == (1, "a: b", "   ^")
