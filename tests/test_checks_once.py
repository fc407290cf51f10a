"""One fault of a text is told once: by one check, under one code."""

from pathlib import Path

import pytest

from tests.check_samples import found, in_paragraph


@pytest.mark.parametrize(
    ("fr", "en", "codes"),
    [
        ("Évitez le soleil.", "Stay in the sun.", ["W204"]),
        ("La douleur ne dure plus.", "The pain still lasts.", ["W204"]),
        ("Venez à la clinique le 3 Mai.", "Come to the clinic on May 3.", ["W253"]),
        ("Venez à la clinique le 3 mai.", "Come to the clinic on may 3.", ["W253"]),
        ("Venez à la clinique à 9:00 AM.", "Come to the clinic at 9 a.m.", ["W257"]),
        ("Prenez du savon, de la crème, etc..", "Take soap, cream, and so on.", ["W262"]),
        ("Votre DDN : 1980-05-02", "Your birthday: 1980-05-02", ["E459"]),
        ("TODO : lavez la peau.", "Wash the skin.", ["E205"]),
    ],
)
def test_one_fault_has_one_code(fr: str, en: str, codes: list[str], tmp_path: Path) -> None:
    assert [problem.code for problem in found(in_paragraph(fr, en), tmp_path)] == codes
