"""What a handout says now beside what was approved, thing by thing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from handouts.changes.units import Told, Unit
from handouts.changes.words import Piece, compare, likeness
from handouts.errors import Span

_ALIKE = 0.4  # of the words of two things, from which on one is the other, changed


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        where: The way to it inside its section.
        pieces: Its words before and now, by language; languages that did not change included.
        at: Where it stands now; None when it is gone.
    """

    where: str
    pieces: Mapping[str, tuple[Piece, ...]]
    at: Span | None = None

    @property
    def kind(self) -> str:
        """Whether it is `new`, `gone` or `changed`."""
        kinds = {piece.kind for pieces in self.pieces.values() for piece in pieces}
        return next(iter(kinds)) if len(kinds) == 1 else "changed"

    @property
    def changed_languages(self) -> tuple[str, ...]:
        """The languages in which it changed."""
        return tuple(code for code, pieces in self.pieces.items() if any(piece.kind != "same" for piece in pieces))


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed in a section.

    Attributes:
        section: Its id; empty for what the handout says of itself.
        heading: By language.
        moved: Whether it stands at another place among the sections.
    """

    section: str
    heading: Mapping[str, str]
    changes: tuple[Change, ...]
    moved: bool = False


def changes_of(before: Told, now: Told) -> tuple[Changed, ...]:
    """Return what changed, section by section, as the handout has them now; sections that are gone come last."""
    earlier, later = _by_section(before), _by_section(now)
    kept = [name for name in earlier if name in later]
    order = [name for name in later if name in earlier]
    found = []
    for name in (*later, *(name for name in earlier if name not in later)):
        changes = tuple(_changes(earlier.get(name, []), later.get(name, [])))
        heading = (now if name in later else before).heading(name)
        moved = name in kept and _has_moved(name, kept, order)
        if changes or moved:
            found.append(Changed(name, heading, changes, moved))
    return tuple(found)


def _by_section(told: Told) -> dict[str, list[Unit]]:
    sections: dict[str, list[Unit]] = {}
    for unit in told.units():
        sections.setdefault(unit.section, []).append(unit)
    return sections


def _has_moved(name: str, before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether a section is one of those that were taken out and put in elsewhere."""
    matches = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    stayed = set(chain.from_iterable(before[match.a : match.a + match.size] for match in matches))
    return name not in stayed


def _changes(before: Sequence[Unit], now: Sequence[Unit]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, _keys(before), _keys(now), autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(before[start:end], now[first:last])


def _keys(units: Sequence[Unit]) -> list[tuple[object, ...]]:
    return [(unit.kind, *unit.words.items()) for unit in units]


def _paired(gone: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Change]:
    """Take things of one kind that say nearly the same for one thing that was changed."""
    left = list(gone)
    for unit in new:
        match = next((other for other in left if _is_same_thing(other, unit)), None)
        if match is not None:
            for other in left[: left.index(match)]:
                yield _change(other, None)
            left = left[left.index(match) + 1 :]
        yield _change(match, unit)
    yield from (_change(other, None) for other in left)


def _is_same_thing(before: Unit, now: Unit) -> bool:
    if before.kind != now.kind:
        return False
    if before.where == now.where and before.words.keys() != now.words.keys():
        return True
    alike = max((likeness(before.words.get(code, ""), words) for code, words in now.words.items()), default=0.0)
    return alike >= _ALIKE or (before.where == now.where and before.kind[-1] not in {"items", "signs", "rows"})


def _change(before: Unit | None, now: Unit | None) -> Change:
    unit = now or before
    assert unit is not None  # noqa: S101 (a change is of something)
    earlier, later = before.words if before else {}, now.words if now else {}
    pieces = {code: compare(earlier.get(code, ""), later.get(code, "")) for code in dict.fromkeys([*later, *earlier])}
    at = next((span for code, span in now.spans.items() if _has_changed(pieces.get(code, ()))), None) if now else None
    return Change(unit.where, pieces, at)


def _has_changed(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind != "same" for piece in pieces)
