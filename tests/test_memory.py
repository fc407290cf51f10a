"""What an earlier run found out is told again as it would be found out again, and nothing more."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from handouts.build.plan import Workshop
from handouts.checks import check_content, check_wording_of
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.writing import typographic
from handouts.content import load_fit
from handouts.errors import AssetError, Problem
from handouts.keeping import memory
from handouts.keeping.memory import Memory, key_of
from handouts.problems.echoes import once
from handouts.problems.findings import findings
from handouts.problems.reader import Reader
from handouts.processes.crew import WorkerDiedError
from handouts.typography.fonts import BUNDLED, WEIGHTS
from handouts.wording.proofread import check_texts
from layouts import LAYOUTS
from tests.check_samples import EDITIONS, ROOT, TODAY
from tests.sample_content import Ran, edit, generate, write_content


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two handouts, with a warning and an error in the second; what is found out is kept."""
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("handouts.answers.question", lambda *_: None)  # else nothing is found out a second time
    monkeypatch.setattr(
        "handouts.processes.aside.processors", lambda: 1
    )  # or copies of this process read, of which it hears less
    file = write_content(tmp_path, handouts=("boutons", "rougeurs"))
    head, last = file.read_text("utf-8").split("  rougeurs:\n")
    last = last.replace('en: "Wait {makeup_wait}."', 'en: "Wait **{makeup_wait}**, it is guaranteed."')
    file.write_text(f"{head}  rougeurs:\n{last}", "utf-8")
    return file


@contextmanager
def readings() -> Iterator[list[str]]:
    """Note which handouts are read by the checks."""
    read: list[str] = []
    genuine = Reader.__call__

    def noted(self: Reader, ident: str) -> object:
        read.append(ident)
        return genuine(self, ident)

    with patch.object(Reader, "__call__", noted):
        yield read


def told(ran: Ran) -> tuple[str, str]:
    return ran.out, ran.err


def test_what_has_not_changed_is_not_read_again_and_told_again(content: Path) -> None:
    first = generate(content, "check")
    assert "[W201]" in first.err
    assert "[E458]" in first.err
    with readings() as read, patch("handouts.build.proving.prove", side_effect=AssertionError("tried again")):
        assert told(generate(content, "check")) == told(first)
    assert read == []


def test_only_the_handout_that_was_edited_is_read_again(content: Path) -> None:
    generate(content, "check")
    edit(content, "Inquiétude", "Un doute", count=1)
    with readings() as read:
        generate(content, "check")
    assert read == ["boutons"]


def test_problems_move_with_their_lines(content: Path) -> None:
    before = generate(content, "check", "--json").json["problems"]
    edit(content, "schema_version", "# one\n# more\nschema_version", count=1)
    with readings() as read:
        after = generate(content, "check", "--json").json["problems"]
    assert read == []
    assert [each["line"] for each in after] == [each["line"] + 2 for each in before]
    assert after == generate_anew(content)


def test_lines_that_a_message_names_move_too(content: Path) -> None:
    edit(content, "Attendez {makeup_wait}.", "Attendez {makeup_wait} sans y toucher. " * 60, count=1)
    edit(content, "Wait {makeup_wait}.", "Wait {makeup_wait} and leave it alone. " * 60, count=1)
    assert " line 5" in generate(content, "check").err
    edit(content, "schema_version", "# one\n" * 40 + "schema_version", count=1)
    assert generate(content, "check", "--json").json["problems"] == generate_anew(content)


def generate_anew(content: Path) -> object:
    with patch.dict("os.environ", {"HANDOUTS_CACHE": "off"}):
        return generate(content, "check", "--json").json["problems"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 24, to: 48", "value: 24, to: 36"),
        ("schema_version: 1", "schema_version: 1\nlanguages: [fr, en]"),
        ("418 555-0134", "418 555-0135"),
        ("sud.example", "sud-est.example"),
    ],
)
def test_what_handouts_depend_on_makes_all_of_them_be_read_again(content: Path, old: str, new: str) -> None:
    generate(content, "check")
    edit(content, old, new, count=1)
    with readings() as read:
        problems = generate(content, "check", "--json").json["problems"]
    assert problems == generate_anew(content)
    assert read == ([] if "languages" in new else ["boutons", "rougeurs"])


def test_texts_that_handouts_share_are_read_again_when_they_change_and_only_then(content: Path) -> None:
    generate(content, "check")
    edit(content, "Fermé? 811, option", "Fermé? 811,, option", count=1)
    faulty = generate(content, "check", "--json").json["problems"]
    assert "W262" in {each["code"] for each in faulty}
    assert faulty == generate_anew(content)
    edit(content, "Inquiétude", "Un doute", count=1)
    with readings() as read, patch("handouts.checks.check_wording_of", wraps=check_wording_of) as shared:
        problems = generate(content, "check", "--json").json["problems"]
    assert read == ["boutons"]
    assert shared.call_count == 0
    assert problems == generate_anew(content)
    edit(content, "schema_version", "# one\n# more\nschema_version", count=1)
    assert generate(content, "check", "--json").json["problems"] == generate_anew(content)
    edit(content, "Fermé? 811,, option", "Fermé? 811, option", count=1)
    assert "W262" not in {each["code"] for each in generate(content, "check", "--json").json["problems"]}


def test_a_figure_or_a_clinic_that_changes_makes_its_sheets_be_tried_again(content: Path) -> None:
    generate(content, "check")
    edit(content, 'number: "12"', 'number: "12345"', count=1)
    tried = content.parent / "cache" / "tried"  # a file, as sheets may be tried in a copy of this process

    def noted(*_: object) -> tuple[()]:
        tried.touch()
        return ()

    with patch("handouts.build.proving.prove", noted):
        generate(content, "check")
    assert tried.exists()


def test_a_sheet_whose_process_died_is_tried_again(content: Path) -> None:
    with patch("handouts.build.trial.each", lambda _, jobs, __: (WorkerDiedError() for _ in jobs)):
        assert "[E991]" in generate(content, "check").err
    assert "[E991]" not in generate(content, "check").err


def test_a_font_that_a_busy_machine_could_not_read_is_read_again(content: Path) -> None:
    (content.parent / "assets" / "own.ttf").write_bytes((BUNDLED / "SourceSans3-Regular.ttf").read_bytes())
    weights = ", ".join(f"{weight}: assets/own.ttf" for weight in WEIGHTS)
    edit(content, "    colors:", f"    fonts: {{{weights}}}\n    colors:", count=1)
    busy = AssetError(Problem("E992", "the computer is too busy"))
    with patch("handouts.processes.sandbox.read_apart", side_effect=busy):
        assert "[E992]" in generate(content, "check").err
    assert "[E992]" not in generate(content, "check").err


def test_another_version_of_the_program_relies_on_nothing(content: Path) -> None:
    generate(content, "check")
    with readings() as read, patch.object(memory, "program_digest", lambda: "another"):
        generate(content, "check")
    assert read == ["boutons", "rougeurs"]


@pytest.mark.parametrize("damage", [b"", b"x\x9c", b"not compressed", None], ids=["empty", "cut", "other", "folder"])
def test_what_is_damaged_is_found_out_again(content: Path, damage: bytes | None) -> None:
    first = generate(content, "check")
    for kept in (content.parent / "cache").iterdir():
        if damage is None:
            kept.unlink()
            kept.mkdir()
        else:
            kept.write_bytes(damage)
    assert told(generate(content, "check")) == told(first)


def test_values_that_are_no_longer_understood_are_found_out_again(content: Path) -> None:
    first = generate(content, "check")
    with patch.object(Memory, "recall", lambda *_: [["E1", 2, 3, 4]]):
        assert told(generate(content, "check")) == told(first)


def test_a_folder_that_cannot_be_written_only_costs_time(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content.parent / "file").touch()
    monkeypatch.setenv("HANDOUTS_CACHE", str(content.parent / "file"))
    assert "[E458]" in generate(content, "check").err


def test_nothing_is_kept_where_that_is_asked_for(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", "off")
    generate(content, "check")
    assert not (content.parent / "cache").exists()


@pytest.mark.parametrize(
    "between", [("list",), ("check", "--handout", "boutons"), ("build",)], ids=["list", "check of a part", "build"]
)
def test_a_command_that_looks_at_a_part_makes_no_other_forget_the_rest(content: Path, between: tuple[str, ...]) -> None:
    generate(content, "check")
    edit(content, "Inquiétude", "Un doute", count=1)
    generate(content, *between)
    edit(content, "Un doute", "Inquiétude", count=1)
    with readings() as read, patch("handouts.build.proving.prove", side_effect=AssertionError("tried again")):
        generate(content, "check")
    assert read == []


def test_a_report_reads_nothing_again_that_a_check_has_read(content: Path) -> None:
    first = generate(content, "report")
    generate(content, "check")
    with readings() as read:
        assert told(generate(content, "report")) == told(first)
    assert read == []


@pytest.mark.parametrize("kept", [True, False], ids=["in a file", "while the program runs"])
def test_what_no_run_had_a_use_for_any_more_is_forgotten_after_a_while(tmp_path: Path, *, kept: bool) -> None:
    file = tmp_path / "kept" if kept else None
    memory_ = Memory(file)
    memory_.keep("old", 1)
    memory_.keep("used", 2)
    memory_.save()
    for number in range(20):
        memory_ = Memory(file) if kept else memory_
        assert memory_.recall("used") == 2
        memory_.keep(f"new {number}", number)
        memory_.save()
    memory_ = Memory(file) if kept else memory_
    assert (memory_.recall("old"), memory_.recall("new 0"), memory_.recall("new 19")) == (None, None, 19)


def test_a_run_that_finds_nothing_new_writes_nothing(tmp_path: Path) -> None:
    first = Memory(tmp_path / "kept")
    first.keep("a", 1)
    first.save()
    before = (tmp_path / "kept").stat()
    second = Memory(tmp_path / "kept")
    second.recall("a")
    second.save()
    assert (tmp_path / "kept").stat() == before


def test_a_key_tells_every_part_from_every_other() -> None:
    keys = {key_of("x", ["ab", "c"]), key_of("x", ["a", "bc"]), key_of("x", ["abc"]), key_of("y", ["abc"])}
    assert len(keys) == 4


_FAULTS = {
    'en: "Leave them alone"': 'en: "Squeeze them"',
    "Fièvre de {fever} ou plus, ou frissons": "Fièvre ou frissons",
    'source: "NHS text on cellulitis"': 'source: "TODO"',
    "rue des Sapins": "Rue des Sapins",
    'fr: "FPS 30"': 'fr: "SPF 30"',
}


def test_handouts_read_one_by_one_have_the_problems_of_all_read_at_once(tmp_path: Path) -> None:
    text = (ROOT / "content.yaml").read_text("utf-8")
    for right, wrong in _FAULTS.items():
        assert right in text
        text = text.replace(right, wrong)
    path = tmp_path / "content.yaml"
    path.write_text(text, "utf-8")
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    loaded = load_fit(path, EDITIONS)
    shop = Workshop(loaded.content, tmp_path, LAYOUTS, TODAY, loaded.sources.files)
    at_once = [
        *check_texts(shop.content, shop.sources),
        *check_content(shop.content, shop.root, shop.sources, TODAY, LAYOUTS),
        *check_wording_of(shop.content, shop.sources, TODAY),
    ]
    one_by_one = findings(loaded, shop, Memory(None))
    shown = {*one_by_one.kept, *(each.problem for each in one_by_one.silenced)}
    assert shown == set(once(at_once, shop.content))


_EDITS = (
    ('fr: "elles portent des microbes"', 'fr: "elles ne portent pas de microbes"'),
    ('fr: "elles ne portent pas de microbes"', 'fr: "elles portent des microbes"'),
    ('fr: "N\'y touchez pas"', 'fr: "Gardez la peau propre, svp"'),  # which then stands under two texts
    ('fr: "Gardez la peau propre"', 'fr: "N\'y touchez pas"'),
    ('fr: "Gardez la peau propre, svp"', 'fr: "Gardez la peau propre"'),  # now the two have changed places
    ('fr: "Gardez la peau propre"', 'fr: "Laissez-les tranquilles"'),  # and one of them is still not its own
    ("block: do\n", "block: avoid\n"),
    ("  pimples_settle:\n    value: 7\n", "  pimples_settle:\n    value: 17\n"),
)
"""Edits of the sample, one after the other; each is told for what it is, whatever was found in the texts around it before."""


def test_edit_after_edit_tells_what_a_first_reading_tells(tmp_path: Path) -> None:
    path, memory = tmp_path / "content.yaml", Memory(None)
    text = _only_the_first_handout((ROOT / "content.yaml").read_text("utf-8"))
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    codes = []
    for old, new in (("", ""), *_EDITS):
        assert old in text, old
        text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
        again, anew = _found(path, memory), _found(path, Memory(None))
        assert again == anew, new
        codes.append({each.code for each in again})
    assert "W208" in codes[5]
    assert len({frozenset(each) for each in codes}) > len(_EDITS) / 2  # most edits were told


def test_texts_in_which_nothing_was_found_are_not_read_again_beside_one_that_changed(tmp_path: Path) -> None:
    path, memory = tmp_path / "content.yaml", Memory(None)
    text = _only_the_first_handout((ROOT / "content.yaml").read_text("utf-8"))
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    path.write_text(text, "utf-8")
    _found(path, memory)
    path.write_text(text.replace("they carry germs", "they carry germs  ,"), "utf-8")
    with _reads() as read:
        assert "W262" in {each.code for each in _found(path, memory)}
    assert "they carry germs  ," in read
    assert not any("leave" in typed.lower() for typed in read)


def test_what_several_handouts_say_is_read_once_and_told_in_each(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    head, handout = _only_the_first_handout((ROOT / "content.yaml").read_text("utf-8")).split("\n  pimples:\n")
    handout = handout.replace("they carry germs", "they carry germs  ,")
    copy = handout.replace("code: BOU", "code: OUB")
    copy = copy.replace("boutons-apres-microperforation", "encore").replace("pimples-after-microneedling", "again")
    path.write_text(f"{head}\n  pimples:\n{handout}\n  again:\n{copy}", "utf-8")
    loaded = load_fit(path, EDITIONS)
    reader, alone = (Reader(loaded.content, loaded.sources.files, TODAY) for _ in range(2))
    with _reads() as first:
        once_read = reader("pimples").problems
    with _reads() as second:
        again = reader("again").problems
    assert [each.message for each in again] == [each.message for each in once_read] != []
    assert again == alone("again").problems
    assert 0 < len(second) < len(first) / 4
    assert any("they carry germs  ," in typed for typed in second)


def test_what_a_title_that_cannot_be_read_hides_in_a_text_is_told_once_it_is_mended(content: Path) -> None:
    memory = Memory(None)
    for language in ("Attendez", "Wait"):
        edit(content, f"{language} {{makeup_wait}}.", f"{language} {{makeup_wait}}, <b>{{handout.title}}</b>.")
    edit(content, 'title: {fr: "Après le soin boutons", en: "', 'title: {fr: "**Après le soin boutons", en: "**')
    hidden = _found(content, memory)
    edit(content, 'title: {fr: "**Après le soin boutons", en: "**', 'title: {fr: "Après le soin boutons", en: "')
    shown = _found(content, memory)
    assert shown == _found(content, Memory(None))
    assert len([each for each in shown if each.code == "W173"]) > len([each for each in hidden if each.code == "W173"])


def _found(path: Path, memory: Memory) -> tuple[Problem, ...]:
    loaded = load_fit(path, EDITIONS)
    return findings(loaded, Workshop(loaded.content, path.parent, LAYOUTS, TODAY, loaded.sources.files), memory).kept


@contextmanager
def _reads() -> Iterator[list[str]]:
    """Note which texts are read by themselves."""
    read: list[str] = []
    genuine = typographic.mistakes

    def noted(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
        read.append(manuscript.typed(piece, language))
        return genuine(manuscript, piece, language)

    with patch.object(typographic, "mistakes", noted):
        yield read


def _only_the_first_handout(text: str) -> str:
    before, handouts = text.split("\nhandouts:\n")
    return f"{before}\nhandouts:\n{re.split(r'(?m)^  # 2', handouts)[0]}"


def test_what_a_killed_run_left_in_the_cache_is_swept_away_by_the_next(content: Path) -> None:
    generate(content, "check")
    kept = sorted((content.parent / "cache").iterdir())
    for file in kept:
        file.with_name(f".{file.name}.0a1b2c3d.tmp").write_bytes(b"ol")
        file.unlink()
    generate(content, "check")
    assert sorted((content.parent / "cache").iterdir()) == kept
