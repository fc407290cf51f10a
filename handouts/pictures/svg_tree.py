"""An SVG file as a tree of elements, read without trust.

Nothing in the file may refer to anything outside it, run, or grow: no DOCTYPE (so no entities), script, event
handler or outside address, anywhere; a limit on elements and depth. What is never drawn by itself, such as
metadata and definitions, is read for that and left out of the tree; the parts that we cannot draw are refused
by name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from handouts.errors import AssetError, Problem, Span

_SVG = "http://www.w3.org/2000/svg"
_MAX_ELEMENTS = 5_000
_MAX_DEPTH = 32

_DRAWN = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_NEVER_DRAWN = {
    "title", "desc", "metadata", "defs", "linearGradient", "radialGradient", "pattern", "clipPath", "mask",
    "filter", "marker", "symbol",
}  # fmt: skip
_SCRIPTED = {"script", "handler", "listener", "foreignObject", "iframe", "audio", "video", "embed", "object"}
_OUTLINES = "select the text and convert it to outlines (also called paths or curves), then export again"
_UNLINK = "unlink or expand symbols and clones, then export again"
_STILL = "remove the animation, then export again"
_REFUSED = {
    **dict.fromkeys(("text", "tspan", "textPath", "font", "font-face"), ("text", _OUTLINES)),
    **dict.fromkeys(("use",), ("a symbol or clone", _UNLINK)),
    **dict.fromkeys(("animate", "animateTransform", "animateMotion", "animateColor", "set"), ("an animation", _STILL)),
    "image": ("a picture inside it", "place only shapes in the SVG, or supply the whole as a PNG"),
    "a": ("a link", "remove the link; the program makes the links of a sheet"),
}
OUTSIDE_URL = re.compile(r"url\(\s*+['\"]?+\s*+(?![#\s])", re.IGNORECASE)
_INSIDE = ("#", "data:")


@dataclass(frozen=True, slots=True)
class Element:
    """An element that is drawn or groups what is drawn; `at` is where it starts in its file."""

    name: str
    attributes: Mapping[str, str]
    at: Span
    children: "list[Element]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tree:
    """The root element, and the text of all style sheets."""

    root: Element
    css: str


def read_tree(data: bytes, file: str) -> Tree:
    """Return the elements of an SVG file that are drawn.

    Raises:
        AssetError: It is damaged (E514) or not safe (E515), or has parts that cannot be drawn (E516) or too
            many of them (E517).
    """
    reader = _Reader(file)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        at = Span(file, error.lineno, error.offset + 1)
        what = expat.ErrorString(error.code)
        raise AssetError(Problem("E514", f"the SVG is damaged: {what}", at, "export it again")) from error
    except (ValueError, LookupError) as error:  # an encoding that expat cannot read
        raise AssetError(
            Problem("E514", f"the SVG is damaged: {error}", Span(file, 1, 1), "save it as UTF-8")
        ) from error
    if reader.root is None:
        raise AssetError(Problem("E514", "the SVG has no svg element", Span(file, 1, 1), "export it again"))
    return Tree(reader.root, "".join(reader.css))


class _Reader:
    """What expat calls as it reads. `_open` holds the elements that are open; None for those left out."""

    def __init__(self, file: str) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        self.root: Element | None = None
        self.css: list[str] = []
        self._file = file
        self._open: list[Element | None] = []
        self._count = 0
        self._in_style = False
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _here(self) -> Span:
        return Span(self._file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _refuse(self, code: str, message: str, hint: str) -> NoReturn:
        raise AssetError(Problem(code, message, self._here(), hint))

    def _doctype(self, name: str, *_: object) -> None:
        hint = "delete it with a text editor, from <!DOCTYPE to its >, or export as plain SVG"
        self._refuse("E515", f"the SVG has a DOCTYPE ({name}), which can refer to other files", hint)

    def _instruction(self, target: str, _: str) -> None:
        self._refuse("E515", f"the SVG has an instruction to other programs (<?{target})", "export as plain SVG")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MAX_ELEMENTS or len(self._open) >= _MAX_DEPTH:
            self._refuse("E517", "the SVG is too detailed for a sheet", "simplify the drawing, or supply a PNG")
        namespace, _, local = name.rpartition(" ")
        self._check_is_inert(local, attributes)
        self._open.append(self._element(local, attributes) if namespace in ("", _SVG) else None)

    def _check_is_inert(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _SCRIPTED:
            self._refuse("E515", f"the SVG has a <{name}>, which can run or show anything", "export as plain SVG")
        for key, value in attributes.items():
            local = key.rpartition(" ")[2]
            if local.lower().startswith("on"):
                self._refuse("E515", f"the SVG has a script in {local}=", "export as plain SVG")
            if (local == "href" and value and not value.startswith(_INSIDE)) or OUTSIDE_URL.search(value):
                hint = "embed nothing and link to nothing; export as plain SVG"
                self._refuse("E515", f"the SVG refers to something outside it: “{value[:60]}”", hint)

    def _element(self, name: str, attributes: Mapping[str, str]) -> Element | None:
        """Return the element, now in its parent; None when it, or what it stands in, is never drawn."""
        if not self._open:
            return self._make_root(name, attributes)
        if name == "style":
            self._in_style = True
            return None
        parent = self._open[-1]
        if parent is None or name in _NEVER_DRAWN:
            return None
        if name not in _DRAWN or name == "svg":
            what, hint = _REFUSED.get(name, (f"a <{name}>", "export as plain SVG, shapes only"))
            self._refuse("E516", f"the SVG has {what}, which is not printed", hint)
        element = Element(name, _own(attributes), self._here())
        parent.children.append(element)
        return element

    def _make_root(self, name: str, attributes: Mapping[str, str]) -> Element:
        if name != "svg":
            self._refuse("E513", f"the file is no SVG: it begins with <{name[:40]}>", "supply an SVG, PNG or JPEG")
        self.root = Element(name, _own(attributes), self._here())
        return self.root

    def _end(self, _: str) -> None:
        self._open.pop()
        self._in_style = False

    def _characters(self, text: str) -> None:
        if self._in_style:
            self.css.append(text)


def _own(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes of SVG itself, without those of the programs that wrote the file."""
    return {name: value for name, value in attributes.items() if " " not in name}
