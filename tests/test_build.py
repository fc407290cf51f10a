"""Builds: what is made anew, what never stops what, and what a cut-off build leaves."""

import errno
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from handouts.render import render
from handouts.sheet import Sheet
from layouts import LAYOUTS
from tests.sample_content import Ran, edit, files, generate, manifest, write_content

ROOT = Path(__file__).resolve().parents[1]

NORD = [
    "nord/after-boutons-full-en.pdf",
    "nord/apres-boutons-complet-fr.pdf",
    "nord/apres-boutons-recto-verso-fr-en.pdf",
]
SUD = ["sud/after-boutons-full-en.pdf", "sud/apres-boutons-complet-fr.pdf"]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path)


@pytest.fixture
def output(content: Path) -> Path:
    return content.parent / "output"


def made(ran: Ran) -> list[str]:
    """What a build with `--json` made, sorted."""
    paths: list[str] = ran.json["made"]
    return sorted(paths)


def pdfs(output: Path) -> list[str]:
    return [path for path in files(output) if path.endswith(".pdf")]


def is_true(output: Path) -> bool:
    """Whether every file that the manifest names is there, as it says."""
    return all(
        hashlib.sha256((output / path).read_bytes()).hexdigest() == entry["sha256"]
        for path, entry in manifest(output).items()
    )


def test_every_sheet_of_every_clinic_is_made_and_in_the_manifest(content: Path, output: Path) -> None:
    ran = generate(content)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "nord: 3 made",
        "sud: 2 made",
        f"5 made, 0 unchanged, 0 failed; see {output}/",
    ]
    assert pdfs(output) == NORD + SUD
    assert sorted(manifest(output)) == NORD + SUD
    assert is_true(output)
    entry = manifest(output)["sud/apres-boutons-complet-fr.pdf"]
    assert entry["title"] == "Après le soin boutons"
    assert entry["languages"] == ["fr-CA"]
    assert entry["print_code"].startswith("BOU-1.0-FR-L-")
    assert (entry["status"], entry["handout"], entry["clinic"], entry["edition"]) == (
        "sample",
        "boutons",
        "sud",
        "single-fr",
    )
    assert entry["bytes"] == (output / entry["path"]).stat().st_size


# what is made anew


def test_a_second_build_makes_nothing_and_touches_nothing(content: Path, output: Path) -> None:
    generate(content)
    before = {path: (output / path).stat().st_mtime_ns for path in files(output)}
    ran = generate(content, "--json")
    assert (made(ran), len(ran.json["unchanged"])) == ([], 5)
    assert {path: (output / path).stat().st_mtime_ns for path in files(output)} == before


def test_a_clinics_new_number_makes_its_own_sheets_anew_and_no_others(content: Path) -> None:
    generate(content)
    edit(content, '"418 555-0134"', '"418 555-0199"', count=1)
    assert made(generate(content, "--json")) == NORD


def test_a_changed_figure_makes_the_sheets_that_name_it_anew(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("boutons", "soins"))
    edit(content, "Attendez {makeup_wait}.", "Attendez.", count=1)
    edit(content, "Wait {makeup_wait}.", "Wait.", count=1)
    generate(content)
    edit(content, "to: 48", "to: 36")
    anew = made(generate(content, "--json"))
    assert anew
    assert all("soins" in path for path in anew)


@pytest.mark.parametrize(
    ("old", "new"), [('"#0B4F5C"', '"#5C0B4F"'), ("logo: ", "corner_radius: 9\n    logo: "), ("pine.svg", "fir.svg")]
)
def test_another_look_makes_every_sheet_anew(content: Path, old: str, new: str) -> None:
    (content.parent / "assets" / "fir.svg").write_text((content.parent / "assets" / "pine.svg").read_text())
    generate(content)
    edit(content, old, new)
    assert made(generate(content, "--json")) == NORD + SUD


def test_a_changed_logo_makes_every_sheet_anew(content: Path) -> None:
    generate(content)
    edit(content.parent / "assets" / "pine.svg", "h40v20H0z", "h40v10H0z")
    assert made(generate(content, "--json")) == NORD + SUD


def test_a_comment_makes_nothing_anew(content: Path) -> None:
    generate(content)
    content.write_text("# a comment\n" + content.read_text())
    assert made(generate(content, "--json")) == []


def test_the_day_after_a_review_is_due_every_sheet_is_made_anew_and_says_so(content: Path, output: Path) -> None:
    generate(content, day="2028-05-01")
    assert made(generate(content, "--json", day="2028-05-02")) == []
    assert made(generate(content, "--json", day="2028-05-03")) == NORD + SUD
    assert {entry["status"] for entry in manifest(output).values()} == {"overdue"}


def test_files_that_were_changed_or_deleted_are_made_anew(content: Path, output: Path) -> None:
    generate(content)
    before = files(output)
    (output / NORD[0]).write_bytes(b"%PDF-1.4 not ours")
    (output / NORD[1]).unlink()
    assert made(generate(content, "--json")) == NORD[:2]
    assert files(output) == before


# what never stops what


def test_a_handout_with_a_mistake_stops_no_other_and_its_old_files_stay(tmp_path: Path) -> None:
    content, output = write_content(tmp_path, handouts=("boutons", "soins")), tmp_path / "output"
    generate(content)
    before = files(output)
    edit(content, 'fr: "Attendez {makeup_wait}."\n', "", count=1)
    edit(content, "Fièvre", "Forte fièvre")
    ran = generate(content, "--json")
    assert ran.code == 1
    assert {problem["code"] for problem in ran.json["problems"]} == {"E104"}
    assert ran.json["left_out"] == ["boutons"]
    assert len(made(ran)) == 5
    assert all("soins" in path for path in made(ran))
    assert {path: data for path, data in files(output).items() if "boutons" in path} == {
        path: data for path, data in before.items() if "boutons" in path
    }
    assert is_true(output)
    assert sorted(manifest(output)) == pdfs(output)


def test_the_files_of_a_handout_with_a_mistake_are_not_taken_for_unwanted(tmp_path: Path) -> None:
    content, output = write_content(tmp_path, handouts=("boutons", "soins")), tmp_path / "output"
    generate(content)
    edit(content, 'fr: "Attendez {makeup_wait}."\n', "", count=1)
    ran = generate(content, "--json", "--prune")
    assert (ran.json["removed"], ran.json["no_longer_made"]) == ([], [])
    assert len(pdfs(output)) == 10


def test_a_clinic_with_a_mistake_stops_no_other(content: Path) -> None:
    edit(content, '"418 555-0134"', '"555-0134"', count=1)
    ran = generate(content, "--json")
    assert (ran.code, ran.json["left_out"], made(ran)) == (1, ["nord"], SUD)


def test_an_included_file_that_cannot_be_read_stops_only_what_it_holds(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("boutons", "soins"))
    shared, boutons, soins = content.read_text().partition("  boutons:\n")[0], "", ""
    boutons, _, soins = content.read_text().partition("handouts:\n")[2].partition("  soins:\n")
    content.write_text(shared.removesuffix("handouts:\n") + "include: ['parts/*.yaml']\n")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "boutons.yaml").write_text("handouts:\n" + boutons)
    (tmp_path / "parts" / "soins.yaml").write_bytes(("handouts:\n  soins:\n" + soins).encode("utf-16"))
    ran = generate(content, "--json")
    assert (ran.code, made(ran)) == (1, NORD + SUD)
    assert {problem["code"] for problem in ran.json["problems"]} == {"E151"}


def test_a_mistake_in_what_all_share_stops_all(content: Path, output: Path) -> None:
    edit(content, "schema_version: 1", "schema_version: 2")
    ran = generate(content)
    assert ran.code == 1
    assert "error[E107]" in ran.err or "error[E108]" in ran.err
    assert not output.exists()


def test_text_that_does_not_fit_one_edition_stops_only_that(content: Path) -> None:
    edit(content, "Attendez {makeup_wait}.", "Attendez {makeup_wait}. " * 90)
    edit(content, "Wait {makeup_wait}.", "Wait {makeup_wait}. " * 90)
    ran = generate(content, "--json")
    assert ran.code == 1
    assert made(ran) == [*NORD[:2], *SUD]
    assert ran.json["failed"] == [{"path": NORD[2], "codes": ["E401"]}]


def test_a_logo_that_is_not_there_is_an_asset_problem_with_its_own_exit_code(content: Path, output: Path) -> None:
    (content.parent / "assets" / "pine.svg").unlink()
    ran = generate(content)
    assert ran.code == 3
    assert ran.err.count("error[E510]") == 1
    assert "(in 5 sheets)" in ran.err
    assert re.search(r"content\.yaml:\d+:\d+: error\[E510\].*\n +\d+ \|.*logo: assets/pine\.svg", ran.err)
    assert not pdfs(output)


def test_every_file_that_is_not_there_is_told_in_one_run(content: Path) -> None:
    (content.parent / "assets" / "pine.svg").unlink()
    cover = "cover: {kind: file, file: assets/accueil.pdf, alt: {fr: Accueil, en: Welcome}}"
    edit(content, "    services: [", f"    {cover}\n    services: [")
    edit(
        content,
        "    logo:",
        "    fonts: {regular: assets/A.ttf, semibold: assets/B.ttf, bold: assets/B.ttf}\n    logo:",
    )
    ran = generate(content, "check")
    gone = [f"assets/{name}" for name in ("A.ttf", "B.ttf", "pine.svg", *["accueil.pdf"] * 2)]  # of each clinic
    assert re.findall("there is no file (.+) \\(in", ran.err) == gone


@pytest.mark.parametrize("debug", [False, True])
def test_a_mistake_in_the_program_stops_one_sheet_and_shows_no_traceback_unasked(
    content: Path, monkeypatch: pytest.MonkeyPatch, *, debug: bool
) -> None:
    def broken(sheet: Sheet) -> object:
        if sheet.edition.id == "two_sided":
            raise ZeroDivisionError("by nothing")
        return render(sheet)

    monkeypatch.setattr("handouts.build.press.render", broken)
    ran = generate(content, *(["--debug"] if debug else []))
    assert ran.code == 1
    assert "error[E990]" in ran.err
    assert NORD[2] in ran.err
    assert ("Traceback" in ran.err) is debug
    assert "4 made, 0 unchanged, 1 failed" in ran.out


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files"),
        (RuntimeError("can't start new thread"), "can't start new thread"),
        (MemoryError(), "no memory is left"),
    ],
)
def test_what_the_computer_refuses_is_not_called_a_mistake_of_the_program(
    content: Path, monkeypatch: pytest.MonkeyPatch, refusal: Exception, said: str
) -> None:
    def refused(_: Sheet) -> object:
        raise refusal

    monkeypatch.setattr("handouts.build.press.render", refused)
    ran = generate(content, "--debug")
    assert ran.code == 1
    assert f"the computer refused what that takes ({said})" in ran.err
    assert "error[E992]" in ran.err
    assert "E990" not in ran.err
    assert "Traceback" in ran.err, "who asks for it sees where"


def test_a_command_that_the_computer_refuses_is_not_called_a_mistake_of_the_program(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> object:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("handouts.commands.sheets.open_shop", refused)
    ran = generate(content, "--messages", "fr")
    assert ran.code == 1
    assert "l'ordinateur a refusé" in ran.err.replace("\u2019", "'")
    assert "E990" not in ran.err


def test_sheets_that_would_share_a_file_are_not_made_and_the_others_are(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    single = next(layout for layout in LAYOUTS if layout.id == "single")
    monkeypatch.setattr("tests.sample_content.LAYOUTS", (*LAYOUTS, replace(single, id="twin")))
    edit(content, "editions: [single]", "editions: [single, twin]")
    ran = generate(content, "--json")
    assert (ran.code, made(ran)) == (1, NORD)
    assert [problem["code"] for problem in ran.json["problems"]] == ["E129", "E129"]


# parts of the content, and files that are no longer made


def test_a_part_is_built_and_the_rest_stays_in_the_manifest(content: Path, output: Path) -> None:
    generate(content)
    edit(content, "Fièvre", "Forte fièvre")
    ran = generate(content, "build", "--clinic", "sud", "--lang", "fr", "--json")
    assert made(ran) == ["sud/apres-boutons-complet-fr.pdf"]
    assert ran.json["no_longer_made"] == []
    assert sorted(manifest(output)) == NORD + SUD
    assert is_true(output)


def test_a_file_that_is_no_longer_made_is_told_and_stays(content: Path, output: Path) -> None:
    generate(content)
    edit(content, '"after-boutons"', '"pimples"')
    ran = generate(content)
    assert f"  no longer made: {NORD[0]}" in ran.out.splitlines()
    assert (output / NORD[0]).exists()
    assert NORD[0] in generate(content, "--json").json["no_longer_made"]


def test_prune_removes_what_is_no_longer_made(content: Path, output: Path) -> None:
    generate(content)
    (output / "sud" / "mine.pdf").write_bytes(b"mine")
    edit(content, "clinics:\n", "clinics:\n", count=1)
    text = content.read_text()
    start, end = text.index("  nord:\n"), text.index("  sud:\n")
    content.write_text(text[:start] + text[end:])
    ran = generate(content, "--prune", "--json")
    assert sorted(ran.json["removed"]) == NORD
    assert pdfs(output) == [*SUD, "sud/mine.pdf"]
    assert not (output / "nord").exists()
    assert sorted(manifest(output)) == SUD


def test_prune_never_removes_a_file_that_is_not_as_it_was_made(content: Path, output: Path) -> None:
    generate(content)
    (output / NORD[0]).write_bytes(b"signed by hand")
    edit(content, '"after-boutons"', '"pimples"')
    ran = generate(content, "--prune", "--json")
    assert ran.json["removed"] == [SUD[0]]
    assert [problem["code"] for problem in ran.json["problems"]] == ["W608"]
    assert (output / NORD[0]).read_bytes() == b"signed by hand"


def test_a_manifest_that_lies_removes_nothing_outside(content: Path, output: Path) -> None:
    generate(content)
    victim = content.parent / "victim.pdf"
    victim.write_bytes(b"mine")
    said = json.loads((output / "manifest.json").read_text())
    digest = hashlib.sha256(b"mine").hexdigest()
    said["files"].append(said["files"][0] | {"path": "../victim.pdf", "sha256": digest})
    (output / "manifest.json").write_text(json.dumps(said))
    assert generate(content, "--prune").code == 0
    assert victim.read_bytes() == b"mine"


@pytest.mark.parametrize("damage", [b"", b"{", b'{"schema_version": 1, "files": [{"path": "nord/x.pdf"}]}'])
def test_a_damaged_manifest_is_repaired_by_the_next_build(content: Path, output: Path, damage: bytes) -> None:
    generate(content)
    before = files(output)
    (output / "manifest.json").write_bytes(damage)
    ran = generate(content, "--json")
    assert (ran.code, made(ran)) == (0, NORD + SUD)
    assert [problem["code"] for problem in ran.json["problems"]] == ["W607"]
    assert files(output) == before


# the output that cannot be written


def test_an_output_that_is_a_file_ends_with_its_own_exit_code(content: Path, output: Path) -> None:
    output.write_text("mine")
    ran = generate(content)
    assert ran.code == 4
    assert "error[E601]" in ran.err
    assert output.read_text() == "mine"


def test_a_link_in_the_place_of_a_clinics_folder_stops_only_that_clinic(content: Path, output: Path) -> None:
    output.mkdir()
    (content.parent / "elsewhere").mkdir()
    (output / "nord").symlink_to(content.parent / "elsewhere", target_is_directory=True)
    ran = generate(content, "--json")
    assert (ran.code, made(ran)) == (4, SUD)
    assert not list((content.parent / "elsewhere").iterdir())


def test_a_full_disk_ends_a_build_and_the_manifest_tells_the_truth(
    content: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(content)
    edit(content, "Fièvre", "Forte fièvre")
    fsync, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 3:
            raise OSError(28, "No space left on device")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr("handouts.whole_files.os.fsync", full)
        ran = generate(content, "--json")
    assert ran.code == 4
    assert [problem["code"] for problem in ran.json["problems"]] == ["E603"]
    assert (len(made(ran)), len(ran.json["not_begun"])) == (2, 3)
    assert is_true(output)
    assert generate(content, "--json").code == 0
    assert sorted(manifest(output)) == NORD + SUD
    assert is_true(output)


# the same bytes, in any process


def test_the_same_content_gives_the_same_bytes_in_any_process(content: Path) -> None:
    outputs = []
    for number, (seed, zone, locale, epoch) in enumerate(
        [("0", "America/Toronto", "C.UTF-8", ""), ("7", "Pacific/Auckland", "C", "1"), ("random", "UTC", "fr_CA", "")]
    ):
        output = content.parent / f"output-{number}"
        environment = {
            **os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "SOURCE_DATE_EPOCH": epoch,
        }  # fmt: skip
        command = [sys.executable, str(ROOT / "generate.py"), "--content", str(content), "--output", str(output)]
        subprocess.run([*command, "--date", "2026-11-23", "--quiet"], env=environment, check=True)
        outputs.append(files(output))
    assert outputs[0].keys() == {*NORD, *SUD, "manifest.json"}
    assert outputs[1] == outputs[0]
    assert outputs[2] == outputs[0]


def test_many_processes_make_the_same_bytes_in_the_same_order_as_one(
    content: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = generate(content, "--json")
    one = files(output)
    monkeypatch.setattr("handouts.processes.workers.FEW", 0)
    monkeypatch.setattr("handouts.processes.workers.processors", lambda: 2)
    together = generate(content, "--json", "--output", str(content.parent / "together"))
    assert together.json["made"] == alone.json["made"]
    assert files(content.parent / "together") == one


# builds that are cut off

MANY = tuple(f"{letter}oins" for letter in "abcdef")


def start(content: Path, output: Path, *, deaf: bool = False) -> "subprocess.Popen[str]":
    """Begin a build of 30 sheets, in a process group of its own."""
    command = [sys.executable, str(ROOT / "generate.py"), "--content", str(content), "--output", str(output)]
    shell = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh"] if deaf else []  # as `&` in a script does
    return subprocess.Popen(
        [*shell, *command, "--date", "2026-11-23"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for_a_file(output: Path) -> None:
    for _ in range(2000):
        if list(output.glob("*/*.pdf")):
            return
        time.sleep(0.01)
    raise AssertionError("no file was made")


def running(group: int) -> list[str]:
    """The processes of a group that still run, by their status in `/proc`; the dead ones that nobody buried do not."""
    states = [path.read_text(errors="replace").rpartition(")")[2].split() for path in statuses()]
    return [state for state, _, its_group, *_ in states if int(its_group) == group and state not in "ZX"]


def statuses() -> list[Path]:
    return [path for path in Path("/proc").glob("[0-9]*/stat") if path.exists()]


def busyness() -> float:
    """How many seconds this machine takes for a second's work: one when it does nothing else."""
    began, worked = time.monotonic(), time.process_time()
    while time.process_time() - worked < 0.05:
        pass
    return max(1.0, (time.monotonic() - began) / 0.05)


def ends(group: int, seconds: float) -> bool:
    """Whether every process of a group ends in so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(OSError):  # a process may end while its status is read
            if not running(group):
                return True
        time.sleep(0.02)
    return False


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes in /proc")


@pytest.mark.clock
@linux
@pytest.mark.parametrize("deaf", [False, True], ids=["from_a_terminal", "from_a_script_that_goes_on"])
def test_ctrl_c_ends_a_build_within_a_second_with_nothing_torn(tmp_path: Path, *, deaf: bool) -> None:
    content, output = write_content(tmp_path, handouts=MANY), tmp_path / "output"
    with start(content, output, deaf=deaf) as process:
        wait_for_a_file(output)
        busy = busyness()
        os.killpg(process.pid, signal.SIGINT)
        began = time.monotonic()
        _, told = process.communicate(timeout=5)
        took = time.monotonic() - began
    assert process.returncode == 130
    assert took < max(busy, busyness())
    assert told.splitlines() == ["interrupted; no file is torn, and the same command goes on from here"]
    assert 0 < len(manifest(output)) < 30
    assert is_true(output)
    assert sorted(manifest(output)) == pdfs(output)
    ran = generate(content, "--json")
    assert (ran.code, len(ran.json["unchanged"]) + len(made(ran))) == (0, 30)
    assert ran.json["unchanged"]


@pytest.mark.clock
@linux
def test_ctrl_c_while_the_program_is_being_loaded_ends_it_without_a_traceback(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    codes = []
    for tenths in range(1, 9):
        with start(content, tmp_path / "output") as process:
            time.sleep(tenths / 10)
            os.killpg(process.pid, signal.SIGINT)
            _, told = process.communicate(timeout=5)
        assert "Traceback" not in told
        codes.append(process.returncode)
    assert 130 in codes
    assert set(codes) <= {130, 0, -signal.SIGINT}, "-2: before Python itself had begun"


SWALLOWED = """
import signal, sys, threading, weakref
import generate

class Module: pass

def cb(_):
    signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever began the tests may have made them deaf
sys.unraisablehook = generate.interrupt_again
module = Module()
kept = weakref.ref(module, cb)
del module
threading.Event().wait()
"""


def test_an_interrupt_that_python_swallows_comes_again() -> None:
    command = [sys.executable, "-c", SWALLOWED]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)  # else it waits on
    assert ran.stderr.splitlines()[-1] == "KeyboardInterrupt"
    assert "Exception ignored" not in ran.stderr


@linux
def test_a_build_killed_at_any_moment_leaves_whole_files_and_a_true_manifest(tmp_path: Path) -> None:
    content, output = write_content(tmp_path, handouts=MANY), tmp_path / "output"
    generate(content)
    whole = files(output)
    for moment, old, new in ((0.0, "Fièvre", "Forte fièvre"), (0.15, "Forte", "Très forte"), (0.3, "Très f", "F")):
        edit(content, old, new)
        before = {path: (output / path).stat().st_mtime_ns for path in whole}
        with start(content, output) as process:
            while all((output / path).stat().st_mtime_ns == before[path] for path in whole):
                assert process.poll() is None
                time.sleep(0.005)
            time.sleep(moment)
            os.kill(process.pid, signal.SIGKILL)
            process.communicate()
            assert ends(process.pid, 5), "processes outlive the build"
        assert is_true(output)
        for path in pdfs(output):
            assert (output / path).read_bytes().rstrip().endswith(b"%%EOF")
    assert generate(content).code == 0
    assert is_true(output)
    assert len(manifest(output)) == 30
    assert not [path for path in files(output) if path.endswith(".tmp")]
    other = generate(content, "--output", str(tmp_path / "fresh"))
    assert other.code == 0
    assert files(output) == files(tmp_path / "fresh")


def test_a_figure_that_only_a_shared_fact_names_makes_its_sheets_anew(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    edit(
        content,
        "brands:\n",
        'facts:\n  pause: {fr: "attendez {makeup_wait}", en: "wait {makeup_wait}"}\nbrands:\n',
        count=1,
    )
    edit(content, "Attendez {makeup_wait}.", "Au besoin, {pause}.")
    edit(content, "Wait {makeup_wait}.", "If need be, {pause}.")
    generate(content, "build")
    edit(content, "value: 24", "value: 36")
    assert len(generate(content, "build", "--json").json["made"]) == 5
