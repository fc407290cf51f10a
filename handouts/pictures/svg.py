"""SVG pictures: flat shapes, as the pen paints them.

A subset on purpose: what logos and line drawings are made of. Everything else is refused with what to change,
because a part that is dropped in silence is a wrong logo on every sheet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handouts.errors import AssetError, Problem, Span
from handouts.limits import SVG_BYTES
from handouts.outline import Command
from handouts.paper import Size
from handouts.pictures.svg_path import LARGEST, NotAPath, numbers
from handouts.pictures.svg_shapes import length, outline, places
from handouts.pictures.svg_style import INHERITED, Rule, properties, style_rules
from handouts.pictures.svg_transform import Matrix, transform
from handouts.pictures.svg_tree import Element, read_tree
from handouts.pictures.vector import Drawing, PaintedPath

_MAX_COMMANDS = 20_000
_OVERHANG = 0.02  # of the longer side: strokes and curves that just pass the edge of the artboard


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element has from the groups that it stands in."""

    matrix: Matrix
    inherited: Mapping[str, str]
    rules: tuple[Rule, ...]


def read_svg(data: bytes, file: str) -> Drawing:
    """Return the shapes of an SVG file.

    Args:
        data: The bytes of the file.
        file: What messages call it.

    Raises:
        AssetError: It is damaged, not safe, cannot be drawn as it stands, or is too large (E512 to E517).
    """
    if len(data) > SVG_BYTES:
        raise AssetError(Problem("E512", f"{file} is larger than 1 MB", None, "simplify the drawing, or supply a PNG"))
    tree = read_tree(data, file)
    left, top, size = _artboard(tree.root)
    context = _Context(Matrix(e=-left, f=-top), INHERITED, style_rules(tree))
    paths = tuple(_paths(tree.root, context))
    _check_shows_something(paths, size, tree.root.at)
    return Drawing(size, paths)


def _artboard(root: Element) -> tuple[float, float, Size]:
    """Return the left, top and size of what is shown: the viewBox, or else the width and height."""
    try:
        if "viewBox" in root.attributes:
            left, top, width, height = numbers(root.attributes["viewBox"])
        else:
            left, top, width, height = 0.0, 0.0, *(length(root, side) for side in ("width", "height"))
    except ValueError as error:
        raise _without_size(root.at) from error
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise _without_size(root.at)
    return left, top, Size(width, height)


def _without_size(at: Span) -> AssetError:
    return AssetError(Problem("E517", "the SVG does not say how large it is", at, "export it with a viewBox"))


def _paths(element: Element, context: _Context) -> Iterator[PaintedPath]:
    said = properties(element, context.rules)
    if said.get("display") == "none":
        return
    inherited = {name: said.get(name, value) for name, value in context.inherited.items()}
    try:
        moved = context.matrix.after(transform(said.get("transform", "")))
        commands = outline(element)
    except NotAPath as error:
        raise AssetError(Problem("E514", f"the SVG is damaged: {error}", element.at, "export it again")) from error
    inner = _Context(moved, inherited, context.rules)
    if commands:
        yield from _painted(commands, inner, element)
    for child in element.children:
        yield from _paths(child, inner)


def _painted(commands: tuple[Command, ...], context: _Context, element: Element) -> Iterator[PaintedPath]:
    style = context.inherited
    if style["visibility"] != "visible":
        return
    fill, stroke = _color(style["fill"], element), _color(style["stroke"], element)
    width = length(element, "stroke-width", style["stroke-width"])
    stroke = stroke if width > 0 else None
    if fill is None and stroke is None:
        return
    placed = tuple(context.matrix.command(command) for command in commands)
    if any(not abs(value) <= LARGEST for command in placed for value in command[1:]):
        raise AssetError(Problem("E517", "the SVG has a shape that is too large", element.at, "export it again"))
    scale = _stroke_scale(context, element) if stroke else 1.0
    ends = _round_ends(style, element) if stroke else False
    yield PaintedPath(placed, fill, stroke, width * scale, ends, style["fill-rule"] == "evenodd")


def _stroke_scale(context: _Context, element: Element) -> float:
    scale = context.matrix.scale
    if scale is None:
        raise _odd_stroke("a stroke that is stretched or slanted", element)
    return scale


def _round_ends(style: Mapping[str, str], element: Element) -> bool:
    """Whether ends and corners are round; the pen draws both round, or both square-cut and pointed."""
    joined = style["stroke-linecap"], style["stroke-linejoin"]
    if joined not in {("round", "round"), ("butt", "miter")}:
        raise _odd_stroke(f"strokes with {joined[0]} ends and {joined[1]} corners", element)
    return joined[0] == "round"


def _odd_stroke(what: str, element: Element) -> AssetError:
    hint = "convert strokes to outlines, then export again"
    return AssetError(Problem("E516", f"the SVG has {what}, which is not printed", element.at, hint))


def _color(value: str, element: Element) -> str | None:
    """Return a colour as #RRGGBB; None for no paint."""
    from PIL import ImageColor  # noqa: PLC0415 (a build without pictures needs no imaging library)

    if value in {"none", "transparent"}:
        return None
    try:
        red, green, blue, *alpha = ImageColor.getrgb(value)
    except ValueError as error:
        message = f"the SVG has a colour that is not fixed: “{value[:40]}”"
        raise AssetError(Problem("E516", message, element.at, "use colours such as #0B4F5C")) from error
    if alpha and alpha[0] < 255:  # noqa: PLR2004 (opaque)
        raise AssetError(
            Problem("E516", f"the SVG has transparency ({value[:40]})", element.at, "flatten transparency")
        )
    return f"#{red:02X}{green:02X}{blue:02X}"


def _check_shows_something(paths: tuple[PaintedPath, ...], size: Size, at: Span) -> None:
    """Refuse a picture that is empty, too heavy, or cut off by its artboard, which we have no way to show."""
    if not paths:
        raise AssetError(Problem("E514", "the SVG shows nothing", at, "export it again with its shapes visible"))
    if sum(len(path.commands) for path in paths) > _MAX_COMMANDS:
        raise AssetError(
            Problem("E517", "the SVG is too detailed for a sheet", at, "simplify the drawing, or supply a PNG")
        )
    slack = _OVERHANG * max(size.width, size.height)
    for path in paths:
        for x, y in places(path.commands):
            if not (-slack <= x <= size.width + slack and -slack <= y <= size.height + slack):
                hint = "fit the artboard to the artwork, or crop the artwork, then export again"
                raise AssetError(Problem("E516", "the SVG has shapes outside its artboard", at, hint))
