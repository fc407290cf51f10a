"""Jobs on many processes: results in order, and nothing left running."""

import math
import multiprocessing
import os
import signal
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from handouts.processes.crew import WorkerDiedError
from handouts.processes.workers import each

pytestmark = pytest.mark.clock


def tripled(number: int) -> int:
    time.sleep(0.02 if number % 5 == 0 else 0)
    return number * 3


def fatal_at_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def cut_off_in_mid_answer(number: int) -> bytes:
    """Die while the answer, which takes longer, is on its way."""
    if number == 7:
        threading.Timer(0.01, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return bytes(500_000_000)
    return b""


def fatal_once(flag: Path) -> str:
    """Be killed at the first try, by somebody else as it were."""
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def process_of(_: int) -> int:
    return os.getpid()


def slow(number: int) -> int:
    time.sleep(30 if number else 0)
    return number


def test_results_come_in_the_order_of_the_jobs() -> None:
    assert list(each(tripled, range(40), processes=2)) == [number * 3 for number in range(40)]


def test_few_jobs_are_done_without_further_processes() -> None:
    assert set(each(process_of, range(3))) == {os.getpid()}


def test_a_process_that_dies_costs_one_result_and_no_other() -> None:
    results = list(each(fatal_at_seven, range(12), processes=2))
    assert isinstance(results[7], WorkerDiedError)
    assert [result for result in results if not isinstance(result, WorkerDiedError)] == [
        number for number in range(12) if number != 7
    ]


def test_a_process_that_dies_while_it_hands_a_result_over_keeps_nobody_waiting() -> None:
    results = list(each(cut_off_in_mid_answer, range(12), processes=2))
    assert isinstance(results[7], WorkerDiedError)
    assert results.count(b"") == 11


def test_a_process_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    assert list(each(fatal_once, [tmp_path / str(number) for number in range(6)], processes=2)) == ["done"] * 6


def test_an_error_at_a_job_is_raised_where_its_result_is_due() -> None:
    results = each(math.sqrt, [4.0, -1.0, 9.0], processes=2)
    assert next(results) == 2.0
    with pytest.raises(ValueError, match="math domain error"):
        next(results)
    assert multiprocessing.active_children() == []


def test_whoever_stops_early_waits_for_nothing_and_leaves_nothing_running() -> None:
    began = time.monotonic()
    with closing(each(slow, range(4), processes=2)) as results:
        assert next(results) == 0
    assert time.monotonic() - began < 15
    assert multiprocessing.active_children() == []
