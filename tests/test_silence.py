"""Warnings silenced at one place, with a reason that is told."""

import pytest

from handouts.content.decoding import SourceText
from handouts.content.reading.source import Sources, read_source
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode
from handouts.errors import Problem, Span
from handouts.problems.allowances import allowances
from handouts.problems.silence import Silencing, apply, is_silenceable, silenced_as_json, silenced_lines

SAMPLE = """\
handouts:
  pimples:
    # ONE
    title:
      # TWO
      fr: "Boutons"
      # THREE
      en: "Pimples"
    # FOUR
    purpose: {fr: "But", en: "Aim"}
    sections:
      # FIVE
      - id: care
        blocks:
          # SIX
          - block: paragraph
            text:
              fr: >-
                Un texte long
                # allow W170: this line is text
                et la suite
              # SEVEN
              en: >-
                A long text
      - id: help
"""
WORDS = ("Boutons", "Pimples", "But", "Aim", "Un texte long", "A long text", "help")


def scalars(node: Node) -> list[ScalarNode]:
    if isinstance(node, ScalarNode):
        return [node]
    children = [entry.value for entry in node.entries.values()] if isinstance(node, MappingNode) else []
    children += list(node.items) if isinstance(node, SequenceNode) else []
    return [scalar for child in children for scalar in scalars(child)]


def sources(text: str, file: str = "content.yaml") -> Sources:
    return Sources({file: SourceText.of(file, text)})


def warned(text: str, code: str = "W170") -> list[Problem]:
    """Return a warning at every text of the sample."""
    root = read_source("content.yaml", text.encode()).root
    assert root is not None
    found = [scalar for scalar in scalars(root) if str(scalar.value).startswith(WORDS)]
    assert len(found) == len(WORDS)
    return [Problem(code, str(scalar.value)[:12], scalar.span) for scalar in found]


def silencing(place: str, comment: str, code: str = "W170") -> Silencing:
    text = SAMPLE.replace(f"# {place}\n", f"# {comment}\n")
    return apply(warned(text, code), sources(text))


REASON = "the law is quoted"


@pytest.mark.parametrize(
    ("place", "quiet"),
    [
        ("ONE", ["Boutons", "Pimples"]),
        ("TWO", ["Boutons"]),
        ("THREE", ["Pimples"]),
        ("FOUR", ["But", "Aim"]),
        ("FIVE", ["Un texte lon", "A long text"]),
        ("SIX", ["Un texte lon", "A long text"]),
        ("SEVEN", ["A long text"]),
    ],
)
def test_a_comment_holds_for_the_next_line_and_what_belongs_to_it(place: str, quiet: list[str]) -> None:
    found = silencing(place, f"allow W170: {REASON}")
    assert [silenced.problem.message for silenced in found.silenced] == quiet
    assert {silenced.reason for silenced in found.silenced} == {REASON}
    assert len(found.kept) == len(WORDS) - len(quiet)
    assert found.about == ()


@pytest.mark.parametrize("place", ["SIX", "SEVEN"])
def test_what_differs_between_languages_may_be_allowed_above_either(place: str) -> None:
    found = silencing(place, f"allow W206: {REASON}", "W206")
    assert [silenced.problem.message for silenced in found.silenced] == ["Un texte lon", "A long text"]


def test_what_differs_in_any_text_of_a_part_may_be_allowed_above_it() -> None:
    text = '- {text: {fr: "Piscine", en: "Pool"}, reason: {fr: "chlore", en: "germs"}}'
    sample = f"items:\n  # allow W206: {REASON}\n  {text}\n"
    (held,) = [each.held for each in allowances(SourceText.of("content.yaml", sample))]
    assert held is not None
    assert sample[held.start : held.end] == text.removeprefix("- ")


def test_a_line_of_a_text_is_no_comment() -> None:
    found = apply(warned(SAMPLE), sources(SAMPLE))
    assert (len(found.kept), found.silenced, found.about) == (len(WORDS), (), ())


def test_the_place_of_what_is_silenced_and_of_its_reason_are_both_told() -> None:
    (silenced,) = silencing("TWO", f"allow W170: {REASON}").silenced
    assert silenced.problem.at is not None
    assert (silenced.at.line, silenced.problem.at.line) == (5, 6)
    assert silenced.at.column == len("      # allow ") + 1


@pytest.mark.parametrize(
    "comment",
    [
        f"allow W171, W170: {REASON}",
        f"Allow w170 and W171: {REASON}",
        f"allow: W170 – {REASON}",
        f"allow W170:\n      # {REASON}",
        "allow W170: the law\n      # is quoted",
    ],
)
def test_a_comment_may_be_written_as_people_write(comment: str) -> None:
    found = silencing("TWO", comment)
    assert [(silenced.problem.message, silenced.reason) for silenced in found.silenced] == [("Boutons", REASON)]


def test_another_code_is_still_told_and_the_comment_that_silences_nothing_too() -> None:
    found = silencing("TWO", f"allow W171: {REASON}")
    assert len(found.kept) == len(WORDS)
    (about,) = found.about
    assert (about.code, about.at is not None and about.at.line) == ("W183", 5)


def test_a_comment_that_silences_nothing_is_not_told_while_some_checks_have_not_run() -> None:
    text = SAMPLE.replace("# TWO", f"# allow W171: {REASON}")
    assert apply([], sources(text), complete=False).about == ()


FAULTS = {
    "no reason": ("allow W170", "W181", "does not say why"),
    "an empty reason": ("allow W170: …", "W181", "does not say why"),
    "words without a colon": ("allow W170 because it is quoted", "W181", "does not say why"),
    "no such code": (f"allow W999: {REASON}", "W180", "there is no code W999"),
    "an error": (f"allow E104: {REASON}", "W182", "E104 is an error"),
    "a warning about silences": (f"allow W183: {REASON}", "W182", "always told"),
}


@pytest.mark.parametrize("sample", FAULTS.values(), ids=FAULTS.keys())
def test_a_comment_that_cannot_hold_is_told_at_its_code_and_silences_nothing(sample: tuple[str, str, str]) -> None:
    comment, code, words = sample
    found = silencing("TWO", comment)
    assert len(found.kept) == len(WORDS)
    (about,) = found.about
    assert (about.code, words in about.message) == (code, True)
    assert about.at is not None
    line = SAMPLE.replace("# TWO", f"# {comment}").splitlines()[about.at.line - 1]
    assert line[about.at.column - 1 :].startswith(comment.split()[1].rstrip(":"))


def test_an_error_is_told_whatever_a_comment_says() -> None:
    found = silencing("TWO", f"allow E104: {REASON}", code="E104")
    assert len(found.kept) == len(WORDS)
    assert found.silenced == ()


@pytest.mark.parametrize(
    "comment", ["allow patients to rest", "allow: a pause", "We allow W170 nowhere", "allowW170: x"]
)
def test_any_other_comment_is_only_a_comment(comment: str) -> None:
    found = silencing("TWO", comment)
    assert (len(found.kept), found.about) == (len(WORDS), ())


def test_a_comment_never_holds_for_a_whole_group() -> None:
    text = f"# allow W170: {REASON}\n{SAMPLE}"
    found = apply(warned(text), sources(text))
    assert len(found.kept) == len(WORDS)
    assert [problem.code for problem in found.about] == ["W184"]


def test_a_comment_at_the_end_of_a_file_stands_above_nothing() -> None:
    text = f"{SAMPLE}# allow W170: {REASON}\n"
    assert [problem.code for problem in apply(warned(text), sources(text)).about] == ["W184"]


def test_a_comment_holds_in_its_own_file_only() -> None:
    text = SAMPLE.replace("# TWO", f"# allow W170: {REASON}")
    at = next(problem.at for problem in warned(text) if problem.message == "Boutons")
    assert at is not None
    elsewhere = Problem("W170", "Boutons", Span("other.yaml", at.line, at.column, at.start, at.end))
    both = Sources({"content.yaml": SourceText.of("content.yaml", text), "other.yaml": SourceText.of("other.yaml", "")})
    assert apply([elsewhere], both).kept == (elsewhere,)


def test_a_problem_without_a_place_is_always_told() -> None:
    text = SAMPLE.replace("# TWO", f"# allow W170: {REASON}")
    problem = Problem("W170", "a page is printed as a picture")
    assert apply([problem], sources(text)).kept == (problem,)


def test_lines_that_end_as_in_windows_make_no_difference() -> None:
    text = SAMPLE.replace("# TWO", f"# allow W170: {REASON}").replace("\n", "\r\n")
    (silenced,) = apply(warned(text), sources(text)).silenced
    assert (silenced.problem.message, silenced.reason) == ("Boutons", REASON)


def test_a_file_that_yaml_cannot_read_silences_nothing_and_breaks_nothing() -> None:
    text = f"# allow W170: {REASON}\na: b\n  c: d\n"
    problem = Problem("W170", "x", Span("content.yaml", 2, 1, 30, 31))
    assert apply([problem], sources(text)) == ((problem,), (), ())


@pytest.mark.parametrize("code", ["E104", "E132", "W183", "W450", "W541", "W607"])
def test_errors_overdue_reviews_and_what_comes_up_while_files_are_made_are_always_told(code: str) -> None:
    assert not is_silenceable(code)


@pytest.mark.parametrize("code", ["E201", "E203", "E454", "E456", "E458"])
def test_an_error_that_is_read_out_of_words_can_be_outweighed_by_a_reason(code: str) -> None:
    assert is_silenceable(code)


@pytest.mark.parametrize("code", ["E205", "E455", "E459", "E462"])
def test_data_of_a_person_and_what_nobody_answers_for_are_always_told(code: str) -> None:
    assert not is_silenceable(code)


def test_what_is_silenced_is_listed_with_its_place_and_reason() -> None:
    silenced = silencing("TWO", f"allow W170: {REASON}").silenced
    assert list(silenced_lines(silenced)) == [f"silenced: content.yaml:6:11: W170, Boutons ({REASON})"]
    (said,) = silenced_as_json(silenced)
    assert (said["code"], said["line"], said["reason"]) == ("W170", 6, REASON)


_PARTS = "clinics:\n  nord:\n    name: Nord\n  sud:\n    name: Sud\nhandouts:\n" + "".join(
    f"  {name}:\n    title: {name}\n" for name in ("boutons", "taches", "rougeurs", "soins", "peau")
)


@pytest.mark.parametrize("above", range(1, _PARTS.count("\n") + 1))
def test_a_comment_between_parts_holds_as_far_as_if_every_part_were_read(
    above: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = _PARTS.splitlines(keepends=True)
    indent = " " * (len(lines[above - 1]) - len(lines[above - 1].lstrip()))
    text = "".join([*lines[: above - 1], f"{indent}# allow W401: so\n", *lines[above - 1 :]])
    source = SourceText.of("content.yaml", text)
    root = read_source("content.yaml", text.encode()).root
    problems = [Problem("W401", "long", scalar.span) for scalar in scalars(root)] if root else []
    some = apply(problems, sources(text))
    monkeypatch.setattr("handouts.problems.allowances.stretches", lambda _: ())
    assert some == apply(problems, Sources({source.file: source}))
    assert len(problems) == 7
