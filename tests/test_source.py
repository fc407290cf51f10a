"""Strict YAML: what each file says, what is refused, and where."""

import re
import textwrap
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handouts.content.decoding import MAX_BYTES
from handouts.content.reading.source import Reading, Sources, read_source
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode, find
from handouts.errors import Problem


def read(text: str) -> Reading:
    return read_source("content.yaml", text.encode())


def plain(node: Node | None) -> object:
    """Return a tree as Python's own text, lists and dictionaries."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    assert isinstance(node, MappingNode)
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def refused(text: str) -> Problem:
    """Return the only problem of a text."""
    problems = read(text).problems
    assert len(problems) == 1, problems
    return problems[0]


def where(problem: Problem) -> tuple[int, int]:
    assert problem.at is not None
    return problem.at.line, problem.at.column


@pytest.mark.parametrize(
    "value",
    [
        "no", "on", "true", "nulle", "~7", "12:30", "9:30", "0123", "0819", "5145550199", "1.10", "1_000",
        "0x1F", "2025-03-01", "2025-02-30", "1" * 5000, ".inf", "=", "418 555-0134", "Voir https://exemple.ca/a:b",
    ],
)  # fmt: skip
def test_a_plain_value_is_text_whatever_it_looks_like(value: str) -> None:
    found = read(f"key: {value}\n")
    assert found.problems == ()
    assert plain(found.root) == {"key": value}


def test_names_that_look_like_truth_values_stay_names() -> None:
    assert plain(read("on: a\n404: b\n").root) == {"on": "a", "404": "b"}


def test_an_empty_value_is_nothing_and_empty_quotes_are_empty_text() -> None:
    assert plain(read('a:\nb: ""\nc:\n  -\n  - x\n').root) == {"a": None, "b": "", "c": [None, "x"]}


@pytest.mark.parametrize("sign", ["~", "null", "Null", "NULL"])
def test_what_yaml_writes_for_nothing_is_nothing_and_in_quotes_it_is_text(sign: str) -> None:
    found = read(f'a: {sign}\nb: [{sign}]\nc: "{sign}"\n')
    assert found.problems == ()
    assert plain(found.root) == {"a": None, "b": [None], "c": sign}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("tabs", ["\t", "  \t", "\t \t"])
def test_a_line_of_tabs_alone_is_an_empty_line(tabs: str, newline: str) -> None:
    lines = ["a:", "  b: c", tabs, "  d: |", "    e", tabs, "    f", tabs]
    found = read(newline.join(lines))
    assert found.problems == ()
    assert plain(found.root) == {"a": {"b": "c", "d": "e\n\nf"}}


def test_block_texts_lose_their_last_line_break_only() -> None:
    assert plain(read("a: |\n  one\n  two\nb: >-\n  three\n  four\n").root) == {
        "a": "one\ntwo",
        "b": "three four",
    }


def test_a_comment_set_apart_from_a_single_word_is_fine_and_one_that_may_be_text_is_told() -> None:
    assert (
        read_source(
            "x.yaml", b"code: PEL   # three capitals\nmin: 3  # least\nlogo: assets/a.svg  # a drawing\n"
        ).problems
        == ()
    )
    for text in ("a: PEL # three capitals\n", "a: PEL  #1\n", "a: rue des Pins  # 3\n"):
        assert [problem.code for problem in read_source("x.yaml", text.encode()).problems] == ["E158"], text


def test_the_samples_of_the_readme_can_be_copied_as_they_stand() -> None:
    readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
    samples = [textwrap.dedent(part) for part in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)]
    assert len(samples) > 6
    for sample in samples:
        assert read_source("README.md", sample.encode()).problems == (), sample


def test_comments_on_lines_of_their_own_and_after_quotes_or_names_are_fine() -> None:
    found = read("# top\na: 'x' # beside\n# between\nb: # before a group\n  # inside\n  - y\nc: [d, e] # after\n")
    assert found.problems == ()
    assert plain(found.root) == {"a": "x", "b": ["y"], "c": ["d", "e"]}


def test_places_count_characters_and_not_bytes() -> None:
    source = "é: à côté\nb:\n  - 😀 sourire\n"
    root = read(source).root
    assert isinstance(root, MappingNode)
    beside = root.entries["é"].value.span
    assert (beside.line, beside.column, source[beside.start : beside.end]) == (1, 4, "à côté")
    smile = find(root, ("b", 0)).place
    assert (smile.line, smile.column, source[smile.start : smile.end]) == (3, 5, "😀 sourire")


def test_accents_that_were_typed_apart_as_on_a_mac_are_one_with_their_letters_and_places_count_what_is_seen() -> None:
    typed = unicodedata.normalize("NFD", 'fr: "Évitez l\'été, là-bas"\nen:   [a, &b c]\n# œuvre\n')
    found, seen = read(typed), read(unicodedata.normalize("NFC", typed))
    assert (plain(found.root), found.source.text) == (plain(seen.root), seen.source.text)
    assert [(problem.code, problem.at) for problem in found.problems] == [(p.code, p.at) for p in seen.problems]
    assert seen.source.text.startswith('fr: "Évitez l\'été, là-bas"')


@pytest.mark.parametrize("text", ["\u2126 \u212b \u037e", "\u0301 seul", "z\u0306", "\u1100\u1161"])
def test_what_is_no_accent_of_a_letter_stays_as_typed(text: str) -> None:
    assert plain(read(f'a: "{text}"\n').root) == {"a": text}


def test_a_byte_order_mark_does_not_move_places() -> None:
    found = read_source("content.yaml", b"\xef\xbb\xbfkey: text\n")
    assert found.problems == ()
    place = find(found.root, ("key",)).place if found.root else None
    assert place is not None
    assert (place.line, place.column, place.start) == (1, 6, 5)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(line_break: str) -> None:
    found = read(f"a: b{line_break}c:{line_break}  d: e{line_break}")
    assert plain(found.root) == {"a": "b", "c": {"d": "e"}}
    assert found.root is not None
    place = find(found.root, ("c", "d")).place
    assert (place.line, place.column) == (3, 6)
    assert Sources({"content.yaml": found.source}).line(place) == "  d: e"


DEEP = "".join("  " * level + "a:\n" for level in range(30))
REFUSED = {
    "a name twice": ("a: 1\nb: 2\na: 3\n", "E154", (3, 1), "twice, first at content.yaml:1:1"),
    "an anchor": ("a: &more tea\n", "E155", (1, 4), 'quotes: "&more tea"'),
    "an alias": ("a: *Take\n", "E155", (1, 4), 'quotes: "*Take"'),
    "a tag": ("a: !important x\n", "E155", (1, 4), 'quotes: "!important x"'),
    "a Python tag": ("a: !!python/name:os.system x\n", "E155", (1, 4), "would be dropped from the text"),
    "a tag on a list": ("a: !!set [x]\n", "E155", (1, 4), 'quotes: "!!set [x]"'),
    "a merge of what was named": ("a:\n  <<: *b\n", "E155", (2, 3), "the lines of that group"),
    "a path of Windows": ('a: "assets\\new\\boreale.svg"\n', "E153", (1, 4), 'paths: "assets/new/boreale.svg"'),
    "a backslash in a text": ('a: "x \\b y"\n', "E153", (1, 4), "take the backslash away"),
    "a merge": ("a:\n  <<: {b: c}\n", "E155", (2, 3), "`<<`"),
    "a second document": ("a: 1\n---\nb: 2\n", "E156", (2, 1), "delete the line `---`"),
    "a document after dots": ("a: 1\n...\nb: 2\n", "E156", (2, 1), "delete this line"),
    "a directive": ("%YAML 1.2\n---\na: 1\n", "E156", (1, 1), "begin with %"),
    "deep lists": ("a: " + "[" * 500, "E157", (1, 23), "more than 20 deep"),
    "deep groups": (DEEP, "E157", (21, 41), "more than 20 deep"),
    "text behind a number sign": ("a: Take 2 #1 pills\n", "E158", (1, 11), "“#1 pills”"),
    "text behind a number sign that goes on": ("a: Take 2 #1\n  a day\n", "E158", (1, 11), "“#1”"),
    "a comment inside a text": ("a: one\n  # why\n  two\n", "E158", (2, 3), "cuts the text"),
    "a colour without quotes": ("brand: #0B4F5C\n", "E159", (1, 8), 'quotes: "#0B4F5C"'),
    "a value that is a comment": ("- # later\n- b\n", "E159", (1, 3), "so there is no value"),
    "a French colon": ("fr: Attention : prudence\n", "E160", (1, 15), 'fr: "Attention : prudence"'),
    "a colon on the second line": ("fr: Oui\n  Important : non\n", "E160", (2, 13), "the whole text"),
    "a colon within a second line": ("fr: Oui\n  ceci est : non\n", "E160", (2, 12), "the whole text"),
    "a brace": ("a: {name} is\nb: c\n", "E160", (1, 4), 'a: "{name} is"'),
    "a fact alone": ("a: {clinic.phone}\n", "E160", (1, 5), "braces"),
    "a comma in braces": ("a: {fr: Bonjour, toi, en: Hi}\n", "E160", (1, 18), "commas"),
    "a percent": ("a: %50\n", "E160", (1, 4), 'a: "%50"'),
    "a percent at the margin": ("%50 off\n", "E160", (1, 1), '"%50 off"'),
    "an at sign": ("- @home\n", "E160", (1, 3), '- "@home"'),
    "a backquote": ("a: `x`\n", "E160", (1, 4), 'a: "x"'),
    "a more-than sign": ("a: > 38 degrees\n", "E160", (1, 4), 'a: "> 38 degrees"'),
    "a bar": ("a: | or\n", "E160", (1, 6), "next line"),
    "a dash": ("a: - x\n", "E160", (1, 4), 'a: "- x"'),
    "a question mark": ("a: ? x\n", "E160", (1, 4), 'a: "? x"'),
    "bold": ("a: **Gras** et plus\n", "E160", (1, 4), 'a: "**Gras** et plus"'),
    "an alias in a text": ("a: *Take two\n", "E160", (1, 4), 'a: "*Take two"'),
    "a link": ("a: [page](https://x.ca)\nb: c\n", "E160", (1, 4), 'a: "[page](https://x.ca)"'),
    "an open bracket": ("a: [b, c\nd: e\n", "E160", (1, 9), "no “]” at the end"),
    "an open brace": ("a: {b: c\nd: e\n", "E160", (1, 9), "no “}” at the end"),
    "a comma first": ("a: , b\n", "E160", (1, 4), 'a: ", b"'),
    "a list for a name": ("[a]: b\n", "E160", (1, 1), "a name cannot begin"),
    "a text with double quotes": ('a: %"50"\n', "E160", (1, 4), """a: '%"50"'"""),
    "a tab before a name": ("a:\n\tb: c\n", "E161", (2, 1), "begin the line with 2 spaces and no tab"),
    "a tab after a name": ("a:\n  b: c\n\td: e\n", "E161", (3, 1), "a tab cannot indent"),
    "a tab in a block text": ("a: |\n\tb\n", "E161", (2, 1), "a tab cannot indent"),
    "a no-break space after a colon": ("a:\u00a0b\nc: d\n", "E162", (1, 3), "no-break space"),
    "the same without a second line": ("- fr:\u00a0Bonjour\n", "E162", (1, 6), "`fr:`"),
    "a no-break space that indents": ("a: b\n\u00a0\u00a0c: d\n", "E162", (2, 1), "no-break space"),
    "an apostrophe in single quotes": ("a: 'N'y touchez pas'\nb: c\n", "E163", (1, 6), "each apostrophe"),
    "quotes in double quotes": ('a: "He "said" so"\n', "E163", (1, 8), r"as \""),
    "a text after its quotes": ('a: "x" y\n', "E163", (1, 6), "goes on after it"),
    "an open quote": ('a: "abc\nb: c\n', "E163", (1, 4), "never closed"),
    "an open quote that another closes": ('a: "abc\nb: "def"\nc: d\n', "E163", (1, 4), "never closed"),
    "an apostrophe first": ("a: 'tis\nb: it's\n", "E163", (1, 4), "never closed"),
    "a name too far in": ("a: b\n  c: d\n", "E164", (2, 3), "2 spaces too far to the right"),
    "a name too far out": ("a:\n    b: c\n  d: e\n", "E164", (3, 3), "2 spaces too far to the left"),
    "a list after a value": ("a: b\n- c\n", "E164", (2, 1), "line up"),
    "a backslash": ('a: "C:\\q"\n', "E165", (1, 7), "backslash"),
    "a bad escape": ('a: "\\uD800"\n', "E165", (1, 5), "backslash"),
    "a line without a colon": ("a: b\nphone\nc: d\n", "E166", (2, 6), "no colon after `phone`"),
    "a colon without a name": (": b\n", "E166", (1, 1), "no name before this colon"),
    "no space after a colon": ("a:b\nc: d\n", "E167", (1, 1), "`a: `"),
    "a bullet": ("items:\n  - fr: a\n  • fr: b\n", "E168", (3, 3), "not with “•”"),
    "a dash without a space": ("items:\n  - fr: a\n  -fr: b\n", "E168", (3, 3), "no space after this dash"),
    "a list without its first dash": ("a:\n    fr: a\n  - fr: b\n", "E168", (2, 5), "without a dash"),
    "a name without its colon": ("a:\n  fr Bonjour\n  en: Hello\n", "E166", (2, 5), "no colon after `fr`"),
    "curly quotes": ("a: “b”\n", "E163", (1, 4), "for quotes"),
    "two versions": ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "E169", (1, 1), "lines 1, 3 and 5"),
    "a colour without quotes in braces": ("a: {brand: #0B4F5C, b: #000000}\n", "E159", (1, 12), '"#0B4F5C"'),
    "a character that nobody sees": ("\u200ba: b\n", "E153", (1, 1), "`a:` (U+200B)"),
    "an empty file": ("", "E103", (1, 1), "says nothing"),
    "a file of comments": ("# nothing\n", "E103", (1, 1), "says nothing"),
}  # fmt: skip


@pytest.mark.parametrize("sample", REFUSED.values(), ids=REFUSED.keys())
def test_what_yaml_would_lose_or_misread_is_refused_at_its_place(
    sample: tuple[str, str, tuple[int, int], str],
) -> None:
    text, code, place, words = sample
    problem = refused(text)
    assert (problem.code, where(problem)) == (code, place)
    assert words in f"{problem.message} | {problem.hint}"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u2028", "a line separator"), ("\u2029", "a paragraph separator"), ("\u0085", "an old line break"),
        ("\x00", "a zero byte"), ("\x1b", "control character"), ("\x7f", "control character"),
        ("\ufeff", "byte order mark"), ("\u202e", "control character"), ("\uffff", "control character"),
    ],
)  # fmt: skip
def test_a_character_that_no_sheet_can_print_is_named(character: str, name: str) -> None:
    problem = refused(f"a: é{character}b\nc: d\n")
    assert (problem.code, where(problem)) == ("E153", (1, 5))
    assert name in problem.message
    assert f"U+{ord(character):04X}" in problem.message


def test_a_character_that_no_sheet_can_print_is_found_when_it_is_escaped() -> None:
    problem = refused('a: "x\\u2028y"\n')
    assert (problem.code, where(problem)) == ("E153", (1, 4))


@pytest.mark.parametrize("character", list("\u00a0\u202f\u00ad\u2011éœ½≤😀\t"))
def test_a_character_that_can_be_printed_passes(character: str) -> None:
    assert read(f"a: b{character}c\n").problems == ()


def test_a_file_of_old_windows_is_told_apart_by_its_first_accent() -> None:
    found = read_source("content.yaml", "a: b\nfr: Évitez le café\n".encode("cp1252"))
    (problem,) = found.problems
    assert found.root is None
    assert (problem.code, where(problem)) == ("E151", (2, 5))
    assert "“É”" in problem.message
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf_16_is_told_by_name(encoding: str) -> None:
    raw = "\ufeffa: b\n".encode(encoding) if encoding != "utf-16" else "a: b\n".encode(encoding)
    (problem,) = read_source("content.yaml", raw).problems
    assert problem.code == "E151"
    assert "UTF-16" in problem.message


def test_a_file_is_at_most_five_megabytes() -> None:
    assert read_source("content.yaml", b"a: b\n" + b"#" * (MAX_BYTES - 5)).problems == ()
    (problem,) = read_source("content.yaml", b"a: b\n" + b"#" * MAX_BYTES).problems
    assert problem.code == "E152"


def test_mistakes_on_neighbouring_lines_are_all_told_at_once() -> None:
    found = read("x:\n  fr: Attention : prudence\n    et plus\n  en: **Bold** first\ny: #FFFFFF\nz: [a](b) c\nx: 1\n")
    assert [(p.code, where(p)) for p in sorted(found.problems, key=where)] == [
        ("E160", (2, 17)), ("E160", (4, 7)), ("E159", (5, 4)), ("E160", (6, 4)), ("E154", (7, 1)),
    ]  # fmt: skip


def test_a_text_that_only_lacks_quotes_leaves_the_rest_of_the_tree_readable() -> None:
    root = read("a: Attention : prudence\n  encore\nb:\n  - c\n").root
    assert isinstance(root, MappingNode)
    assert list(root.entries) == ["a", "b"]
    assert plain(root.entries["b"].value) == ["c"]


def test_a_file_whose_names_cannot_be_told_has_no_tree() -> None:
    assert read("a: b\n  c: d\ne: f\n").root is None


def reads(raw: bytes) -> None:
    found = read_source("content.yaml", raw)
    assert found.root is not None or found.problems
    for problem in found.problems:
        at = problem.at
        assert at is not None
        assert at.column <= len(found.source.line(at.line)) + 1
        assert 0 <= at.start <= at.end


@given(st.binary())
@example(b"\xff")
@example(b"\xed\xa0\x80")
@example(b"[" * 5000)
@example(b"- " * 5000)
@example(b"? " * 5000)
@example(b"{a: " * 5000)
@example(b"'" * 999)
def test_any_bytes_give_a_tree_or_problems_with_places(raw: bytes) -> None:
    reads(raw)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_gives_a_tree_or_problems_with_places(text: str) -> None:
    reads(text.encode("utf-8", "surrogatepass"))


_PIECES = [
    "a", ":", " ", "\n", "- ", "  ", '"', "'", "{", "}", "[", "]", ",", "# ", "&", "*", "!", "|", ">", "%",
    "? ", "<<", "---\n", "\t", "\\", "\r", "é", "b: c\n", "\u00a0", "\u2028",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
@example("a\n# \n\u00a0")
@example("{")
def test_any_heap_of_yaml_signs_gives_a_tree_or_problems_with_places(text: str) -> None:
    reads(text.encode())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cs", "Cn"]), min_size=1))
def test_a_text_in_quotes_comes_back_as_it_is(text: str) -> None:
    found = read("a: '" + text.replace("'", "''") + "'\n")
    assert found.problems == ()
    assert plain(found.root) == {"a": text}
