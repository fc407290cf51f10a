"""A clinic's PDF is taken in once, and only what was accepted is ever printed."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handouts import ordinary_files
from handouts.build.publish import OutputFolder
from handouts.commands.cover_shelf import add_cover, check_cover
from handouts.errors import AssetError
from handouts.frozen import SHELF, add_command, frozen_pdf
from handouts.supplied.preparing import prepare
from tests.covers import drawn, locked, opening_script, press_colours, restricted, signed
from tests.test_supplied import tagged_cover

COVER = "assets/cover.pdf"
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a cover in its assets."""
    (tmp_path / "assets").mkdir()
    (tmp_path / COVER).write_bytes(drawn())
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    """Every file of a project."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def code(root: Path, path: str = COVER) -> str:
    """Why a build stops at a cover; it always says which command helps."""
    with pytest.raises(AssetError) as refusal:
        frozen_pdf(root, path)
    (problem,) = refusal.value.problems
    assert "generate.py cover add" in problem.hint
    assert not problem.at, "the content says where"
    return problem.code


def test_a_file_that_nobody_looked_at_is_not_printed(root: Path) -> None:
    assert code(root) == "E560"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes exist on POSIX only")
@pytest.mark.parametrize("ending", [".json", ".pdf"])
def test_a_pipe_in_the_place_of_a_frozen_form_is_not_waited_for(root: Path, ending: str) -> None:
    add_cover(root, root / COVER)
    (kept,) = (root / SHELF).glob(f"*{ending}")
    kept.unlink()
    os.mkfifo(kept)
    assert code(root) in {"E560", "E562"}


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("assets/cover.pdf", "assets/cover.pdf"),
        ("assets/Été (2).pdf", '"assets/Été (2).pdf"'),
        ("assets/$HOME `x`.pdf", "'assets/$HOME `x`.pdf'"),
    ],
)
def test_the_command_that_accepts_a_file_can_be_pasted_into_a_terminal(path: str, typed: str) -> None:
    assert add_command(path, "boreale") == f"uv run generate.py cover add {typed} --clinic boreale"
    assert add_command(path, "boreale", note=True, content="b/c.yaml") == (
        f"uv run generate.py cover add {typed} --clinic boreale --note --content b/c.yaml"
    )


def test_what_was_accepted_is_what_is_printed(root: Path) -> None:
    add_cover(root, root / COVER, "boreale")
    wanted, kept = prepare(drawn()), frozen_pdf(root, COVER)
    assert (kept.pdf, kept.pages, kept.notes) == (wanted.pdf, wanted.pages, ())


def test_the_tags_of_a_cover_are_kept_with_it(root: Path) -> None:
    (root / COVER).write_bytes(tagged_cover())
    add_cover(root, root / COVER)
    wanted, kept = prepare(tagged_cover()).pages[0].tree, frozen_pdf(root, COVER).pages[0].tree
    assert wanted is not None
    assert kept is not None
    assert [(node.role, node.kids[:0], node.scope, node.ident) for node in kept.walk()] == [
        (node.role, [], node.scope, node.ident) for node in wanted.walk()
    ]
    assert [kid for node in kept.walk() for kid in node.kids if not hasattr(kid, "role")] == [
        kid for node in wanted.walk() for kid in node.kids if not hasattr(kid, "role")
    ]


def test_a_file_that_changed_after_it_was_checked_is_not_printed(root: Path) -> None:
    add_cover(root, root / COVER)
    (root / COVER).write_bytes(drawn(pages=2))
    assert code(root) == "E561"
    add_cover(root, root / COVER)
    assert len(frozen_pdf(root, COVER).pages) == 2
    assert len(list((root / SHELF).iterdir())) == 3, "what the earlier file became is gone"


@pytest.mark.parametrize("protect", [locked, restricted])
def test_a_password_is_told_at_once_and_not_only_once_the_file_is_to_be_accepted(
    root: Path, protect: Callable[[], bytes]
) -> None:
    add_cover(root, root / COVER)
    (root / COVER).write_bytes(protect())
    assert code(root) == "E542"


@pytest.mark.parametrize(
    ("kind", "change"),
    [(".pdf", "edited"), (".pdf", "gone"), (".pdf", "cut"), (".json", "edited"), (".json", "cut")],
)
def test_a_frozen_form_that_was_touched_is_not_printed(root: Path, kind: str, change: str) -> None:
    add_cover(root, root / COVER)
    (place,) = (root / SHELF).glob(f"*{kind}")
    data = place.read_bytes()
    place.unlink()
    if change != "gone":
        place.write_bytes(data[:-200] if change == "cut" else data.replace(b"figure", b"Figure") + b"x")
    assert code(root) == "E562"


@pytest.mark.parametrize(
    "record",
    [[], 5, {}, {"format": 9}, {"pages": [{"way": "magic"}]}, {"pages": [{"tree": {"role": "Script"}}]}],
    ids=["a list", "a number", "nothing", "a later format", "an unknown way", "an unknown role"],
)
def test_a_record_that_says_something_else_is_not_believed(root: Path, record: object) -> None:
    add_cover(root, root / COVER)
    (place,) = (root / SHELF).glob("*.json")
    said = json.loads(place.read_text())
    place.write_text(json.dumps(said | record if isinstance(record, dict) and record else record))
    assert code(root) == "E562"


def test_a_file_from_elsewhere_is_copied_under_the_name_of_its_clinic(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Couverture finale (2).pdf"
    elsewhere.write_bytes(drawn(pages=2))
    taken = add_cover(root, elsewhere, "boreale-levis", note=True)
    assert taken.path == "assets/boreale-levis-note.pdf"
    assert (root / taken.path).read_bytes() == elsewhere.read_bytes()
    assert len(frozen_pdf(root, taken.path).pages) == 2
    assert "        - file: assets/boreale-levis-note.pdf" in taken.lines


def test_a_file_that_may_not_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("handouts.ordinary_files._without_waiting", denied)
    with pytest.raises(AssetError, match=r"cover\.pdf cannot be read: Permission denied"):
        frozen_pdf(root, COVER)
    with pytest.raises(AssetError, match=r"cover\.pdf cannot be read: Permission denied"):
        check_cover(root, root / COVER)


@pytest.mark.parametrize("ending", [".json", ".pdf"])
def test_a_frozen_form_that_may_not_be_read_is_not_called_damaged(
    root: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    add_cover(root, root / COVER)
    opened = ordinary_files._without_waiting

    def denied(path: str, flags: int) -> int:
        if str(path).endswith(ending) and SHELF in str(path):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr("handouts.ordinary_files._without_waiting", denied)
    with pytest.raises(AssetError, match=r"E510.*, assets/frozen/.*, cannot be read: Permission denied") as refusal:
        frozen_pdf(root, COVER)
    assert "ask for the right to read it" in refusal.value.problems[0].hint


def test_a_folder_of_frozen_forms_that_may_not_be_looked_into_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_cover(root, root / COVER)
    is_file = Path.is_file

    def denied(path: Path) -> bool:
        if path.parent.name == "frozen":
            raise PermissionError(13, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", denied)
    with pytest.raises(AssetError, match=r"E510.*frozen cannot be read: Permission denied"):
        frozen_pdf(root, COVER)


def test_a_file_from_elsewhere_needs_a_clinic(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / COVER, tmp_path / "other.pdf")
    with pytest.raises(AssetError, match=r"E511"):
        add_cover(root, tmp_path / "other.pdf")


def test_checking_writes_nothing(root: Path) -> None:
    before = files(root)
    assert check_cover(root, root / COVER, "boreale").prepared.pages
    assert files(root) == before


def test_a_file_that_cannot_be_used_leaves_everything_as_it_was(root: Path) -> None:
    add_cover(root, root / COVER)
    before = files(root)
    (root / "word.pdf").write_bytes(b"PK\x03\x04 and so on")
    with pytest.raises(AssetError, match="a zip file"):
        add_cover(root, root / "word.pdf", "boreale")
    (root / "word.pdf").unlink()
    assert files(root) == before


def test_what_was_left_out_is_said_when_it_is_added_and_not_at_every_build(root: Path) -> None:
    (root / COVER).write_bytes(opening_script())
    assert [note.code for note in add_cover(root, root / COVER).notes] == ["W541"]
    assert frozen_pdf(root, COVER).notes == ()


def test_what_a_better_file_would_mend_is_said_at_every_build(root: Path) -> None:
    (root / COVER).write_bytes(press_colours())
    add_cover(root, root / COVER)
    assert [note.code for note in frozen_pdf(root, COVER).notes] == ["W540"]


def test_a_signature_is_given_up_only_when_that_is_said(root: Path) -> None:
    (root / COVER).write_bytes(signed())
    with pytest.raises(AssetError, match="E543"):
        add_cover(root, root / COVER)
    taken = add_cover(root, root / COVER, signed=True)
    assert "W545" in {note.code for note in taken.notes}


def test_a_picture_shows_what_will_be_printed(root: Path) -> None:
    taken = add_cover(root, root / COVER)
    assert (root / taken.preview).read_bytes().startswith(b"\x89PNG")


def test_the_same_file_gives_the_same_bytes(root: Path) -> None:
    add_cover(root, root / COVER)
    first = files(root)
    shutil.rmtree(root / SHELF)
    add_cover(root, root / COVER)
    assert files(root) == first


@pytest.mark.parametrize("path", ["assets/limoilou-couverture.pdf", "assets/montreal-note.pdf"])
def test_the_pdfs_of_the_sample_clinics_are_frozen_as_this_program_would_freeze_them(path: str) -> None:
    kept = frozen_pdf(ROOT, path)
    assert kept.pdf == prepare((ROOT / path).read_bytes()).pdf


@pytest.mark.parametrize("change", range(4))
def test_a_sheet_can_be_made_whenever_the_taking_in_of_its_new_cover_is_cut_off(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: int
) -> None:
    add_cover(root, root / COVER)
    better = tmp_path / "cover.pdf"
    better.write_bytes(press_colours())
    publish, done = OutputFolder.publish, iter(range(10))

    def cut_off(folder: OutputFolder, path: str, data: bytes) -> None:
        if next(done) == change:
            (folder.root / path).with_name(f".{Path(path).name}.0a1b2c3d.tmp").write_bytes(data[:10])
            raise KeyboardInterrupt
        publish(folder, path, data)

    monkeypatch.setattr("handouts.commands.cover_shelf._content_path", lambda *_, **__: COVER)
    with monkeypatch.context() as patch:
        patch.setattr(OutputFolder, "publish", cut_off)
        with pytest.raises(KeyboardInterrupt):
            add_cover(root, better)
    assert frozen_pdf(root, COVER).pdf == prepare(drawn()).pdf
    add_cover(root, better)
    assert frozen_pdf(root, COVER).pdf == prepare(press_colours()).pdf
    assert len(files(root / SHELF)) == len({".pdf", ".png", ".json"}), "of the earlier one, nothing is left"
    assert not [name for name in files(root) if name.endswith(".tmp")]
