"""Going through a content stream: which resources it uses, and whether an archival file may hold it.

ISO 19005-2, 6.2.2 wants every operator to be one of ISO 32000-1 and every resource to be named; 6.1.13
limits the rest.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from handouts.supplied.colors import CMYK
from handouts.supplied.content_streams import BadContentError, Operation, name_text, operations, string_bytes
from handouts.supplied.plain import LARGEST_NUMBER, TOO_LARGE
from handouts.supplied.verdicts import NotCleanError

_OPERATORS = frozenset(
    b"""b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG
    rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"""".split()
)
_PAINTING = frozenset({b"f", b"F", b"f*", b"b", b"b*", b"B", b"B*", b"s", b"S", b"sh", b"Do"})
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_DEVICE_SPACES = frozenset({b"/DeviceGray", b"/DeviceRGB", b"/Pattern", b"/G", b"/RGB"})
_INTENTS = frozenset({b"/RelativeColorimetric", b"/AbsoluteColorimetric", b"/Perceptual", b"/Saturation"})
_IMAGE_FILTERS_REFUSED = frozenset({b"/LZW", b"/LZWDecode", b"/Crypt"})
_MOST_OPERATIONS = 500_000
_MOST_SAVED_STATES = 28
_LONGEST_STRING = 32767
_SHORTEST_DASHES = 0.001
_LONGEST_DRAWING = 12_000_000  # bytes, of which half a million operators take fewer
_LONG_NUMBER = re.compile(rb"\d{10}")
_MOST_DIGITS = 20
_TOO_MANY = "its drawing has too many parts"


@dataclass(slots=True)
class Survey:
    """What a content stream uses: names of resources, and what is shown in each font.

    `marks` holds the marked-content numbers in it; `data` is the stream itself, with those marks alone or
    with none.
    """

    data: bytes = b""
    operations: int = 0
    shown: dict[str, set[bytes]] = field(default_factory=dict)
    objects: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    spaces: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    shadings: set[str] = field(default_factory=set)
    marks: list[int] = field(default_factory=list)
    untagged: bool = False


def survey(data: bytes, properties: Mapping[str, int] | None = None) -> Survey:
    """Go through a content stream.

    Args:
        data: The stream, decoded.
        properties: For a tagged page whose marks stay: the marked-content number of each named property list.
            Without it all marks go, because the page becomes part of one figure.

    Raises:
        NotCleanError: An archival file may not hold it.
    """
    try:
        return _Going(properties).through(data)
    except BadContentError as error:
        raise NotCleanError(f"its drawing is damaged ({error})") from error


class _Going:
    def __init__(self, properties: Mapping[str, int] | None) -> None:
        self._properties = properties
        self._found = found = Survey()
        self._named = {
            b"Do": found.objects,
            b"gs": found.states,
            b"cs": found.spaces,
            b"CS": found.spaces,
            b"scn": found.patterns,
            b"SCN": found.patterns,
            b"sh": found.shadings,
        }
        self._fonts: list[str | None] = [None]
        self._choices: list[tuple[int, str]] = []
        self._marks: list[str] = []
        self._lenient = 0

    def through(self, data: bytes) -> Survey:
        if len(data) > _LONGEST_DRAWING:
            raise NotCleanError(_TOO_MANY)
        kept: list[bytes] = []
        position = 0
        has_long_numbers = _LONG_NUMBER.search(data) is not None
        for operation in operations(data):
            if has_long_numbers:
                _check_numbers(operation.operands)
            instead = self._take(operation)
            if operation.operator == b"Tf":
                instead = data[operation.start : operation.end]
                self._choices.append((len(kept) + 1, str(self._fonts[-1])))
            if instead is not None:
                kept += [data[position : operation.start], instead]
                position = operation.end
        for place, font in self._choices:
            if font not in self._found.shown:  # its resource is not copied either
                kept[place] = b""
        kept.append(data[position:])
        kept += [b"EMC"] * sum(mark != "dropped" for mark in self._marks)
        kept += [b"Q"] * (len(self._fonts) - 1)
        self._found.data = b"\n".join(kept).strip()
        return self._found

    def _take(self, operation: Operation) -> bytes | None:
        """Look at one operator; bytes to put in its place, None where it stays."""
        self._found.operations += 1
        if self._found.operations > _MOST_OPERATIONS:
            raise NotCleanError(_TOO_MANY)
        operator, operands = operation.operator, operation.operands
        if operator not in _OPERATORS:
            if self._lenient:
                return b""
            raise NotCleanError(f"its drawing has an unknown part ({operator[:12].decode('latin-1')!r})")
        match operator:
            case b"BDC" | b"BMC" | b"EMC" | b"MP" | b"DP":
                return self._mark(operator, operands)
            case b"BX" | b"EX":  # between them, what a reader doesn't know means nothing (7.8.2)
                self._lenient = max(self._lenient + (1 if operator == b"BX" else -1), 0)
                return b""
            case b"q" | b"Q":
                return self._nest(operator)
            case b"d":
                _check_dashes(operands)
            case b"BI":
                self._inline_image(operands)
            case _ if operator in _SHOWING:
                self._show(operands)
            case _:
                self._use(operator, operands)
        return None

    def _nest(self, operator: bytes) -> bytes | None:
        if operator == b"q":
            self._fonts.append(self._fonts[-1])
            if len(self._fonts) > _MOST_SAVED_STATES + 1:
                raise NotCleanError("its drawing is nested too deep")
            return None
        if len(self._fonts) == 1:
            return b""  # one too many: it would undo the placing of the page
        self._fonts.pop()
        return None

    def _mark(self, operator: bytes, operands: tuple[bytes, ...]) -> bytes:
        """Keep the marks of a tagged page that bind it to its tree, and artifacts; drop all others."""
        if operator in {b"MP", b"DP"}:
            return b""
        if operator == b"EMC":
            kind = self._marks.pop() if self._marks else "dropped"
            return b"" if kind == "dropped" else b"EMC"
        kind, instead = "dropped", b""
        if self._properties is not None:
            number = self._number(operands)
            if operands[:1] == (b"/Artifact",):
                kind, instead = "artifact", b"/Artifact BMC"
            elif number is not None:
                kind, instead = "content", b"%s <</MCID %d>> BDC" % (operands[0], number)
                self._found.marks.append(number)
        self._marks.append(kind)
        return instead

    def _number(self, operands: tuple[bytes, ...]) -> int | None:
        if self._properties is not None and operands[1:2] != (b"<<",):
            return self._properties.get(name_text(operands[-1]))
        for key, value in pairwise(operands):
            if key == b"/MCID" and value.isdigit():
                return int(value)
        return None

    def _painted(self) -> None:
        if not any(mark != "dropped" for mark in self._marks):
            self._found.untagged = True

    def _show(self, operands: tuple[bytes, ...]) -> None:
        self._painted()
        font = self._fonts[-1]
        if font is None:
            raise NotCleanError("its text has no typeface")
        strings = [string_bytes(token) for token in operands if token[:1] in b"(<"]
        if any(len(string) > _LONGEST_STRING for string in strings):
            raise NotCleanError("it holds an overlong text")
        self._found.shown.setdefault(font, set()).update(strings)

    def _inline_image(self, entries: tuple[bytes, ...]) -> None:
        self._painted()
        if _IMAGE_FILTERS_REFUSED.intersection(entries):
            raise NotCleanError("an image in it is packed in an outdated way")
        if {b"/CMYK", b"/DeviceCMYK"}.intersection(entries):
            raise NotCleanError(CMYK)
        for key, value in pairwise(entries):
            if key in {b"/I", b"/Interpolate"} and value != b"false":
                raise NotCleanError("an image in it asks to be smoothed")
            if key in {b"/CS", b"/ColorSpace"} and value.startswith(b"/") and value not in _DEVICE_SPACES:
                self._found.spaces.add(name_text(value))

    def _use(self, operator: bytes, operands: tuple[bytes, ...]) -> None:
        """Note the resource that an operator names."""
        name = operands[-1] if operands[-1:] and operands[-1].startswith(b"/") else b""
        chooses_space = operator in {b"cs", b"CS"}
        if operator in {b"k", b"K"} or (chooses_space and name == b"/DeviceCMYK"):
            raise NotCleanError(CMYK)
        if operator == b"ri" and name not in _INTENTS:
            raise NotCleanError("it asks for an unknown way of showing colours")
        if operator in _PAINTING:
            self._painted()
        if operator == b"Tf" and operands:
            self._fonts[-1] = name_text(operands[0])
        elif name and operator in self._named and not (chooses_space and name in _DEVICE_SPACES):
            self._named[operator].add(name_text(name))


def _check_numbers(operands: tuple[bytes, ...]) -> None:
    """Refuse a whole number that readers have no room for (ISO 19005-2, 6.1.13)."""
    for token in operands:
        digits = token.lstrip(b"+-")
        if digits.isdigit() and int(digits[:_MOST_DIGITS]) > LARGEST_NUMBER:
            raise NotCleanError(TOO_LARGE)


def _check_dashes(operands: tuple[bytes, ...]) -> None:
    """Refuse dashes so short that a line of them takes a reader minutes."""
    try:
        dashes = [float(token) for token in operands[1:-2]]
    except ValueError as error:
        raise NotCleanError("its drawing is damaged (dashes)") from error
    if dashes and 0 < sum(dashes) < _SHORTEST_DASHES:
        raise NotCleanError("a line in it has too many dashes")
