"""Work in a copy of this process: its result, or nothing, and nothing left running."""

import subprocess
import sys

import pytest

from tests.check_samples import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux makes such copies safely")

BEGIN = """
import multiprocessing, os, signal, threading, time
import handouts.aside
from handouts.aside import begun
handouts.aside.processors = lambda: 2
"""


def said(script: str) -> str:
    """Return what a new process prints: a copy can only be made of one without threads, which a test has."""
    command = [sys.executable, "-W", "error", "-c", BEGIN + script]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def test_work_is_done_in_another_process_that_knows_what_this_one_knows() -> None:
    script = """
known = ["a", "b"]
aside = begun(lambda: (os.getpid(), known))
pid, heard = aside.result()
print(pid != os.getpid(), heard)
"""
    assert said(script) == "True ['a', 'b']"


@pytest.mark.parametrize("work", ["os.kill(os.getpid(), signal.SIGKILL)", "1 / 0", "threading.Lock()"])
def test_who_asks_a_process_that_could_not_answer_hears_nothing(work: str) -> None:
    assert said(f"print(begun(lambda: {work}).result())") == "None"


def test_a_dismissed_process_ends_at_once() -> None:
    script = """
aside = begun(lambda: time.sleep(600))
aside.dismiss()
print(multiprocessing.active_children())
"""
    assert said(script) == "[]"


def test_no_copy_is_made_of_a_process_with_threads_or_with_one_processor() -> None:
    script = """
handouts.aside.processors = lambda: 1
print(begun(os.getpid))
handouts.aside.processors = lambda: 2
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
print(begun(os.getpid))
"""
    assert said(script) == "None\nNone"
