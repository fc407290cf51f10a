"""SVG path data and transforms."""

import math
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.outline import Command
from handouts.pictures.svg_path import NotAPath, numbers, path_commands
from handouts.pictures.svg_transform import Matrix, transform

coordinate = st.integers(-50, 50).map(lambda n: n / 2)
radius = st.integers(1, 60)
flag = st.sampled_from("01")


def ends(commands: tuple[Command, ...]) -> Iterator[tuple[float, float]]:
    """Where each step of a path ends."""
    for _, *values in commands:
        if values:
            yield values[-2], values[-1]


def mixed(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    """The sum of weighted values."""
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def sampled(commands: tuple[Command, ...]) -> list[tuple[float, float]]:
    """Points all along the curves of a path."""
    points: list[tuple[float, float]] = []
    x0 = y0 = 0.0
    for name, *values in commands:
        if name == "C":
            x1, y1, x2, y2, x, y = values
            for t in (n / 32 for n in range(1, 33)):
                weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                points.append((mixed(weights, (x0, x1, x2, x)), mixed(weights, (y0, y1, y2, y))))
        if values:
            x0, y0 = values[-2:]
    return points


def test_relative_steps_start_where_the_last_one_ended() -> None:
    assert path_commands("m1 2l3 4h5v-6") == (("M", 1, 2), ("L", 4, 6), ("L", 9, 6), ("L", 9, 0))


def test_numbers_after_a_move_are_lines() -> None:
    assert path_commands("M1,2 3,4m1 1 1 1") == (("M", 1, 2), ("L", 3, 4), ("M", 4, 5), ("L", 5, 6))


def test_a_path_goes_on_from_its_start_after_it_closes() -> None:
    assert path_commands("M5 5h9zl1 1")[-1] == ("L", 6, 6)


def test_numbers_may_run_together_as_programs_write_them() -> None:
    assert path_commands("M.5.5-1-1 1e1-2") == (("M", 0.5, 0.5), ("L", -1, -1), ("L", 10, -2))


def test_a_smooth_curve_mirrors_the_control_point_before_it() -> None:
    assert path_commands("M0 0C0 5 5 10 10 10S20 5 20 0")[-1] == ("C", 15, 10, 20, 5, 20, 0)


def test_a_smooth_curve_after_a_line_has_no_control_point_to_mirror() -> None:
    assert path_commands("M0 0L10 10S20 5 20 0")[-1] == ("C", 10, 10, 20, 5, 20, 0)


def test_a_quadratic_curve_passes_the_same_middle_as_its_cubic_form() -> None:
    _, curve, smooth = path_commands("M0 0Q10 20 20 0T40 0")
    assert sampled((("M", 0, 0), curve))[15] == pytest.approx((10, 10))
    assert sampled((("M", 20, 0), smooth))[15] == pytest.approx((30, -10))


def test_flags_of_an_arc_may_run_into_its_end_point() -> None:
    assert list(ends(path_commands("M10 0a10 10 0 0110 10")))[-1] == (20, 10)


@pytest.mark.parametrize(
    ("large", "sweep", "center", "quarters"),
    [(0, 1, (10, 10), 1), (1, 0, (10, 10), 3), (0, 0, (20, 0), 1), (1, 1, (20, 0), 3)],
)
def test_an_arc_turns_the_way_and_the_length_that_its_flags_say(
    large: int, sweep: int, center: tuple[float, float], quarters: int
) -> None:
    commands = path_commands(f"M10 0A10 10 0 {large} {sweep} 20 10")
    assert len(commands) == 1 + quarters
    assert all(math.dist(point, center) == pytest.approx(10, abs=0.01) for point in sampled(commands))


@given(st.tuples(coordinate, coordinate), st.tuples(radius, radius), st.integers(-180, 180), flag, flag)
def test_every_point_of_an_arc_lies_on_one_ellipse_that_ends_where_it_says(
    end: tuple[float, float], radii: tuple[int, int], turn: int, large: str, sweep: str
) -> None:
    (x, y), (rx, ry) = end, radii
    commands = path_commands(f"M0 0A{rx} {ry} {turn} {large} {sweep} {x} {y}")
    assert list(ends(commands))[-1] == (x, y)
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def on_unit_circle(px: float, py: float) -> tuple[float, float]:
        return (cos * px + sin * py) / rx, (cos * py - sin * px) / ry

    unit = [on_unit_circle(*point) for point in sampled(commands)]
    expected = max(1.0, math.dist((0, 0), on_unit_circle(x, y)) / 2)  # radii that are too small grow
    if unit:
        a, b, c = unit[0], unit[len(unit) // 2], unit[-1]
        assert circumradius(a, b, c) == pytest.approx(expected, rel=0.02)


def circumradius(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    """The radius of the circle through three points."""
    sides = math.dist(a, b), math.dist(b, c), math.dist(c, a)
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return math.prod(sides) / (4 * area)


def test_an_arc_without_a_radius_is_a_line() -> None:
    assert path_commands("M0 0A0 5 0 0 1 9 9")[-1] == ("L", 9, 9)


@pytest.mark.parametrize(
    "data",
    [
        "L1 1",
        "M1",
        "M1 2L3",
        "M1 2X3 4",
        "M1 2L3 4#",
        "M1 2a1 1 0 2 0 3 3",
        "Mnan 0",
        "M1e999 0",
        "M9999999 0",
        "M1,,2",
        "5 5",
    ],
)
def test_a_path_with_a_mistake_is_refused_and_not_drawn_up_to_it(data: str) -> None:
    with pytest.raises(NotAPath):
        path_commands(data)


def test_a_path_without_data_draws_nothing() -> None:
    assert path_commands("  ") == ()


def test_a_list_of_numbers_may_have_spaces_or_commas() -> None:
    assert numbers(" 1, 2 -3.5.5 ") == [1, 2, -3.5, 0.5]


def test_transforms_apply_from_right_to_left() -> None:
    assert transform("translate(10 20) scale(2)").point(1, 1) == (12, 22)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("matrix(1 2 3 4 5 6)", (9, 12)),
        ("translate(7)", (8, 1)),
        ("scale(2,3)", (2, 3)),
        ("rotate(90)", (-1, 1)),
        ("rotate(180, 2, 2)", (3, 3)),
        ("skewX(45)", (2, 1)),
        ("skewY(45)", (1, 2)),
    ],
)
def test_each_transform_moves_a_point_as_the_standard_says(text: str, point: tuple[float, float]) -> None:
    assert transform(text).point(1, 1) == pytest.approx(point)


@pytest.mark.parametrize("text", ["turn(3)", "rotate(1 2)", "scale()", "rotate(45deg)", "scale(2", "matrix(1 2 3)"])
def test_a_transform_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(NotAPath):
        transform(text)


def test_only_a_transform_that_keeps_shapes_has_one_scale() -> None:
    assert transform("rotate(30) scale(2)").scale == pytest.approx(2)
    assert transform("scale(2 3)").scale is None
    assert transform("skewX(20)").scale is None
    assert Matrix().scale == 1


_POINTS = st.tuples(coordinate, coordinate).map(lambda p: f"{p[0]} {p[1]}")
_STEPS = st.one_of(
    st.builds(lambda a, b: f"{a}{b}", st.sampled_from("LlMmTt"), _POINTS),
    st.builds(lambda a, b, c: f"{a}{b} {c}", st.sampled_from("QqSs"), _POINTS, _POINTS),
    st.builds(lambda a, b, c, d: f"{a}{b} {c} {d}", st.sampled_from("Cc"), _POINTS, _POINTS, _POINTS),
    st.builds(lambda a, b: f"{a}{b}", st.sampled_from("HhVv"), coordinate),
    st.just("z"),
)


@given(st.lists(_STEPS, max_size=12))
def test_paths_are_read_as_another_library_reads_them(steps: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import svgelements  # noqa: PLC0415 (an oracle for this test alone)

    data = "M3 4" + "".join(steps)
    theirs = svgelements.Path(data)
    assert [tuple(map(float, s.end)) for s in theirs if s.end is not None and not isinstance(s, svgelements.Close)] == [
        pytest.approx(end) for end in ends(path_commands(data))
    ]
