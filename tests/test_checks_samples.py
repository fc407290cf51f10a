"""Each code of the checks is explained with a sample that gives it, and a sample that does not."""

from pathlib import Path

import pytest

from handouts.explain import explanations
from tests.check_samples import codes, found

OURS = [
    code
    for code in explanations()
    if code[1:3] in {"20", "25", "45", "46"} or (code[:3] in {"W40", "W41", "W42"}) or code in {"E303", "W302"}
]
BY_DATE = {"W450", "W451"}
"""Codes that come with the day and not with a text; see `tests/test_checks.py`."""


def test_the_sound_content_has_no_problem(tmp_path: Path) -> None:
    assert found("facts: {}", tmp_path) == []


@pytest.mark.parametrize("code", [code for code in OURS if code not in BY_DATE])
def test_the_wrong_sample_gives_its_code_and_the_right_one_neither_it_nor_an_error(code: str, tmp_path: Path) -> None:
    story = explanations()[code]
    assert code in codes(found(story.wrong, tmp_path))
    right = found(story.right, tmp_path)
    assert code not in codes(right)
    assert [problem for problem in right if problem.is_error] == []
