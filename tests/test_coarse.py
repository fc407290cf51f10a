"""Pictures with too few pixels for their size on a sheet are told, where the content names them."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.sample_content import Ran, edit, generate, write_content

FIGURE = """          - block: figure
            file: assets/day.png
            editions: [single]
            alt: {fr: "Une joue rouge", en: "A red cheek"}
            caption: {fr: "Le deuxième jour", en: "The second day"}
      - id: call
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    file = write_content(tmp_path, clinics={"nord": "two_sided, single"})
    edit(file, "logo: assets/pine.svg", "logo: assets/pine.png")
    edit(file, "      - id: call\n", FIGURE)
    return file


def drawn(content: Path, *, logo: int, figure: int) -> Ran:
    """Check a content whose pictures have so many pixels across."""
    for name, pixels in (("pine", logo), ("day", figure)):
        Image.new("RGB", (pixels, pixels // 2), "#0B4F5C").save(content.parent / "assets" / f"{name}.png")
    return generate(content, "check")


def test_a_coarse_logo_and_a_coarse_figure_are_told_where_they_are_named(content: Path) -> None:
    ran = drawn(content, logo=30, figure=300)
    assert ran.code == 0
    assert {int(line) for line in re.findall(r"yaml:(\d+):\d+: warning\[W510\]", ran.err)} == {
        number
        for number, line in enumerate(content.read_text("utf-8").splitlines(), 1)
        if "assets/pine.png" in line or "assets/day.png" in line
    }


def test_pictures_that_are_fine_enough_are_not_told(content: Path) -> None:
    assert "W510" not in drawn(content, logo=120, figure=1300).err


def test_a_figure_that_the_edition_leaves_out_is_not_told_for_it(content: Path) -> None:
    edit(content, "editions: [two_sided, single]", "editions: [two_sided]")
    assert "W510" not in drawn(content, logo=120, figure=20).err


def test_a_picture_that_is_too_coarse_in_several_sizes_is_told_once_with_the_width_for_the_largest(
    content: Path,
) -> None:
    edit(content, "editions: [two_sided, single]", "editions: [two_sided, large_print]")
    (wanted,) = re.findall(r"W510(?:.|\n)*?at least (\d+) pixels wide", drawn(content, logo=30, figure=1300).err)
    edit(content, "editions: [two_sided, large_print]", "editions: [large_print]")
    (largest,) = re.findall(r"at least (\d+) pixels wide", drawn(content, logo=30, figure=1300).err)
    assert wanted == largest
