"""How far a long piece of work is, as someone sees it who looks on at a terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from handouts.console import Console
from handouts.reports.progress import ShownProgress, followed

pytest.importorskip("pty", reason="this system has no terminals of its own")


@contextmanager
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """Put a terminal in the place of standard error, and give what reads what it shows."""
    master, slave = os.openpty()
    os.set_blocking(master, False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with os.fdopen(slave, "w", encoding="utf-8") as stream, os.fdopen(master, "rb", buffering=0) as shown:
        monkeypatch.setattr(sys, "stderr", stream)

        def read() -> str:
            return (shown.read() or b"").decode()

        yield read


FOUND = [("boutons", 1), ("soins", 2)]


def test_who_looks_on_sees_how_many_handouts_are_read_and_which(monkeypatch: pytest.MonkeyPatch) -> None:
    with looked_at(monkeypatch) as screen:
        assert list(followed(Console(), iter(FOUND), 2)) == FOUND
        shown = screen()
    assert "2/2" in shown
    assert "soins" in shown


def test_who_does_not_look_on_gets_the_same_and_is_shown_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(followed(Console(), iter(FOUND), 2)) == FOUND
    assert capfd.readouterr() == ("", "")


def test_a_bar_counts_the_sheets_of_several_clinics_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with looked_at(monkeypatch) as screen:
        with ShownProgress(Console(), trial=True) as progress:
            progress.begin({"nord": 3, "sud": 2})
            progress.step(("nord", "sud"))
            progress.step(("nord", "sud", "nord"), failed=("nord",))
        assert "5/5" in screen()


def test_elsewhere_clinics_are_told_in_the_order_of_the_content_once_their_last_sheet_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with ShownProgress(Console(), trial=True) as progress:
        progress.begin({"nord": 1, "sud": 3, "est": 1})
        progress.step(("nord", "sud", "est"))
        assert capsys.readouterr().out.splitlines() == ["nord: 1 checked"]
        progress.step(("sud", "sud"), failed=("sud",))
    assert capsys.readouterr().out.splitlines() == ["sud: 2 checked, 1 failed", "est: 1 checked"]
