"""What was answered before is answered again at once, word for word, as long as nothing it came from has changed."""

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from handouts.commands import sheets as commands
from tests.check_samples import ROOT
from tests.sample_content import Ran, edit, files, generate, write_content


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content in two files, with a warning; answers are kept."""
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "cache"))
    file = write_content(tmp_path / "clinic")
    edit(file, 'en: "Wait {makeup_wait}."', 'en: "Wait **{makeup_wait}**."')
    edit(file, "schema_version: 1", "schema_version: 1\ninclude: [more/*.yaml]", count=1)
    (file.parent / "more").mkdir()
    (file.parent / "more" / "one.yaml").write_text('facts: {one: {fr: "un", en: "one"}}\n', "utf-8")
    return file


@contextmanager
def runs() -> Iterator[list[str]]:
    """Note what is not answered from what is kept."""
    found: list[str] = []
    genuine = commands.run

    def noted(*arguments: object) -> int:
        found.append("run")
        return genuine(*arguments)  # type: ignore[arg-type]

    with patch.object(commands, "run", noted):
        yield found


def told(ran: Ran) -> tuple[int, str, str]:
    return ran.code, ran.out, ran.err


@pytest.mark.parametrize(
    "asked", [("check",), ("check", "--json"), ("check", "--messages", "fr"), ("check", "--quiet"), ("list",)]
)
def test_the_same_question_has_the_same_answer_at_once(content: Path, asked: tuple[str, ...]) -> None:
    first = generate(content, *asked)
    with runs() as found:
        assert told(generate(content, *asked)) == told(first)
    assert found == []


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right of its own there")
def test_links_that_lead_to_nothing_or_in_a_circle_stand_in_nobodys_way(content: Path) -> None:
    for place in (content.parent, content.parent / "assets"):
        (place / "circle").symlink_to("circle")
        (place / "nothing").symlink_to("nowhere")
    first = generate(content, "check")
    assert first.code == 0
    with runs() as found:
        assert told(generate(content, "check")) == told(first)
    assert found == []


def test_content_that_is_under_a_file_is_told_as_missing(content: Path) -> None:
    ran = generate(content.with_name("words.yaml") / "content.yaml", "check")
    assert "error[E150]" in ran.err


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="they have another custom")
def test_a_relative_cache_folder_is_ignored_as_the_specification_asks(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HANDOUTS_CACHE")
    monkeypatch.setenv("HOME", str(content.parent.parent / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.chdir(content.parent)
    before = files(content.parent)
    generate(content, "check")
    assert files(content.parent) == before
    assert list((content.parent.parent / "home" / ".cache" / "handouts").iterdir())


def test_another_question_is_another(content: Path) -> None:
    generate(content, "check")
    for asked in (["check", "--strict"], ["check", "--messages", "fr"], ["check", "--clinic", "nord"], ["list"]):
        with runs() as found:
            generate(content, *asked)
        assert found == ["run"], asked
    with runs() as found:
        generate(content, "check", day="2027-01-31")
    assert found == ["run"]


def _saved_with_the_same_size_and_time(root: Path) -> None:
    file = root / "content.yaml"
    before = file.stat()
    edit(file, "Wait **", "Stay **")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


_CHANGES: dict[str, Callable[[Path], object]] = {
    "the content": lambda root: edit(root / "content.yaml", "Wait **", "Stay **"),
    "the content, size and time as before": _saved_with_the_same_size_and_time,
    "an included file": lambda root: edit(root / "more/one.yaml", "un", "une"),
    "a new included file": lambda root: (root / "more/two.yaml").write_text('facts: {two: {fr: "deux", en: "two"}}\n'),
    "an included file that is gone": lambda root: (root / "more/one.yaml").unlink(),
    "a logo": lambda root: next((root / "assets").glob("*.svg")).write_text("<svg/>"),
    "a new asset": lambda root: (root / "assets/new.png").write_bytes(b"new"),
    "words": lambda root: (root / "words.txt").write_text("fr: mot\n"),
    "translations": lambda root: (root / "content.translations.txt").write_text(""),
    "an approval": lambda root: _write(root / "approved/pimples/record.json", "{}"),
}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("change", _CHANGES)
def test_whatever_changes_is_looked_at(content: Path, change: str) -> None:
    generate(content, "check")
    _CHANGES[change](content.parent)
    with runs() as found:
        answer = generate(content, "check")
    assert found == ["run"]
    with patch.dict("os.environ", {"HANDOUTS_CACHE": "off"}):
        assert told(generate(content, "check")) == told(answer)


@pytest.mark.parametrize(("name", "is_looked_at"), [("__pycache__", False), ("library-2.0.dist-info", True)])
def test_a_new_version_of_a_library_is_looked_at_and_what_python_compiles_is_not(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, is_looked_at: bool
) -> None:
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    (libraries / "library.py").touch()
    monkeypatch.syspath_prepend(str(libraries))
    generate(content, "check")
    (libraries / name).mkdir()
    with runs() as found:
        generate(content, "check")
    assert bool(found) == is_looked_at


def test_an_included_file_whose_accents_the_disk_writes_apart_is_looked_at(content: Path) -> None:
    (content.parent / "more").rename(content.parent / unicodedata.normalize("NFD", "déjà"))
    edit(content, "more/*.yaml", unicodedata.normalize("NFC", "déjà/*.yaml"), count=1)
    assert generate(content, "check").code == 0
    (included,) = content.parent.glob("*/one.yaml")
    edit(included, 'fr: "un"', 'fr: ""')
    assert "error[E106]" in generate(content, "check").err


def test_content_that_is_hidden_is_looked_at_as_any_other(content: Path) -> None:
    hidden = content.rename(content.with_name(".clinic.yaml"))
    assert generate(hidden, "check").code == 0
    edit(hidden, 'en: "Wait', 'en: "')
    with runs() as found:
        generate(hidden, "check")
    assert found == ["run"]
    hidden.with_name(".clinic.translations.txt").write_text("no line", "utf-8")
    assert "[W213]" in generate(hidden, "check").err


def test_an_included_file_that_was_saved_while_it_was_read_is_read_again(content: Path) -> None:
    genuine = commands.run

    def saved_meanwhile(*arguments: object) -> int:
        code = genuine(*arguments)  # type: ignore[arg-type]
        edit(content.parent / "more/one.yaml", "un", "une")
        return code

    with patch.object(commands, "run", saved_meanwhile):
        generate(content, "check")
    with runs() as found:
        generate(content, "check")
    assert found == ["run"]


def test_a_build_that_has_nothing_to_do_says_so_at_once_until_a_file_is_gone(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    build = ("build", "--output", str(output), "--edition", "two_sided")
    assert "0 unchanged" in generate(content, *build).out
    nothing = generate(content, *build)
    assert "0 made" in nothing.out, "what the first made was not made anew"
    with runs() as found:
        assert told(generate(content, *build)) == told(nothing)
        assert found == []
        path, data = next((path, data) for path, data in files(output).items() if path.endswith(".pdf"))
        (output / path).unlink()
        assert "1 made" in generate(content, *build).out
    assert files(output)[path] == data


@pytest.mark.parametrize("damage", [b"", b"x\x9c", b"not compressed"], ids=["empty", "cut", "other"])
def test_damaged_answers_are_found_out_again(content: Path, tmp_path: Path, damage: bytes) -> None:
    first = generate(content, "check")
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(damage)
    assert told(generate(content, "check")) == told(first)


def test_what_a_broken_file_stopped_is_tried_again(content: Path) -> None:
    next((content.parent / "assets").glob("*.svg")).write_text("<svg/>", "utf-8")
    assert generate(content, "check").code > 1
    with runs() as found:
        generate(content, "check")
    assert found == ["run"]


@pytest.mark.parametrize("kept", [True, False])
def test_compiled_modules_are_kept_apart_where_python_keeps_none(tmp_path: Path, kept: bool) -> None:
    for name in ("generate.py", "handouts", "layouts"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    cache = tmp_path / "cache"
    environment = {
        **os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HANDOUTS_CACHE": str(cache) if kept else "off",
    }  # fmt: skip
    environment.pop("PYTHONPYCACHEPREFIX", None)
    for beside in list(tmp_path.rglob("__pycache__")):
        shutil.rmtree(beside)
    command = [sys.executable, str(tmp_path / "generate.py"), "--version"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert bool(list(cache.rglob("*.pyc"))) == kept
    assert not list(tmp_path.rglob("__pycache__"))


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_the_machine_was_short_of_is_asked_for_again(content: Path, form: tuple[str, ...]) -> None:
    with patch("handouts.build.proving.prove", side_effect=MemoryError):
        short = generate(content, "check", *form)
    assert "E992" in short.out + short.err
    assert generate(content, "check", *form).code == 0
