"""All handouts of a content, read one by one: what was found in those that have not changed is remembered."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import Protocol, Self

from handouts.build.plan import Workshop
from handouts.errors import Problem
from handouts.keeping.memory import Memory, key_of
from handouts.landmarks import Landmarks
from handouts.problems.reader import Reader, Reading
from handouts.processes.aside import Shares
from handouts.processes.crew import WorkerDiedError
from handouts.processes.workers import each

_MANY = 40  # handouts that take longer to read than starting processes does

Found = Iterable[tuple[str, list[Problem]]]
"""What is found in each handout, by its id."""


class Follow(Protocol):
    """Whoever wants to know how far the reading of many handouts is; passes on what is found in them."""

    def __call__(self, found: Found, count: int) -> Found:
        """Pass on what is found in so many handouts."""


class Readings:
    """The readings of one content: remembered, begun or made now; a context manager, which leaves nothing running."""

    def __init__(self, shop: Workshop, memory: Memory, landmarks: Landmarks) -> None:
        self._shop, self._memory, self._landmarks = shop, memory, landmarks
        self._shared = key_of("handout", self._looked_up())
        self._keys = {ident: self._key(ident) for ident in shop.content.handouts}
        self._known = {ident: landmarks.recalled(memory.recall(key)) for ident, key in self._keys.items()}
        self._new = [ident for ident, problems in self._known.items() if problems is None]
        self._settled = {ident: key_of("settled", [self._shared, ident]) for ident in self._new}
        self._shares: Shares[str, Reading] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shares:
            self._shares.dismiss()

    def begin(self) -> None:
        """Read several handouts beside what this process does next, unless there are many: all processors do those."""
        if 1 < len(self._new) <= _MANY:
            import handouts.checks  # noqa: F401, PLC0415 (or each copy would load them)

            self._shares = Shares(self._reader(), self._new)

    def problems(self, follow: Follow) -> list[Problem]:
        """Return the problems of all handouts, in their order."""
        read: Found = self._read()
        for ident, problems in follow(read, len(self._new)) if len(self._new) > _MANY else read:
            told = self._landmarks.relative(problems)
            if told is not None:
                self._memory.keep(self._keys[ident], told)
            self._known[ident] = problems
        return [problem for problems in self._known.values() for problem in problems or ()]

    def _read(self) -> Iterator[tuple[str, list[Problem]]]:
        if not self._new:
            return
        reader = self._reader()
        with closing(self._shares.results() if self._shares else self._each(reader)) as read:
            for ident, told in zip(self._new, read, strict=True):
                reading = reader(ident) if isinstance(told, WorkerDiedError) else told
                self._memory.keep(self._settled[ident], reading.settled)
                yield ident, reading.problems

    def _each(self, reader: Reader) -> Generator[Reading | WorkerDiedError]:
        return each(reader, self._new, None if len(self._new) > _MANY else 1)

    def _reader(self) -> Reader:
        shop, memory = self._shop, self._memory
        return Reader(shop.content, shop.sources, shop.today, map(memory.recall, self._settled.values()))

    # what they depend on

    def _key(self, ident: str) -> str:
        handout, today = self._shop.content.handouts[ident], self._shop.today
        days = (handout.reviewed, handout.approval.on)
        to_come = [day is not None and day > today for day in days]
        return key_of(self._shared, [ident, self._landmarks.digest(("handouts", ident)), repr(to_come)])

    def _looked_up(self) -> Iterator[str]:
        """Yield what the problems of a handout depend on besides its own text."""
        content = self._shop.content
        yield from content.languages
        for group in ("durations", "facts", "services"):
            yield from (f"{ident} {self._landmarks.digest((group, ident))}" for ident in getattr(content, group))
        for ident, clinic in content.clinics.items():
            yield f"{ident} {clinic.phone} {clinic.website}"
