"""New handouts, clinics and brands: in the right place, fit to build, and plainly drafts."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.assembly.assemble import assemble
from handouts.checks.parity.targets import check_sites
from handouts.content import Loaded, load
from handouts.content.decoding import SourceText
from handouts.content.reading.source import read_source
from handouts.content.source_tree import MappingNode
from handouts.editions import editions_of
from handouts.errors import ContentError, ExitCode, OutputError, UsageError
from handouts.messages import Messages
from handouts.render import render
from handouts.sheet import Sheet
from handouts.skeletons import Kind, add
from handouts.skeletons.placing import insert, place_in
from handouts.wording.proofread import check_texts
from layouts import LAYOUTS
from tests.test_content import SAMPLE

ROOT = Path(__file__).resolve().parents[1]
EDITIONS = tuple(layout.id for layout in LAYOUTS)
TODAY = date(2026, 11, 23)
KINDS: tuple[Kind, ...] = ("handout", "clinic", "brand")


def small(folder: Path, text: str = SAMPLE) -> Path:
    path = folder / "content.yaml"
    path.write_bytes(text.encode())
    return path


def loaded(path: Path) -> Loaded:
    found = load(path, EDITIONS)
    assert check_texts(found.content, found.sources.files) == []
    assert found.warnings == ()
    return found


def pages(sheet: Sheet) -> list[str]:
    drawn = render(sheet)
    document = pypdfium2.PdfDocument(assemble(drawn.body, drawn.details))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_whose_accents_stand_apart_keeps_every_byte(content: Path, kind: Kind) -> None:
    composed = content.read_bytes()
    add(kind, "aurore", content, TODAY)
    expected = unicodedata.normalize("NFD", content.read_text("utf-8")).encode()
    typed = unicodedata.normalize("NFD", composed.decode()).encode()
    content.write_bytes(typed)
    line = add(kind, "aurore", content, TODAY).line
    written = content.read_bytes()
    assert unicodedata.normalize("NFD", written.decode()).encode() == expected
    head = written.splitlines(keepends=True)[: line - 1]
    assert typed.startswith(b"".join(head))
    assert written.endswith(typed[sum(map(len, head)) :])


def test_all_three_load_and_every_edition_is_made_with_draft_on_every_page(content: Path) -> None:
    add("brand", "aurore", content, TODAY)
    add("clinic", "aurore-saguenay", content, TODAY)
    add("handout", "peel-care", content, TODAY)
    text = content.read_text(encoding="utf-8")
    at = text.index("  aurore-saguenay:")
    content.write_text(text[:at] + text[at:].replace("brand: boreale", "brand: aurore", 1), encoding="utf-8")
    found = loaded(content)
    for layout in LAYOUTS:
        for edition in editions_of(layout, found.content):
            sheet = Sheet(found.content, content.parent, "peel-care", "aurore-saguenay", edition, TODAY)
            shown = pages(sheet)
            assert shown
            for page in shown:
                words = " ".join(page.split())
                assert "Ébauche à faire approuver" in words or "Draft, to be approved" in words, edition.id


@pytest.mark.parametrize("kind", KINDS)
def test_not_a_byte_of_the_file_changes_but_the_lines_that_are_added(content: Path, kind: Kind) -> None:
    before = content.read_bytes()
    added = add(kind, "aurore", content, TODAY)
    after = content.read_bytes()
    lines = after.decode().splitlines(keepends=True)
    new = len(lines) - len(before.decode().splitlines())
    assert lines[added.line - 1] == "  aurore:\n"
    assert "".join(lines[: added.line - 1] + lines[added.line - 1 + new :]).encode() == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_added_is_the_last_of_its_group(content: Path, kind: Kind) -> None:
    add(kind, "aurore", content, TODAY)
    found = loaded(content).content
    ids = {"handout": list(found.handouts), "clinic": list(found.clinics), "brand": list(found.brands)}
    assert ids[kind][-1] == "aurore"


def test_two_handouts_in_a_row_differ_in_code_and_file_names(content: Path) -> None:
    add("handout", "peel-care", content, TODAY)
    add("handout", "peel_care", content, TODAY)
    handouts = loaded(content).content.handouts
    assert (handouts["peel-care"].code, handouts["peel_care"].code) == ("PLC", "PLR")
    assert handouts["peel_care"].slug["fr"] == "peel-care-2"


def test_the_page_of_a_handout_that_is_still_a_draft_is_of_no_language(content: Path) -> None:
    add("handout", "peel-care", content, TODAY)
    assert [*check_sites(loaded(content).content)] == []


def test_a_handout_is_of_the_service_of_the_same_name_or_of_the_first(tmp_path: Path) -> None:
    path = small(tmp_path, SAMPLE.replace("services:\n", "services:\n  peel: { fr: peeling, en: peel }\n", 1))
    add("handout", "needling", path, TODAY)
    add("handout", "other", path, TODAY)
    handouts = loaded(path).content.handouts
    assert (handouts["needling"].service, handouts["other"].service) == ("needling", "peel")


@pytest.mark.parametrize(("today", "due"), [(TODAY, date(2028, 11, 23)), (date(2028, 2, 29), date(2030, 2, 28))])
def test_a_handout_is_due_for_review_in_two_years(tmp_path: Path, today: date, due: date) -> None:
    path = small(tmp_path)
    add("handout", "redness", path, today)
    handout = loaded(path).content.handouts["redness"]
    assert (handout.reviewed, handout.review_due) == (today, due)


def test_content_in_one_language_gets_a_skeleton_in_that_language(tmp_path: Path) -> None:
    text = re.sub(r", en: .*? \}", " }", SAMPLE.replace("[fr, en]", "[fr]"))
    text = re.sub(r"                en: .*\n", "", text)
    path = small(tmp_path, text)
    for kind in KINDS:
        add(kind, "aurore", path, TODAY)
    assert loaded(path).content.languages == ("fr",)


# where it goes

AFTER = {
    "a text": "handouts:\n  a:\n    b: c\n",
    "a text and another group": "handouts:\n  a:\n    b: c\nclinics:\n  x: y\n",
    "a blank line and a comment of the next group": "handouts:\n  a:\n    b: c\n\n# NEXT\nclinics:\n  x: y\n",
    "a comment that belongs to it": "handouts:\n  a:\n    b: c\n    # allowed\nclinics:\n  x: y\n",
    "a long text": "handouts:\n  a:\n    b: >-\n      c\n\n      d\n\nclinics:\n  x: y\n",
    "a text that keeps its lines": "handouts:\n  a:\n    b: |\n      c\n",
    "a text in quotes over two lines": 'handouts:\n  a:\n    b: "c\n      d"\n',
    "a list": "handouts:\n  a:\n    b:\n      - c\n      - d: e\n        f: g\nclinics: {}\n",
    "a list on one line": "handouts:\n  a:\n    b: [c, {d: e}]\n",
    "a group on one line": "handouts:\n  a: {b: c}\n",
    "a name with nothing after it": "handouts:\n  a:\n    b:\n",
    "no line break at the end": "handouts:\n  a:\n    b: c",
    "a wider indent": "handouts:\n    a:\n        b: c\n",
    "a group with nothing in it": "handouts:\nclinics:\n  x: y\n",
    "no group": "clinics:\n  x: y\n",
    "a file of comments": "# nothing yet\n",
    "an empty file": "",
    "lines that end as in Windows": "handouts:\r\n  a:\r\n    b: c\r\nclinics:\r\n  x: y\r\n",
}


@pytest.mark.parametrize("text", AFTER.values(), ids=AFTER.keys())
def test_lines_are_put_at_the_end_of_a_group_and_nothing_else_changes(text: str) -> None:
    before = read_source("x.yaml", text.encode()).root
    source = SourceText.of("x.yaml", text)
    place = place_in(source, before if isinstance(before, MappingNode) else None, "handouts")
    assert place is not None
    new, line = insert(source, place, ["new:", "  name: text"])
    after = read_source("x.yaml", new.encode())
    assert after.problems == ()
    assert isinstance(after.root, MappingNode)
    group = after.root.entries["handouts"].value
    assert isinstance(group, MappingNode)
    assert list(group.entries)[-1] == "new"
    assert group.entries["new"].key.line == line
    assert new.startswith(text[: place.offset])
    assert new.endswith(text[place.offset :])
    assert "\r" not in new.replace("\r\n", "")
    assert ("\n" in new.replace("\r\n", "")) == ("\r\n" not in text)


def test_a_comment_of_the_next_group_stays_with_it_and_one_further_in_with_what_it_is_in() -> None:
    text = "handouts:\n  a:\n    b: c\n    # of a\n\n# NEXT\nclinics:\n  x: y\n"
    source = SourceText.of("x.yaml", text)
    root = read_source("x.yaml", text.encode()).root
    assert isinstance(root, MappingNode)
    place = place_in(source, root, "handouts")
    assert place is not None
    assert insert(source, place, ["new: x"])[0] == (
        "handouts:\n  a:\n    b: c\n    # of a\n  new: x\n\n# NEXT\nclinics:\n  x: y\n"
    )


@pytest.mark.parametrize("group", ["{}", "[]", "~", "{ }   # none yet", "[\n]", ""])
def test_a_group_with_nothing_in_it_takes_a_part_in_place_of_its_brackets(tmp_path: Path, group: str) -> None:
    path = small(tmp_path, SAMPLE[: SAMPLE.index("handouts:\n")] + f"handouts: {group}\n")
    add("handout", "new", path, TODAY)
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("handouts:"))
    assert lines[at].split() == ["handouts:", *group.split()[2:]]
    assert lines[at + 1] == "  new:"


@pytest.mark.parametrize("group", ["{a: {b: c}}", "[a]", "text"])
def test_a_group_that_is_not_written_line_by_line_is_refused_and_left_alone(tmp_path: Path, group: str) -> None:
    text = SAMPLE[: SAMPLE.index("handouts:\n")] + f"handouts: {group}\n"
    path = small(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        add("handout", "new", path, TODAY)
    assert caught.value.problems[0].code == "E906"
    assert path.read_text(encoding="utf-8") == text


def test_a_byte_order_mark_and_windows_lines_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    raw = b"\xef\xbb\xbf" + SAMPLE.replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    add("clinic", "aurore", path, TODAY)
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbfschema_version")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert "aurore" in loaded(path).content.clinics


def test_a_skeleton_goes_into_an_included_file_that_is_named(tmp_path: Path) -> None:
    path = small(tmp_path, SAMPLE.replace("schema", "include: [parts/*.yaml]\nschema", 1))
    (tmp_path / "parts").mkdir()
    part = tmp_path / "parts" / "new.yaml"
    part.write_text("# yaml-language-server: $schema=../schema/content.schema.json\n", encoding="utf-8")
    part.write_text(part.read_text(encoding="utf-8") + "facts:\n  x: {fr: a, en: b}\n", encoding="utf-8")
    before = path.read_bytes()
    added = add("handout", "redness", path, TODAY, part)
    assert (added.file, path.read_bytes()) == (part, before)
    assert part.read_text(encoding="utf-8").splitlines()[added.line - 2 : added.line] == ["handouts:", "  redness:"]
    assert "redness" in loaded(path).content.handouts


@pytest.mark.parametrize(
    ("name", "hint"),
    [("elsewhere.yaml", "`include:`"), ("conten.yaml", "did you mean"), ("parts/peel.yaml", "make an empty file")],
)
def test_a_file_that_the_content_does_not_read_is_refused(tmp_path: Path, name: str, hint: str) -> None:
    path = small(tmp_path)
    (tmp_path / "elsewhere.yaml").write_text("facts: {}\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        add("handout", "redness", path, TODAY, tmp_path / name)
    (problem,) = caught.value.problems
    assert (problem.code, hint in problem.hint) == ("E902", True)


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("handout", "pimples", "such as pimples-2"),
        ("clinic", "levis", "such as levis-2"),
        ("clinic", "Clinique Lévis-Nord", "did you mean `clinique-levis-nord`?"),
        ("brand", "con", "another name"),
        ("brand", "-x", "did you mean `x`?"),
        ("brand", "a\n", "did you mean `a`?"),
        ("handout", "", "small letters"),
        ("handout", "../x", "did you mean `x`?"),
        ("handout", "é" * 99, "small letters"),
    ],
)
def test_an_id_that_cannot_be_given_is_refused_and_nothing_is_written(
    tmp_path: Path, kind: Kind, name: str, words: str
) -> None:
    path = small(tmp_path)
    with pytest.raises(UsageError) as caught:
        add(kind, name, path, TODAY)
    (problem,) = caught.value.problems
    assert (problem.code, caught.value.exit_code) == ("E905", ExitCode.USAGE)
    assert words in problem.hint
    assert path.read_text(encoding="utf-8") == SAMPLE


def test_an_id_of_an_included_file_is_taken_too(tmp_path: Path) -> None:
    path = small(tmp_path, SAMPLE.replace("schema", "include: [parts/*.yaml]\nschema", 1))
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.yaml").write_text("brands:\n  oak:\n    extends: pine\n", encoding="utf-8")
    with pytest.raises(UsageError, match="oak already"):
        add("brand", "oak", path, TODAY)


def test_content_with_a_mistake_in_a_text_can_still_be_added_to(tmp_path: Path) -> None:
    path = small(tmp_path, SAMPLE.replace("phone: 418 555-0134", "phone: (418) 555-0134"))
    add("clinic", "aurore", path, TODAY)
    assert "  aurore:\n" in path.read_text(encoding="utf-8")


def test_content_that_yaml_cannot_read_is_told_and_left_alone(tmp_path: Path) -> None:
    path = small(tmp_path, "a: b\n  c: d\n")
    with pytest.raises(ContentError) as caught:
        add("clinic", "aurore", path, TODAY)
    assert caught.value.problems[0].code == "E164"
    assert path.read_bytes() == b"a: b\n  c: d\n"


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError) as caught:
        add("clinic", "aurore", path, TODAY)
    assert caught.value.problems[0].code == "E603"
    assert path.read_text(encoding="utf-8") == SAMPLE
    assert [entry.name for entry in tmp_path.iterdir()] == ["content.yaml"]


def test_a_link_to_the_content_stays_a_link_and_rights_stay_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = small(tmp_path / "real")
    real.chmod(0o640)
    link = tmp_path / "content.yaml"
    link.symlink_to(real)
    add("clinic", "aurore", link, TODAY)
    assert link.is_symlink()
    assert (real.stat().st_mode & 0o777, "  aurore:\n" in real.read_text(encoding="utf-8")) == (0o640, True)


@given(st.text(max_size=60))
def test_no_name_whatsoever_breaks_anything(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = small(tmp_path_factory.mktemp("content"))
    try:
        add("brand", name, path, TODAY)
    except UsageError:
        assert path.read_text(encoding="utf-8") == SAMPLE
    else:
        assert name in loaded(path).content.brands


@pytest.mark.parametrize("kind", ["handout", "clinic", "brand"])
def test_the_comments_of_a_skeleton_speak_french_and_nothing_else_of_it_changes(kind: Kind, content: Path) -> None:
    folder, french = content.parent, content.with_name("french.yaml")
    french.write_bytes(content.read_bytes())
    add(kind, "aurore", content, TODAY)
    add(kind, "aurore", french, TODAY, messages=Messages("fr"))
    english, translated = (
        (folder / name).read_text(encoding="utf-8").splitlines() for name in (content.name, french.name)
    )
    said = [line for line in translated if line not in english]
    assert said
    assert all(line.lstrip().startswith("# ") and len(line) <= 120 for line in said)
    assert [line for line in translated if not line.lstrip().startswith("#")] == [
        line for line in english if not line.lstrip().startswith("#")
    ]
    assert not any(word in f" {line} " for line in said for word in (" the ", " of ", " may ", "Required"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_command_in_a_comment_stands_on_one_line(kind: Kind, content: Path) -> None:
    add(kind, "aurore", content, TODAY, messages=Messages("fr"))
    comments = " ".join(line.strip("# ") for line in content.read_text(encoding="utf-8").splitlines())
    whole = [line for line in content.read_text(encoding="utf-8").splitlines() if "uv run generate.py check" in line]
    assert comments.count("Lancez ensuite") == len(whole) == 1
