"""One fault of a text is told once: by one check, under one code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.check_samples import ROOT, found, in_paragraph


@pytest.mark.parametrize(
    ("fr", "en", "codes"),
    [
        ("Évitez le soleil.", "Stay in the sun.", ["W204"]),
        ("La douleur ne dure plus.", "The pain still lasts.", ["W204"]),
        ("Attendez une minute.", "Wait an hour.", ["E201"]),
        ("Venez à la clinique le 3 Mai.", "Come to the clinic on May 3.", ["W253"]),
        ("Venez à la clinique le 3 mai.", "Come to the clinic on may 3.", ["W253"]),
        ("Venez à la clinique à 9:00 AM.", "Come to the clinic at 9 a.m.", ["W257"]),
        ("Prenez du savon, de la crème, etc..", "Take soap, cream, and so on.", ["W262"]),
        ("Votre DDN : 1980-05-02", "Your birthday: 1980-05-02", ["E459"]),
        ("TODO : lavez la peau.", "Wash the skin.", ["E205"]),
        ("Mettez 2 goutte à la fois.", "Put in 2 drops at a time.", ["W263"]),
        ("Lavez doucement la peau.", "Lave la piel con suavidad.", ["E204"]),
        ("La clínica puede preferir esperar.", "The clinic prefers to wait.", ["E204"]),
        ("Mettez 2 gouttes à la fois.", "Put in 2 drop at a time.", ["W263"]),
    ],
)
def test_one_fault_has_one_code(fr: str, en: str, codes: list[str], tmp_path: Path) -> None:
    assert [problem.code for problem in found(in_paragraph(fr, en), tmp_path)] == codes


MANY = [
    (
        "Le matin, avant le repas, lavez la peau à l'eau froide, plus souvent et plus vite.",
        "In the evening, after the meal, wash the skin with hot water, less often and slower.",
    ),
    ("Ne grattez pas. Frottez, touchez et pressez.", "Scratch. Do not rub, do not touch, do not squeeze."),
]
"""Texts in which several faults could be told first."""

FOUND = """
from pathlib import Path
from sys import argv
from tests.check_samples import found, in_paragraph
from tests.test_checks_once import MANY
for fr, en in MANY:
    print("text:", *found(in_paragraph(fr, en), Path(argv[1])), sep="\\n")
"""


def test_what_is_found_comes_in_one_order_whatever_that_of_sets(tmp_path: Path) -> None:
    told = [
        subprocess.check_output(
            [sys.executable, "-c", FOUND, str(tmp_path)], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, text=True
        )
        for seed in "1234"
    ]
    assert all(told[0].split("text:\n")[1:])
    assert told[1:] == told[:-1]
