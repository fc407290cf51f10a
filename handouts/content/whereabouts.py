"""Where a part of the content is, in words: `handout pimples, section 2, block 1 (steps), step 3`."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.content.source_tree import Loc
from handouts.model import Content, Located, Text

_KINDS = {
    "services": "service {name}",
    "durations": "duration {name}",
    "facts": "shared fact {name}",
    "brands": "brand {name}",
    "clinics": "clinic {name}",
    "handouts": "handout {name}",
    "overrides": "override {name}",
}
_NUMBERED = {
    "sections": "section {number}",
    "stages": "stage {number}",
    "days": "day group {number}",
    "signs": "sign {number}",
    "columns": "column {number}",
    "rows": "row {number}",
    "sources": "source {number}",
    "notes": "note page {number}",
    "hours": "line of hours {number}",
    "editions": "edition {number}",
    "include": "include {number}",
    "languages": "language {number}",
    "lines": "line {number}",
}
_ITEMS = {"steps": "step {number}", "bullets": "bullet {number}", "key_points": "key point {number}"}


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of the content, and the way to it."""

    text: Text
    loc: Loc

    @property
    def where(self) -> str:
        """The way in words, from the outside in."""
        return ", ".join(ways(self.loc))


def part_of_content(group: str, ident: str) -> str:
    """Name a part of the content: `shared fact spf`."""
    return _KINDS[group].format(name=ident)


def ways(loc: Loc) -> tuple[str, ...]:
    """Name each step of a pydantic location that says something to the editor, from the outside in."""
    words: list[str] = []
    block, rest = "", loc
    while rest:
        match rest:
            case ("blocks", int(number), *kind):
                block = str(kind[0]) if kind else ""
                words.append(f"block {number + 1}" + (f" ({block})" if block else ""))
                taken = 3
            case (group, int(number), *_):
                words.append(_numbered(str(group), block, number + 1))
                taken = 2
            case (int(number), *_):
                words.append(f"cell {number + 1}")
                taken = 1
            case (str(group), str(name), *_) if group in _KINDS and len(loc) - len(rest) in {0, 2}:
                words.append(_KINDS[group].format(name=name))
                taken = 2
            case _:
                words += [f"`{rest[0]}`"] if rest[0] != "[key]" else []
                taken = 1
        rest = rest[taken:]
    return tuple(words)


def _numbered(name: str, block: str, number: int) -> str:
    if name in {"items", "short"}:
        item = _ITEMS.get(block, "item {number}").format(number=number)
        return f"short {item}" if name == "short" else item
    return _NUMBERED[name].format(number=number) if name in _NUMBERED else f"{name} {number}"


def nearest(loc: Loc) -> str:
    """Name the end of a location: `step 3`, `reason` of item 2, `title` of handout pimples."""
    words = ways(loc)
    if not words:
        return "the content"
    if words[-1].startswith("`") and len(words) > 1:
        name = words[-1].strip("`")
        return f"`{name}` of {words[-2]}"
    return words[-1]


_HOLDERS = (Located, tuple, dict)


def texts(content: Content) -> Iterator[PlacedText]:
    """Yield every text of the content, in the order of the model."""
    found: list[PlacedText] = []
    _gather(content, (), found)
    return iter(found)


def _gather(value: object, loc: Loc, found: list[PlacedText]) -> None:
    """Add every text in a value; a list, as generators in each other would pass each text up through all levels."""
    if isinstance(value, Text):
        found.append(PlacedText(value, loc))
    elif isinstance(value, Located):
        kind = value.__dict__.get("block")
        inner = (*loc, kind) if kind else loc
        for name, part in value.__dict__.items():
            if isinstance(part, _HOLDERS):
                _gather(part, (*inner, name), found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather(item, (*loc, number), found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _gather(item, (*loc, name), found)
