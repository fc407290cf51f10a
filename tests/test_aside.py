"""Work in a copy of this process: its result, or nothing, and nothing left running."""

import subprocess
import sys

import pytest

from tests.check_samples import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux makes such copies safely")

BEGIN = """
import multiprocessing, os, signal, threading, time
import handouts.processes.aside
from handouts.processes.aside import Shares, begun
handouts.processes.aside.processors = lambda: 2
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
handouts.processes.aside.processors = lambda: 1
print(begun(os.getpid))
handouts.processes.aside.processors = lambda: 2
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
print(begun(os.getpid))
"""
    assert said(script) == "None\nNone"


def test_shared_jobs_have_their_results_in_order_from_several_processes() -> None:
    script = """
shares = Shares(lambda job: (job, os.getpid()), "abcde")
done = list(shares.results())
print("".join(job for job, _ in done), len({pid for _, pid in done}), os.getpid() in {pid for _, pid in done})
"""
    assert said(script) == "abcde 2 False"


def test_jobs_of_a_process_that_dies_are_done_by_the_one_that_asked() -> None:
    script = """
own = os.getpid()
def work(job):
    if job == "d" and os.getpid() != own:
        os.kill(os.getpid(), signal.SIGKILL)
    return job, os.getpid() == own
print(list(Shares(work, "abcde").results()))
"""
    assert said(script) == str([("a", False), ("b", True), ("c", False), ("d", True), ("e", False)])


def test_dismissed_shares_end_at_once() -> None:
    script = """
shares = Shares(time.sleep, [600, 600])
shares.dismiss()
print(multiprocessing.active_children())
"""
    assert said(script) == "[]"
