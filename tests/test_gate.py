"""The gate itself: what is good passes it, what is bad does not, and every deliberate fault is caught."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import segno
from PIL import Image

from handouts import invariants
from tests.gate import vulnerabilities
from tests.gate.control import bad_file, good_file, good_words
from tests.gate.faults import FAULTS
from tests.gate.install import CannotInstallError, check_hash, run
from tests.gate.matrix import catch
from tests.gate.mutate import Fault, Tool
from tests.gate.verapdf import Validate, verdict
from tests.gate.vulnerabilities import read_answer
from tests.inspection import (
    Element,
    Run,
    embedded_fonts,
    qr_codes,
    read,
    render,
    text_runs,
    tree_pdfium,
    tree_pdfjs,
    tree_poppler,
    words,
)

ROOT = Path(__file__).resolve().parents[1]
GOOD = good_file()

every_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
every_reader = pytest.mark.parametrize("tree", [tree_poppler, tree_pdfjs, tree_pdfium])

Caught = Mapping[str, frozenset[Tool]]


# --- veraPDF


def test_verapdf_passes_a_good_file_and_fails_a_plain_reportlab_file(verapdf: Validate, tmp_path: Path) -> None:
    good, bad = tmp_path / "bonne fiche é.pdf", tmp_path / "bad.pdf"
    good.write_bytes(GOOD)
    bad.write_bytes(bad_file())
    verdicts = {(each.path.name, each.flavour): each for each in verapdf([good, bad])}
    assert [key for key, each in verdicts.items() if each.passed] == [(good.name, "ua1"), (good.name, "2a")]
    assert {"7.1-3", "7.1-11", "7.21.4.1-1"} <= verdicts["bad.pdf", "ua1"].rules
    assert {"6.7.3.3-1", "6.2.11.4.1-1"} <= verdicts["bad.pdf", "2a"].rules


@pytest.mark.parametrize("content", [b"", b"not a PDF", GOOD[: len(GOOD) // 2]], ids=["empty", "text", "half"])
def test_a_file_that_verapdf_cannot_read_fails(content: bytes, verapdf: Validate, tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    assert [each.passed for each in verapdf([path])] == [False, False]


def test_a_file_that_is_not_there_fails(verapdf: Validate, tmp_path: Path) -> None:
    assert [each.passed for each in verapdf([tmp_path / "nowhere.pdf"])] == [False, False]


def test_a_file_that_verapdf_says_nothing_about_fails() -> None:
    assert not verdict(Path("/a.pdf"), "ua1", []).passed
    assert not verdict(Path("/a.pdf"), "ua1", [["pass", "/b.pdf", "ua1"], ["pass", "/a.pdf", "2a"]]).passed


def test_a_pass_with_a_broken_rule_beside_it_fails() -> None:
    rows = [["pass", "/a.pdf", "2a", "", "", "", ""], ["broken", "/a.pdf", "2a", "6.1", "2", "why", "where"]]
    assert verdict(Path("/a.pdf"), "2a", rows[:1]).passed
    assert not verdict(Path("/a.pdf"), "2a", rows).passed


# --- setting it up


def test_a_download_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.deb"
    path.write_bytes(b"something else")
    with pytest.raises(CannotInstallError, match=r"library\.deb is not the file that was pinned"):
        check_hash(path, hashlib.sha256(b"the library").hexdigest())


def test_a_tool_that_is_missing_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotInstallError, match=r"no-such-tool is not on this machine\. Buy one\."):
        run("no-such-tool", cwd=tmp_path, hint="Buy one.")


def test_a_tool_that_fails_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(CannotInstallError, match=r"(?s)out of paper.*Add some\."):
        run("sh", "-c", "echo out of paper >&2; exit 1", cwd=tmp_path, hint="Add some.")


# --- what is skipped


@pytest.mark.parametrize(("ci", "outcome"), [("", "1 skipped"), ("true", "1 failed")])
def test_what_is_missing_is_skipped_here_and_failed_in_ci(ci: str, outcome: str, tmp_path: Path) -> None:
    sample = tmp_path / "test_sample.py"
    sample.write_text("import pytest\n\ndef test_it() -> None:\n    pytest.skip('no such tool')\n")
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text())
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-rs",
        "--rootdir",
        str(tmp_path),
        str(sample),
    ]
    environment = {"CI": ci, "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert outcome in done.stdout
    assert "no such tool" in done.stdout


# --- deliberate faults


@pytest.fixture(scope="module")
def caught_in_control(verapdf: Validate, tmp_path_factory: pytest.TempPathFactory) -> Caught:
    """The tools that catch each fault, made in the control."""
    return catch([GOOD], verapdf, tmp_path_factory.mktemp("control"))


@pytest.fixture(scope="module")
def caught_in_handouts(verapdf: Validate, sample_output: Path, tmp_path_factory: pytest.TempPathFactory) -> Caught:
    """The tools that catch each fault, made in handouts of the sample content."""
    handouts = [path.read_bytes() for path in sorted(sample_output.rglob("*.pdf"))]
    return catch(handouts, verapdf, tmp_path_factory.mktemp("handouts"))


def test_the_good_file_breaks_no_invariant() -> None:
    assert invariants.check(GOOD) == []


@every_fault
def test_a_fault_is_caught_by_just_the_tools_that_its_table_names(fault: Fault, caught_in_control: Caught) -> None:
    assert caught_in_control[fault.name] == fault.caught_by
    assert fault.caught_by, "a fault that nothing catches"


@every_fault
def test_a_fault_in_a_handout_of_ours_is_caught_by_the_same_tools(fault: Fault, caught_in_handouts: Caught) -> None:
    assert fault.name in caught_in_handouts, "the sample content has nothing of the kind"
    assert caught_in_handouts[fault.name] >= fault.caught_by


# --- readers


@every_reader
def test_every_reader_gets_the_words_of_the_tree_in_order(tree: Callable[[bytes], Element]) -> None:
    assert "".join(words(read(tree(GOOD)))) == "".join(good_words())


def test_poppler_gets_the_words_with_just_the_spaces_that_the_file_has() -> None:
    assert words(read(tree_poppler(GOOD))) == good_words()


@every_reader
def test_every_reader_gets_the_elements_in_order(tree: Callable[[bytes], Element]) -> None:
    blocks = {"H1", "H2", "P", "L", "Table", "Figure"}
    roles = [element.role for element in tree(GOOD).walk() if element.role in blocks]
    assert roles == ["H1", "P", "P", "H2", "L", "Table", "Figure", "H1", "P"]


@pytest.mark.parametrize("tree", [tree_pdfjs, tree_pdfium])
def test_readers_get_language_and_alternate_text(tree: Callable[[bytes], Element]) -> None:
    seen = tree(GOOD)
    assert [part.lang for part in seen.find("Sect")] == ["fr-CA", "en-CA"]
    assert [figure.alt for figure in seen.find("Figure")] == ["Une dent"]


def test_words_are_parted_at_no_break_spaces_and_composed() -> None:
    assert words("Pre\u0301t\u00a0! 5\u202f%\n") == ["Prét", "!", "5", "%"]


def test_a_run_tells_its_text_font_size_and_place() -> None:
    first = text_runs(GOOD)[1]
    assert first == Run("Soins après une extraction", "SourceSans3-Regular", 12, 72, 696, 0)
    assert {run.page for run in text_runs(GOOD)} == {0, 1}


def test_a_font_that_is_not_in_the_file_is_seen() -> None:
    assert embedded_fonts(bad_file()) == {"Helvetica": False}
    assert any(name.endswith("+SourceSans3-Regular") and held for name, held in embedded_fonts(GOOD).items())


def test_a_page_is_drawn_at_the_resolution_asked_for() -> None:
    picture = render(GOOD, 0, dpi=144)
    assert picture.size == (1224, 1584)
    assert picture.getpixel((2 * 80, 1584 - 2 * 110)) == (0, 0, 0)


def test_a_qr_code_is_read_from_a_picture() -> None:
    matrix = segno.make_qr("https://example.org/aide").matrix
    picture = Image.new("L", (len(matrix), len(matrix)))
    picture.putdata([0 if dark else 255 for row in matrix for dark in row])
    framed = Image.new("L", (len(matrix) + 8, len(matrix) + 8), 255)
    framed.paste(picture, (4, 4))
    assert qr_codes(framed.resize((framed.width * 6, framed.height * 6), Image.Resampling.NEAREST)) == [
        "https://example.org/aide"
    ]


# --- known vulnerabilities


def answer(*libraries: dict[str, Any]) -> str:
    """What pip-audit says of some libraries."""
    return json.dumps({"dependencies": libraries, "fixes": []})


FINE = {"name": "reportlab", "version": "5.1.0", "vulns": []}
SKIPPED = {"name": "pypdf", "skip_reason": "Dependency not found and could not be audited: pypdf (7.1.0)"}
HOLED = {
    "name": "pillow",
    "version": "1.0",
    "vulns": [{"id": "CVE-2000-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}],
}


@pytest.mark.parametrize("said", ["", "ERROR: no route to host", "[]", answer(), answer(SKIPPED, SKIPPED)])
def test_a_list_of_vulnerabilities_that_does_not_answer_is_never_taken_for_a_good_answer(said: str) -> None:
    audit = read_answer(said)
    assert (audit.checked, audit.vulnerable) == ((), ())
    assert audit.told().startswith("NOT CHECKED")


def test_a_vulnerable_library_is_named_with_the_version_that_mends_it_and_so_is_one_not_looked_up() -> None:
    told = read_answer(answer(FINE, SKIPPED, HOLED)).told().splitlines()
    assert told == [
        "vulnerable: pillow 1.0: CVE-2000-1, mended in 1.1",
        "2 libraries checked for known vulnerabilities, 1 found",
        "NOT CHECKED: pypdf",
    ]


@pytest.mark.parametrize(("said", "code"), [(answer(FINE), 0), (answer(HOLED), 1), ("", 0)])
def test_the_step_fails_for_a_vulnerable_library_alone(said: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vulnerabilities, "ask", lambda: said)
    assert vulnerabilities.main() == code
