"""One handout read as an editor would: what is wrong with it, and which of its texts need not be read again."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from handouts.content.decoding import SourceText
from handouts.errors import Problem
from handouts.landmarks import Landmarks
from handouts.model import Content


class Reading(NamedTuple):
    """What was found in a handout.

    Attributes:
        problems: What is wrong with it.
        settled: Digests of its texts in which nothing is, joined.
    """

    problems: list[Problem]
    settled: str


class Reader:
    """Reads handouts, one after the other, as an editor would: what several say in the same words is read once."""

    def __init__(
        self, content: Content, sources: Mapping[str, SourceText], today: date, settled: Iterable[Any] = ()
    ) -> None:
        """Remember what to read.

        Args:
            content: Valid content.
            sources: The text of its files.
            today: The day on which dates have or have not come.
            settled: What earlier readings found settled.
        """
        self._content, self._sources, self._today, self._kept = content, sources, today, tuple(settled)

    def __call__(self, ident: str) -> Reading:
        """Read a handout."""
        from handouts.checks import check_manuscript  # noqa: PLC0415 (not when it is remembered)
        from handouts.checks.text.manuscript import Manuscript  # noqa: PLC0415
        from handouts.checks.text.settled import joined, settled_in, with_settled  # noqa: PLC0415
        from handouts.wording.proofread import check_handouts  # noqa: PLC0415

        content = self._content.model_copy(update={"handouts": {ident: self._content.handouts[ident]}})
        manuscript = with_settled(Manuscript(content, self._sources, ("handouts",)), self._settled)
        settled = frozenset(id(piece.text) for piece in manuscript.pieces if manuscript.is_settled(piece))
        found = [*check_handouts(content, self._sources, settled), *check_manuscript(manuscript, self._today)]
        landmarks = Landmarks(content, self._sources)
        own = [each for each in found if each.at is None or landmarks.owner(each.at) == ("handouts", ident)]
        free = settled_in(manuscript, found)
        self._settled.update(free)
        return Reading(own, joined(free))

    @cached_property
    def _settled(self) -> set[str]:
        from handouts.checks.text.settled import taken_apart  # noqa: PLC0415

        return {digest for kept in self._kept for digest in taken_apart(kept)}
