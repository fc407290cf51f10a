"""Whether a sheet may be handed out."""

from datetime import date, timedelta

import pytest

from handouts.languages import LANGUAGES
from handouts.status import mark_of, status_of
from tests.sample_sheets import SHORTEST, content

DUE = date(2028, 5, 2)
APPROVED = {"status": "approved", "by": "M. Roy", "role": {"fr": "infirmier", "en": "nurse"}, "on": "2026-05-02"}


def status(approval: dict[str, object], today: date) -> str:
    return status_of(content(SHORTEST, approval=approval).handouts["boutons"], today)


@pytest.mark.parametrize("approval", [{"status": "sample"}, {"status": "draft"}, APPROVED])
def test_a_sheet_has_the_status_of_its_approval_until_its_review_is_due(approval: dict[str, object]) -> None:
    assert status(approval, DUE) == approval["status"]


@pytest.mark.parametrize("approval", [{"status": "sample"}, {"status": "draft"}, APPROVED])
def test_a_sheet_is_overdue_from_the_day_after_its_review_is_due(approval: dict[str, object]) -> None:
    assert status(approval, DUE + timedelta(days=1)) == "overdue"


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("fr", {"sample": "Exemple à faire approuver", "draft": "Ébauche à faire approuver"}),
        ("en", {"sample": "Sample, to be approved", "draft": "Draft, to be approved"}),
    ],
)
def test_a_sheet_that_is_not_approved_says_so(language: str, marks: dict[str, str]) -> None:
    labels = LANGUAGES[language].labels
    assert {"sample": mark_of("sample", labels), "draft": mark_of("draft", labels)} == marks
    assert mark_of("overdue", labels)


def test_only_an_approved_sheet_bears_no_mark() -> None:
    assert mark_of("approved", LANGUAGES["fr"].labels) == ""
