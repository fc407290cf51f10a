"""The fuzzer sees what it is there to see, and finds nothing in a few seconds."""

import random
from pathlib import Path

import pytest

from tests import fuzz_covers
from tests.covers import attachment, drawn, field, launching_link, opening_script, private_data
from tests.fuzz_covers import MUTATIONS, Tally, active_names, mutants, run, table


@pytest.mark.parametrize("make", [opening_script, launching_link, attachment, field, private_data])
def test_what_acts_is_seen_in_a_file_that_was_not_cleaned(make: object) -> None:
    assert callable(make)
    assert active_names(make())


def test_a_plain_file_has_nothing_active() -> None:
    assert active_names(drawn()) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_every_mutation_changes_a_file(mutation: object) -> None:
    assert callable(mutation)
    data, chance = drawn(), random.Random(1)  # noqa: S311 (no secret)
    assert any(mutation(data, chance) != data for _ in range(5))


def test_the_same_seed_gives_the_same_mutants() -> None:
    first, second = (mutants([drawn()], random.Random(3)) for _ in range(2))  # noqa: S311 (no secret)
    assert [next(first) for _ in range(5)] == [next(second) for _ in range(5)]


def test_nothing_goes_wrong_in_a_few_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_covers, "COVERS", [])
    tallies = run(3, 1, tmp_path / "kept")
    assert sum(one.counts["tried"] for one in tallies) > 3
    assert [one.bad for one in tallies] == [0, 0, 0]


def test_the_table_has_a_row_for_each_sort() -> None:
    tally = Tally("covers")
    tally.counts.update(tried=3, placed=2, refused=1)
    assert "| covers | 3 | 2 | 0 | 1 | 0 | 0 | 0 | 0 | 0.0 s |" in table([tally])
