"""Jobs on many processes: results in order, and nothing left running."""

import multiprocessing
import os
import time
from contextlib import closing

from handouts.workers import WorkerDiedError, each


def tripled(number: int) -> int:
    time.sleep(0.02 if number % 5 == 0 else 0)
    return number * 3


def fatal_at_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


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


def test_whoever_stops_early_waits_for_nothing_and_leaves_nothing_running() -> None:
    began = time.monotonic()
    with closing(each(slow, range(4), processes=2)) as results:
        assert next(results) == 0
    assert time.monotonic() - began < 15
    assert multiprocessing.active_children() == []
