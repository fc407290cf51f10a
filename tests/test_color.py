"""Colours: what a reader can tell apart, on a screen and on a grey copy."""

import pytest

from handouts.typography.color import BLACK, WHITE, channels, contrast, darkened, grey, legible


@pytest.mark.parametrize(
    ("color", "printed"),
    [
        ("#0B4F5C", "#3C3C3C"),
        ("#B7D6DA", "#CDCDCD"),
        ("#E6F1F2", "#EEEEEE"),
        ("#6B2A4A", "#414141"),
        ("#E0BFCE", "#CBCBCB"),
        ("#F7ECF1", "#F0F0F0"),
        ("#9E1B22", "#434343"),
        ("#F4B83F", "#BCBCBC"),
    ],
)
def test_a_grey_printer_weighs_red_green_and_blue_as_the_eye_does(color: str, printed: str) -> None:
    """Page design, section 4: 0.299 R + 0.587 G + 0.114 B."""
    assert grey(color) == printed


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [(WHITE, BLACK, 21), ("#767676", WHITE, 4.54), ("#9E1B22", WHITE, 8.0), ("#8C8C8C", WHITE, 3.4)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.05)


def test_a_pair_that_a_grey_printer_makes_alike_is_not_legible() -> None:
    red = "#FF0000"
    assert contrast(red, BLACK) > 4.5
    assert not legible(red, BLACK, 4.5)


def test_a_color_that_can_be_read_stays_as_it_is() -> None:
    assert darkened("#0B4F5C", WHITE, 7) == "#0B4F5C"


@pytest.mark.parametrize("color", ["#7FB7BE", "#FF66AA", "#FFD400", "#C0C0C0"])
@pytest.mark.parametrize("ratio", [4.5, 7.0])
def test_a_light_color_is_darkened_until_it_can_be_read_and_no_further(color: str, ratio: float) -> None:
    shade = darkened(color, WHITE, ratio)
    assert legible(shade, WHITE, ratio)
    assert contrast(shade, WHITE) < ratio * 1.35
    assert all(after <= before for after, before in zip(channels(shade), channels(color), strict=True))


def test_a_ground_on_which_nothing_can_be_read_leaves_black() -> None:
    assert darkened("#336699", "#555555", 7) == BLACK
