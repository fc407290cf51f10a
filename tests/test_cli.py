"""The command line: what it understands, what it answers, and how fast it does that."""

import os
import re
import shutil
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfWriter

from generate import run
from handouts.errors import ExitCode
from handouts.options import read_options
from tests.sample_content import edit, files, generate, write_content

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, str(ROOT / "generate.py")]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path)


def ask(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command as a person does."""
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=False
    )


# another Python than uv would have taken


def test_a_python_without_the_libraries_is_told_in_both_languages_with_the_command_to_type() -> None:
    answer = subprocess.run(
        [sys.executable, "-S", str(ROOT / "generate.py"), "check", "--strict"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == ExitCode.USAGE
    assert "Traceback" not in answer.stderr
    assert "error: this Python cannot make handouts (it lacks " in answer.stderr
    assert "erreur : ce Python ne peut pas produire de feuilles (il lui manque " in answer.stderr
    assert answer.stderr.count("uv run generate.py check --strict\n") == 2


def test_a_python_that_is_too_old_is_told_by_its_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 10, 13))
    assert run() == ExitCode.USAGE
    assert "(it is 3.10; 3.11 or later is needed)" in capsys.readouterr().err


# help


def test_help_documents_every_command_and_exit_code_with_examples() -> None:
    answer = ask("--help")
    assert answer.returncode == 0
    assert not answer.stderr
    for command in ("build", "list", "check"):
        assert re.search(rf"^    {command} ", answer.stdout, re.MULTILINE)
    codes = re.findall(r"^  (\d+) +\S", answer.stdout, re.MULTILINE)
    assert codes == [str(int(code)) for code in ExitCode]
    assert answer.stdout.count("  uv run generate.py ") >= 3


@pytest.mark.parametrize("command", ["build", "list", "check"])
def test_every_command_has_help_of_its_own(tmp_path: Path, command: str) -> None:
    ran = generate(tmp_path / "content.yaml", command, "--help")
    assert ran.code == 0
    assert "--clinic ID" in ran.out
    assert ("--prune" in ran.out) is (command == "build")


@pytest.mark.clock
def test_help_is_instant() -> None:
    best = min(_seconds(*COMMAND, "--help") for _ in range(5))
    bare = min(_seconds(sys.executable, "-c", "import argparse, pathlib") for _ in range(5))
    assert best < max(0.3, 6 * bare)


def _seconds(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - began


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, handouts.cli, layouts; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    heavy = {"reportlab", "pypdf", "pypdfium2", "pydantic", "rich", "yaml", "uharfbuzz", "filelock", "multiprocessing"}
    assert loaded & heavy == set()


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"handouts \d+\.\d+\.\d+\n", ask("--version").stdout)


# wrong usage


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["biuld"], "there is no command “biuld”", "did you mean `build`?"),
        (["--clinc", "nord"], "there is no option “--clinc”", "did you mean `--clinic`?"),
        (["build", "--pruen"], "there is no option “--pruen”", "did you mean `--prune`?"),
        (["build", "--clinic"], "nothing is written after `--clinic`", "write   --clinic ID"),
        (["check", "--messages"], "nothing is written after `--messages`", "write   --messages fr"),
        (["vérifier"], "there is no command “vérifier”", "did you mean `check`?"),
        (["translated", "--tout"], "there is no option “--tout”", "did you mean `--all`?"),
        (["check", "--dry"], "there is no option “--dry”", "`uv run generate.py check` finds every problem"),
        (["check", "content.yaml"], "“content.yaml” is a word too many", "write   --content content.yaml"),
        (["list", "nord"], "“nord” is a word too many after `list`", "`--clinic nord`"),
        (["cover", "add", "a.pdf", "b.pdf"], "“b.pdf” is a word too many after `cover`", "`uv run generate.py --help`"),
        (["preview", "--editor", "emacs"], "“emacs” is not an editor that this program knows", "vscode"),
        (["check", "--prune"], "`--prune` does not go with `check`", "build, watch"),
        (["preview", "--port", "many"], "“many” is not a whole number", "--port NUMBER"),
        (["check", "--strict=yes"], "nothing can stand after `--strict`", "alone"),
        (["cover", "add"], "this command lacks FILE", "cover add|check FILE"),
        (["check", "—strict"], "there is no option “—strict”", "write   --strict"),
        (["check", "–-lang", "fr"], "there is no option “–-lang”", "write   --lang"),
        (["check", "-q"], "there is no option “-q”", "--quiet"),
        (["check", "--content", ""], "nothing is written after `--content`", "--content FILE"),
        (["check", "--output", ""], "nothing is written after `--output`", "--output FOLDER"),
        (["explain", ""], "there is nothing between the quotes", "`uv run generate.py --help`"),
        (["new", "clinic", "con"], "a name that Windows keeps for itself", "con-1"),
        (["--clinic", "nrd"], "there is no clinic “nrd”", "did you mean `nord`?"),
        (["--handout", "bouton"], "there is no handout “bouton”", "did you mean `boutons`?"),
        (["--edition", "two-sided"], "there is no edition “two-sided”", "did you mean `two_sided`?"),
        (["--edition", "single-fe"], "there is no edition “single-fe”", "did you mean `single-fr`?"),
        (["--lang", "de"], "there is no language “de”", "there are: fr, en"),
        (
            ["--clinic", "sud", "--edition", "two_sided"],
            "no sheet meets all that was asked for",
            "single-fr, single-en",
        ),
        (["--lang", "fr", "--edition", "two_sided"], "no sheet meets all that was asked for", "no other language"),
    ],
)
def test_wrong_usage_is_told_in_plain_words_with_what_was_meant(
    content: Path, arguments: list[str], message: str, hint: str
) -> None:
    ran = generate(content, *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert hint in ran.err
    assert "Traceback" not in ran.err
    assert not (content.parent / "output").exists()


def test_all_names_that_nothing_has_are_told_at_once(content: Path) -> None:
    ran = generate(content, "--clinic", "nrd", "--lang", "de", "--json")
    assert [problem["message"] for problem in ran.json["problems"]] == [
        "there is no clinic “nrd”",
        "there is no language “de”",
    ]


@pytest.mark.parametrize("day", ["2026-13-01", "20261123", "2026-W01-1", "today"])
def test_a_day_that_is_none_is_refused(content: Path, day: str) -> None:
    ran = generate(content, "list", day=day)
    assert (ran.code, f"“{day}” is not a date" in ran.err) == (2, True)


def test_content_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    ran = generate(tmp_path / "content.yaml")
    assert ran.code == 1
    assert "error[E150]" in ran.err
    assert "content.yaml" in ran.err


# options


def test_options_may_stand_before_the_command_and_after_it(tmp_path: Path) -> None:
    before = read_options(["--clinic", "a", "--quiet", "build", "--clinic", "b", "--strict"], tmp_path)
    after = read_options(["build", "--clinic", "a", "--clinic", "b", "--strict", "--quiet"], tmp_path)
    assert before == after
    assert before.clinic == ("a", "b")
    assert read_options(["--clinic", "a, b"], tmp_path).clinic == ("a", "b")
    assert (before.command, before.quiet, before.strict, before.json) == ("build", True, True, False)


def test_without_a_command_everything_is_built_beside_the_content(tmp_path: Path) -> None:
    options = read_options(["--content", str(tmp_path / "content.yaml")], tmp_path)
    assert options.command == "build"
    assert options.output == tmp_path / "output"
    assert not options.checks_output


def test_the_bare_command_of_the_readme_makes_the_sheets_of_the_content_in_the_working_folder(content: Path) -> None:
    answer = subprocess.run(COMMAND, cwd=content.parent, capture_output=True, text=True, check=False)
    assert "Traceback" not in answer.stderr
    assert answer.returncode == ExitCode.DONE, answer.stderr
    assert list((content.parent / "output").rglob("*.pdf"))


def test_the_content_of_the_program_is_used_in_its_own_folder_and_nowhere_else(
    content: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content.parent / "within").mkdir()
    monkeypatch.chdir(content.parent / "within")
    assert read_options([], content.parent).content == content
    (content.parent / "within" / "content.yaml").symlink_to("nowhere.yaml")
    assert read_options([], content.parent).content == Path("content.yaml")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert read_options([], content.parent).content == Path("content.yaml")
    monkeypatch.chdir(content.parent)
    assert read_options([], ROOT).content == Path("content.yaml")


def test_check_takes_a_folder_or_the_usual_one(tmp_path: Path) -> None:
    content = ["--content", str(tmp_path / "content.yaml")]
    usual = read_options([*content, "check", "--output"], tmp_path)
    named = read_options([*content, "check", "--output", "elsewhere"], tmp_path)
    without = read_options([*content, "check"], tmp_path)
    assert [each.checks_output for each in (usual, named, without)] == [True, True, False]
    assert usual.output == tmp_path / "output"
    assert named.output == Path("elsewhere")


def test_the_day_is_that_of_source_date_epoch_unless_one_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert read_options([], tmp_path).today.isoformat() == "2026-09-21"
    assert read_options(["--date", "2027-01-02"], tmp_path).today.isoformat() == "2027-01-02"


def test_a_source_date_epoch_that_is_no_number_is_told(content: Path) -> None:
    answer = ask("list", "--content", str(content), SOURCE_DATE_EPOCH="soon")
    assert answer.returncode == 2
    assert "SOURCE_DATE_EPOCH is “soon”" in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--no-color"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_are_as_was_asked(
    content: Path, arguments: list[str], environment: dict[str, str], *, colored: bool
) -> None:
    edit(content, "reviewed: 2026-05-02", "reviewed: 2026-05-32")
    answer = ask("check", "--content", str(content), *arguments, **environment)
    assert answer.returncode == 1
    assert ("\x1b[" in answer.stderr) is colored
    assert "\x1b[" not in answer.stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", answer.stderr)
    assert re.search(r"content\.yaml:\d+:\d+: error\[E109\]: ", plain)
    assert re.search(r"^ +\d+ \|  +reviewed: 2026-05-32$", plain, re.MULTILINE)
    assert re.search(r"^ +\|  +\^{10}$", plain, re.MULTILINE)
    assert re.search(r"^help: ", plain, re.MULTILINE)


# answers


def test_list_shows_what_there_is(content: Path) -> None:
    lines = generate(content, "list").out.splitlines()
    rows = [line.split() for line in lines if line]
    assert ["CLINIC", "NAME", "BRAND", "SERVICES", "EDITIONS"] in rows
    assert ["nord", "Clinique", "nord", "pine", "needling", "two_sided,", "single"] in rows
    assert any(row[0] == "boutons" and "sample" in row for row in rows)
    assert [row[0] for row in rows if row[0].startswith("single")] == ["single-fr", "single-en"]
    assert ["fr", "français"] in rows


def test_list_says_the_same_to_programs(content: Path) -> None:
    said = generate(content, "list", "--json").json
    assert [clinic["clinic"] for clinic in said["clinics"]] == ["nord", "sud"]
    assert said["handouts"][0]["status"] == "sample"
    assert generate(content, "list", "--json", day="2029-01-01").json["handouts"][0]["status"] == "overdue"
    assert [language["language"] for language in said["languages"]] == ["fr", "en"]
    assert {"edition": "two_sided", "name": "feuille recto verso", "languages": ["fr", "en"]} in said["editions"]


@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_json_is_one_object_and_nothing_else(content: Path, command: str) -> None:
    ran = generate(content, command, "--json")
    assert isinstance(ran.json, dict)
    assert (ran.json["command"], ran.json["exit_code"], ran.json["problems"]) == (command, 0, [])
    assert ran.json["date"] == "2026-11-23"
    assert not ran.err


def test_json_tells_problems_with_their_places_and_sheets(content: Path) -> None:
    edit(content, "Wait {makeup_wait}.", "Wait {makup_wait}.")
    ran = generate(content, "--json")
    (problem,) = [each for each in ran.json["problems"] if each["code"] == "E173"]
    line = content.read_text().splitlines()[problem["line"] - 1]
    assert line[problem["column"] - 1 :].startswith("{makup_wait}")
    assert sorted(problem["sheets"]) == sorted(each["path"] for each in ran.json["failed"])
    assert ran.code == ran.json["exit_code"] == 1


def test_quiet_says_problems_only(content: Path) -> None:
    ran = generate(content, "--quiet")
    assert (ran.out, ran.err) == ("", "")
    edit(content, "Wait {makeup_wait}.", "Wait {makup_wait}.")
    ran = generate(content, "--quiet")
    assert ran.out == ""
    assert "error[E173]" in ran.err


def test_a_problem_of_several_sheets_is_told_once_with_its_line(content: Path) -> None:
    edit(content, "Wait {makeup_wait}.", "Wait {makup_wait}.")
    ran = generate(content)
    assert ran.err.count("error[E173]") == 1
    assert "(in 5 sheets)" in ran.err
    assert re.search(r"^ +\| +\^{12}$", ran.err, re.MULTILINE)
    assert "0 made, 0 unchanged, 5 failed" in ran.out
    assert ran.out.count("  not made: ") == 5


def test_a_build_of_a_part_is_not_troubled_by_another_handout(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("boutons", "soins"))
    edit(content, "Wait {makeup_wait}.", "Wait {makup_wait}.", count=1)
    assert generate(content).code == 1
    ran = generate(content, "--handout", "soins")
    assert (ran.code, ran.err) == (0, "")


def test_a_warning_stops_nothing_unless_that_is_asked_for(content: Path) -> None:
    edit(content, 'en: "Wait {makeup_wait}."', 'en: "Wait **{makeup_wait}**."')
    plain = generate(content)
    assert plain.code == 0
    assert "warning[W201]" in plain.err
    again = generate(content)
    assert "warning[W201]" in again.err, "a warning is told for as long as it holds"
    edit(content, "Fièvre", "Forte fièvre")
    strict = generate(content, "--strict")
    assert strict.code == 1
    assert "0 made, 0 unchanged, 5 failed" in strict.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["nonsense", "--json"], ["--help"]])
def test_an_answer_that_finds_no_room_is_told_once_in_plain_words(content: Path, arguments: list[str]) -> None:
    as_usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [*COMMAND, *arguments, "--content", str(content)],
            env=as_usual, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ran.returncode == ExitCode.OUTPUT
    assert re.findall(r"error\[\w+\]", ran.stderr) == ["error[E602]"]
    assert "No space left on device" in ran.stderr
    assert "Traceback" not in ran.stderr


needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")


@needs_shell
@pytest.mark.parametrize(
    ("command", "closed"),
    [
        *product([["build"]], ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]),
        *product([["list"], ["--version"]], [">&-", "<&- >&- 2>&-"]),
        *product([["build", "--edition", "none"]], ["2>&-", "<&- >&- 2>&-"]),
    ],
)
def test_a_stream_that_is_closed_changes_nothing_else(content: Path, command: list[str], closed: str) -> None:
    arguments = [*COMMAND, *command] if command == ["--version"] else [*COMMAND, *command, "--content", str(content)]
    ran = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closed}', "sh", *arguments], capture_output=True, text=True, check=False
    )
    assert ran.returncode == (ExitCode.USAGE if "none" in command else ExitCode.DONE)
    assert "Traceback" not in ran.stderr
    if command == ["build"]:
        assert "0 made, 5 unchanged, 0 failed" in generate(content).out
        assert generate(content, "check", "--output").code == 0


@needs_shell
@pytest.mark.parametrize("command", [["check"], ["new", "clinic", "est"], ["cover", "check", "cover.pdf"], []])
def test_a_working_folder_that_is_gone_is_named_and_no_other_content_is_taken(
    tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "gone").mkdir()
    script = f'rmdir "{tmp_path}/gone"; exec "$@"'
    ran = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, *command],
        cwd=tmp_path / "gone",
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == ExitCode.USAGE
    assert ran.stderr.startswith("error[E901]: the folder that this command was started in is no longer there\n")


def test_a_report_never_replaces_a_file_that_is_no_report(content: Path) -> None:
    before = content.read_bytes()
    ran = generate(content, "check", "--sarif", str(content))
    assert ran.code == ExitCode.OUTPUT
    assert "cannot be written: it holds something else already" in ran.err
    assert content.read_bytes() == before


def test_a_report_replaces_the_one_before_it(content: Path) -> None:
    report = content.with_name("report.sarif")
    report.write_bytes(b"")
    assert [generate(content, "check", "--sarif", str(report)).code for _ in range(2)] == [0, 0]
    assert b'"runs"' in report.read_bytes()


def test_a_reader_that_stops_reading_brings_no_traceback(content: Path) -> None:
    command = [*COMMAND, "list", "--content", str(content)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""


# check


def test_check_says_that_there_is_no_list_of_translations_until_one_is_begun(content: Path) -> None:
    assert f"  there is no {content.stem}.translations.txt" in generate(content, "check").out
    generate(content, "translated", "--all")
    assert ".translations.txt" not in generate(content, "check").out


def test_all_clinics_that_lack_what_a_handout_prints_are_told_in_one_message(content: Path) -> None:
    words = content.read_text(encoding="utf-8")
    content.write_text(words.replace("{clinic.website}/", "{clinic.booking}/"), encoding="utf-8")
    told = [line for line in generate(content, "check").err.splitlines() if "E175" in line]
    lines = [number for number, line in enumerate(words.splitlines(), 1) if line.strip() in {"nord:", "sud:"}]
    assert told
    assert all(f":{lines[0]}:" in line and f"also on line {lines[1]}" in line for line in told)


def test_check_writes_nothing(content: Path) -> None:
    before = files(content.parent)
    ran = generate(content, "check")
    assert ran.code == 0
    assert ran.out.splitlines()[:3] == ["nord: 3 checked", "sud: 2 checked", "5 sheets checked, 0 cannot be made"]
    assert files(content.parent) == before


def test_a_figure_that_one_language_lacks_is_told_once_with_its_name(content: Path) -> None:
    edit(content, 'en: "Wait {makeup_wait}."', 'en: "Wait."')
    ran = generate(content, "check")
    assert ran.err.count("[E201]") == 1
    assert "[W170]" not in ran.err
    assert "say it in English as well, with {makeup_wait}, or in neither" in ran.err


def test_check_finds_text_that_does_not_fit(content: Path) -> None:
    edit(content, "Attendez {makeup_wait}.", "Attendez {makeup_wait}. " * 120)
    edit(content, "Wait {makeup_wait}.", "Wait {makeup_wait}. " * 120)
    ran = generate(content, "check")
    assert ran.code == 1
    assert "error[E401]" in ran.err
    assert "  cannot be made: nord/apres-boutons-recto-verso-fr-en.pdf" in ran.out


@pytest.fixture
def too_long(tmp_path: Path) -> Path:
    """The sample with a French title that leaves too little room."""
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    title = "Des boutons après la microperforation"
    long = (ROOT / "content.yaml").read_text().replace(f'fr: "{title}"', f'fr: "{" ".join([title] * 6)}"')
    content = tmp_path / "content.yaml"
    content.write_text(long)
    return content


TRIED = """
import sys
from pathlib import Path
from handouts.problems import readings
from handouts.processes import aside
from handouts.build import trial
from handouts.cli import main
from layouts import LAYOUTS

def noted(work):
    copy = aside.begun(work)
    print("after" if copy is None else "beside")
    return copy

class Noted(aside.Shares):
    def __init__(self, work, jobs):
        super().__init__(work, jobs)
        print(len(jobs), "read by", sum(copy is not None for copy in self._shares), "copies")

readings.Shares = Noted
aside.processors, trial.begun = lambda: int(sys.argv[1]), noted
content = Path(sys.argv[2])
main(["check", "--content", str(content), "--date", "2026-07-01"], LAYOUTS, content.parent)
"""
"""Checks a content as on a machine with so many processors, and says when it tries sheets, and by whom handouts are read."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux makes copies of a process safely")
def test_what_copies_of_the_process_try_and_read_comes_to_the_same_as_what_one_does_alone(tmp_path: Path) -> None:
    handouts = ("boutons", "taches", "rougeurs")
    too_long, said = write_content(tmp_path, clinics={"nord": "pocket_card, single"}, handouts=handouts), {}
    for words in ("N'y touchez pas.", "Leave it alone."):
        edit(too_long, words, " ".join([words] * 60))
    alone, together = "after\n3 read by 0 copies\n", "beside\n3 read by 2 copies\n"
    for count, when in (("1", alone), ("2", together)):
        settings = {**os.environ, "HANDOUTS_CACHE": str(tmp_path / count)}
        command = [sys.executable, "-c", TRIED, count, str(too_long)]
        done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=True)
        assert done.stdout.startswith(when)
        said[when] = done.stdout.removeprefix(when), done.stderr
    assert said[alone] == said[together]
    assert "E401" in said[alone][1]


def test_what_does_not_fit_is_told_once_for_all_clinics_by_the_most_lines(too_long: Path) -> None:
    edit(too_long, 'number: "12"', f'number: "{"12 " * 9}"', count=1)
    many = re.compile(r"E401\]: ([\w-]+), .* ([0-9]+) lines too many for one page of two_sided.*")
    one = ("check", "--handout", "pimples", "--edition", "two_sided")
    [told] = many.finditer(generate(too_long, *one).err)
    assert told[0].endswith("(in 3 sheets)")
    assert len(told[0]) < 200
    each = [many.search(generate(too_long, *one, "--clinic", name).err) for name in ("boreale-quebec", "boreale-levis")]
    assert int(told[2]) >= max(int(one[2]) for one in each if one)


def test_what_does_not_fit_is_told_in_one_run_with_what_stops_its_sheet(too_long: Path) -> None:
    one = ("check", "--handout", "pimples", "--edition", "two_sided", "--json")
    alone = generate(too_long, *one).json
    edit(too_long, "quand elle guérit.", "quand elle guérit, c'est garanti.", count=1)
    both = generate(too_long, *one).json
    assert {"E401"} == {each["code"] for each in alone["problems"] if each["severity"] == "error"}
    assert {"E401", "E458"} <= {each["code"] for each in both["problems"]}
    assert len(both["failed"]) == len({each["path"] for each in both["failed"]})


def test_what_goes_over_in_the_panel_of_the_clinic_is_told_at_its_warning(too_long: Path) -> None:
    [line] = re.findall(r"yaml:(\d+):.*E401.*pocket_card", generate(too_long, "check", "--edition", "pocket_card").err)
    assert too_long.read_text().splitlines()[int(line) - 1].strip() == "level: clinic"


def test_what_goes_over_on_a_sheet_by_one_line_is_told_at_the_warning_it_is_in(too_long: Path) -> None:
    edit(too_long, " ".join(["Des boutons après la microperforation"] * 6), "Des boutons après la microperforation")
    edit(too_long, "Gardez la peau propre", "Gardez la peau propre et sèche", count=1)
    told = generate(too_long, "check", "--edition", "two_sided", "--handout", "pimples").err
    [(line, block)] = re.findall(r"yaml:(\d+):.*E401.*begins in “(.*)”", told)
    assert block == "La clinique"
    assert too_long.read_text().splitlines()[int(line) - 1].strip() == "level: clinic"


def test_a_card_is_never_advised_to_shorten_what_it_does_not_print(too_long: Path) -> None:
    told = generate(too_long, "check", "--edition", "pocket_card").err
    assert "`avoid`" not in told
    assert "shorten the texts of `main_message`, `key_points`, `warning`, `contact`" in told


def test_check_tells_of_every_handout_and_of_the_rest_too(tmp_path: Path) -> None:
    content = write_content(tmp_path, handouts=("boutons", "soins"))
    edit(content, 'fr: "Attendez {makeup_wait}."\n', "", count=1)
    last = content.read_text().rindex("Wait {makeup_wait}.")
    content.write_text(content.read_text()[:last] + content.read_text()[last:].replace("{makeup_wait}", "{wait}"))
    ran = generate(content, "check")
    assert "error[E104]" in ran.err
    assert "error[E173]" in ran.err
    assert "left out, with all its sheets: handout boutons" in ran.out


def test_what_is_wrong_with_the_output_is_counted_in_french_with_its_space_before_the_colon(content: Path) -> None:
    generate(content)
    for path in (content.parent / "output").rglob("*.pdf"):
        path.unlink()
    said = generate(content, "check", "--output", "--messages", "fr").out
    assert re.search(r"output/\u00a0: \d+ erreurs?", said)


def test_check_passes_the_output_of_a_build(content: Path) -> None:
    generate(content)
    ran = generate(content, "check", "--output")
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[-1].endswith("every file is sound")


def test_check_finds_what_is_wrong_with_finished_files(content: Path) -> None:
    generate(content)
    output = content.parent / "output"
    (output / "nord" / "after-boutons-full-en.pdf").unlink()
    with (output / "sud" / "after-boutons-full-en.pdf").open("ab") as file:
        file.write(b"%")
    (output / "sud" / "apres-boutons-complet-fr.pdf").unlink()
    (output / "sud" / "apres-boutons-complet-fr.pdf").mkdir()
    ran = generate(content, "check", "--output", "--json")
    assert ran.code == 1
    assert {each["code"]: each["message"].partition(":")[0] for each in ran.json["problems"]} == {
        "E611": "nord/after-boutons-full-en.pdf",
        "E612": "sud/after-boutons-full-en.pdf",
        "E615": "sud/apres-boutons-complet-fr.pdf",
    }


def test_a_password_that_was_put_on_a_finished_file_is_told_as_such(content: Path) -> None:
    generate(content)
    file = content.parent / "output" / "sud" / "after-boutons-full-en.pdf"
    writer = PdfWriter(clone_from=file)
    writer.encrypt("sesame", algorithm="RC4-128")
    writer.write(file)
    ran = generate(content, "check", "--output", "--messages", "fr")
    assert "protégé par un mot de passe" in ran.err


def test_check_finds_finished_files_that_are_older_than_the_content(content: Path) -> None:
    generate(content)
    edit(content, "Fièvre", "Forte fièvre")
    edit(content, '"apres-boutons"', '"boutons"')
    said = generate(content, "check", "--output", "--json").json
    codes = [each["code"] for each in said["problems"]]
    assert sorted(set(codes)) == ["E609", "E613", "E614"]
    assert codes.count("E609") == 3
    assert said["exit_code"] == 1


def test_check_says_when_there_are_no_finished_files(content: Path) -> None:
    ran = generate(content, "check", "--output")
    assert (ran.code, "error[E610]" in ran.err) == (1, True)


def test_a_part_of_an_id_is_enough_to_be_told_the_whole(content: Path) -> None:
    content.write_text(content.read_text(encoding="utf-8").replace("\n  sud:", "\n  pins-du-sud:"), encoding="utf-8")
    assert "did you mean `pins-du-sud`?" in generate(content, "--clinic", "sud").err
