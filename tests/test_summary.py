"""What a check came to: files by name where they are few, and else counted by handout and clinic."""

from types import SimpleNamespace
from typing import Any

import pytest

from handouts.reports.summary import trial_summary


@pytest.mark.parametrize(
    ("failed", "lines"),
    [
        ([("pimples", "nord")], ["  cannot be made: nord/pimples-0.pdf"]),
        ([("pimples", "nord")] * 4 + [("week", "sud")] * 2, ["  cannot be made: pimples, 4 sheets (nord)", "  cannot be made: week, 2 sheets (sud)"]),
        ([("pimples", f"c{number}") for number in range(7)], ["  cannot be made: pimples, 7 sheets (7 clinics)"]),
    ],
)  # fmt: skip
def test_sheets_that_cannot_be_made_are_named_where_they_are_few(
    failed: list[tuple[str, str]], lines: list[str]
) -> None:
    sheets = [
        SimpleNamespace(handout_id=handout, clinic_id=clinic, path=f"{clinic}/{handout}-{number}.pdf")
        for number, (handout, clinic) in enumerate(failed)
    ]
    result: Any = SimpleNamespace(failed=[SimpleNamespace(sheet=sheet) for sheet in sheets])
    assert list(trial_summary(result, 9)) == [f"9 sheets checked, {len(failed)} cannot be made", *lines]
