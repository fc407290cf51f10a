"""Copying what a page needs, and nothing else, out of a clinic's PDF.

Only entries that are known to be drawing are copied, so nothing active can come along: an unknown entry is
left behind, not searched for. Whatever an archival file may not hold raises `NotCleanError`.
"""

from collections.abc import Callable, Iterable, Mapping

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from handouts.pdf.objects import Objects, Value, entry
from handouts.supplied.colors import copy_color_space, copy_function
from handouts.supplied.font_copying import copy_font
from handouts.supplied.fonts import check_font
from handouts.supplied.plain import as_stream, copied_data, decoded, kept, packed, plain, raw
from handouts.supplied.survey import Survey, survey
from handouts.supplied.verdicts import EXPORT_AGAIN, NotCleanError, refused

_IMAGE = ["Width", "Height", "BitsPerComponent", "ImageMask", "Decode", "Intent", "Matte"]
_FORM = ["FormType", "BBox", "Matrix"]
_STATE = ["LW", "LC", "LJ", "ML", "D", "RI", "FL", "SM", "SA", "CA", "ca", "AIS", "TK", "OP", "op", "OPM"]
_TILING = ["PatternType", "PaintType", "TilingType", "BBox", "XStep", "YStep", "Matrix"]
_SHADING = [
    "ShadingType",
    "Background",
    "BBox",
    "AntiAlias",
    "Domain",
    "Coords",
    "Extend",
    "Matrix",
    "BitsPerCoordinate",
    "BitsPerComponent",
    "BitsPerFlag",
    "VerticesPerRow",
    "Decode",
]
_BLEND_MODES = frozenset(
    [
        "Normal",
        "Compatible",
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ]
)
_DEEPEST = 40
_SMALLEST_TILE = 0.05
_SHADED = 2  # the pattern type of a shading
_Copy = Callable[[PdfObject], Value]


class Copying:
    """The copying of one page into new objects."""

    def __init__(self, objects: Objects, properties: Mapping[str, int] | None = None) -> None:
        """Prepare to copy.

        Args:
            objects: Where copies go.
            properties: Given where the page's own marked content stays: the number of each named property
            list.
        """
        self._objects = objects
        self._properties = properties
        self._copies: dict[tuple[int, int, str], Value] = {}
        self._open: set[int] = set()

    def content(self, data: bytes, resources: PdfObject | None) -> tuple[Survey, Value]:
        """Go through the content of the page and copy the resources that it uses.

        Raises:
            NotCleanError: An archival file may not hold the page as it is.
            AssetError: The page has no end (E550).
        """
        found = survey(data, self._properties)
        return found, self._resources(found, resources)

    def group(self, source: PdfObject) -> Value:
        """Copy the description of a transparency group (11.6.6)."""
        entries: dict[str, Value] = {"/Type": "/Group", "/S": "/Transparency", **kept(source, ["I", "K"])}
        if (space := entry(source, "/CS")) is not None:
            entries["/CS"] = self._space(space)
        return entries

    # resources (7.8.3)

    def _resources(self, found: Survey, resources: PdfObject | None) -> Value:
        fonts = entry(resources, "/Font")
        for name, shown in found.shown.items():
            check_font(entry(fonts, name), shown)
        used: dict[str, tuple[Iterable[str], _Copy]] = {
            "/ExtGState": (found.states, self._state),
            "/ColorSpace": (found.spaces | _defaults(entry(resources, "/ColorSpace")), self._space),
            "/Pattern": (found.patterns, self._pattern),
            "/Shading": (found.shadings, self._shading),
            "/XObject": (found.objects, self._object),
            "/Font": (found.shown, lambda font: copy_font(font, self._objects)),
        }
        return {
            category: {
                name: self._once(raw(entry(resources, category), name), category, copy) for name in sorted(names)
            }
            for category, (names, copy) in used.items()
            if names
        }

    def _once(self, value: PdfObject, kind: str, copy: _Copy) -> Value:
        """Copy an object, an indirect one once however often it is used; refuse what contains itself."""
        reference = value if isinstance(value, IndirectObject) else None
        number = reference.idnum if reference else id(value)
        key = (number, reference.generation if reference else 0, kind)
        if key in self._copies:
            return self._copies[key]
        if number in self._open or len(self._open) > _DEEPEST:
            raise refused("E550", "the drawing in the file contains itself", EXPORT_AGAIN)
        found = value.get_object()
        if found is None:
            raise NotCleanError("a part of it is missing")
        self._open.add(number)
        made = copy(found)
        self._open.discard(number)
        self._copies[key] = self._objects.add(made) if reference else made
        return self._copies[key]

    def _drawn(self, source: StreamObject, entries: Mapping[str, Value]) -> StreamObject:
        """Copy a stream that draws, a form or a pattern, without its marks, which would belong to nobody."""
        if "/Resources" not in source:
            raise NotCleanError("a part of it does not name what it uses")
        found = survey(decoded(source))
        return packed(found.data, {**entries, "/Resources": self._resources(found, source["/Resources"])})

    # what draws (8.7 to 8.10)

    def _object(self, value: PdfObject) -> Value:
        source = as_stream(value)
        if source.get("/Subtype") == "/Image":
            return self._image(source)
        if source.get("/Subtype") != "/Form":
            raise NotCleanError("it holds a part for one kind of printer only")
        entries: dict[str, Value] = {"/Type": "/XObject", "/Subtype": "/Form", **kept(source, _FORM)}
        if "/Group" in source:
            entries["/Group"] = self.group(source["/Group"])
        return self._drawn(source, entries)

    def _image(self, value: PdfObject) -> Value:
        source = as_stream(value)
        entries: dict[str, Value] = {"/Type": "/XObject", "/Subtype": "/Image", **kept(source, _IMAGE)}
        if "/ColorSpace" in source:
            entries["/ColorSpace"] = self._space(source["/ColorSpace"])
        for key in ("/SMask", "/Mask"):
            mask = entry(source, key)
            if isinstance(mask, StreamObject):
                entries[key] = self._once(source.raw_get(key), "/Image", self._image)
            elif isinstance(mask, ArrayObject):
                entries[key] = plain(mask)
        return copied_data(source, entries)

    def _pattern(self, source: PdfObject) -> Value:
        if entry(source, "/PatternType") != _SHADED:
            _check_tiles(source)
            return self._drawn(as_stream(source), kept(source, _TILING))
        entries = kept(source, ["PatternType", "Matrix"])
        entries["/Shading"] = self._shading(entry(source, "/Shading"))
        if (state := entry(source, "/ExtGState")) is not None:
            entries["/ExtGState"] = self._state(state)
        return entries

    def _shading(self, source: PdfObject | None) -> Value:
        if not isinstance(source, DictionaryObject):
            raise NotCleanError("a part of it is missing")
        entries = kept(source, _SHADING) | {"/ColorSpace": self._space(source["/ColorSpace"])}
        if (function := entry(source, "/Function")) is not None:
            entries["/Function"] = copy_function(function, self._objects)
        return self._objects.add(copied_data(source, entries)) if isinstance(source, StreamObject) else entries

    # how it draws (8.4.5)

    def _state(self, source: PdfObject) -> Value:
        if any(entry(source, key) not in {None, "/Identity", "/Default"} for key in ("/TR", "/TR2")):
            raise NotCleanError("it bends colours for one printing press")
        if entry(source, "/Font") is not None:
            raise NotCleanError("it chooses a typeface in an unusual way")
        entries: dict[str, Value] = {"/Type": "/ExtGState", **kept(source, _STATE)}
        blend = entry(source, "/BM")
        modes = blend if isinstance(blend, ArrayObject) else [blend] if blend is not None else []
        if any(str(mode).removeprefix("/") not in _BLEND_MODES for mode in modes):
            raise NotCleanError("it mixes colours in an unknown way")
        if modes:
            entries["/BM"] = str(modes[0])
        mask = entry(source, "/SMask")
        if isinstance(mask, DictionaryObject):
            entries["/SMask"] = self._soft_mask(mask)
        elif isinstance(mask, NameObject):
            entries["/SMask"] = "/None"
        return entries

    def _soft_mask(self, source: DictionaryObject) -> Value:
        entries: dict[str, Value] = {"/Type": "/Mask", **kept(source, ["S", "BC"])}
        entries["/G"] = self._once(raw(source, "/G"), "/XObject", self._object)
        if isinstance(function := entry(source, "/TR"), DictionaryObject):
            entries["/TR"] = copy_function(function, self._objects)
        return entries

    def _space(self, source: PdfObject) -> Value:
        return copy_color_space(source, self._objects)


def _defaults(spaces: PdfObject | None) -> set[str]:
    """Name the colour spaces that stand for plain grey and RGB (8.6.5.6); not every reader heeds them."""
    return {name for name in ("/DefaultGray", "/DefaultRGB") if entry(spaces, name) is not None}


def _check_tiles(source: PdfObject) -> None:
    """Refuse tiles so small that a page of them takes a reader minutes."""
    steps = [entry(source, key) for key in ("/XStep", "/YStep")]
    sizes = [abs(step) for step in steps if isinstance(step, NumberObject | FloatObject)]
    if len(sizes) < len(steps) or min(sizes) < _SMALLEST_TILE:
        raise NotCleanError("a pattern in it repeats too often")
