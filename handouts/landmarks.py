"""Places told from where their part of the content begins, so that they stay right when something above changes."""

import hashlib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from handouts.content.decoding import SourceText
from handouts.content.ownership import GROUPS, Owner
from handouts.errors import Problem, Span
from handouts.model import Content, Located

_LINE = re.compile(r"\bline [0-9]")


def _start(head: tuple[int, Owner | None]) -> int:
    return head[0]


class Landmarks:
    """The parts of a content: each begins where its name stands, and ends where the next begins."""

    def __init__(self, content: Content, sources: Mapping[str, SourceText]) -> None:
        self._content, self._sources = content, sources
        self._heads: dict[Owner, Span] = {}
        for group in GROUPS:
            parts: dict[str, Located] = getattr(content, group)
            self._heads.update({(group, ident): part.at.whole for ident, part in parts.items() if part.at.whole})
        tops = [span for name, span in content.at.values.items() if "." not in name]
        begins: defaultdict[str, list[tuple[int, Owner | None]]] = defaultdict(list)
        for owner, span in (*((None, top) for top in tops), *self._heads.items()):
            begins[span.file].append((span.start, owner))
        self._owners = {file: tuple(zip(*sorted(heads, key=_start), strict=True)) for file, heads in begins.items()}
        self._digests: dict[Owner, str] = {}

    def digest(self, owner: Owner) -> str:
        """Return a digest of a part as it is written; of what it says, when it is written nowhere."""
        if owner not in self._digests:
            head = self._heads.get(owner)
            text = self._text(head) if head else repr(getattr(self._content, owner[0])[owner[1]])
            self._digests[owner] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self._digests[owner]

    def _text(self, head: Span) -> str:
        source, end = self._sources.get(head.file), self._end(head)
        return source.text[head.start : end] if source else ""

    def _end(self, head: Span) -> int | None:
        starts, _ = self._owners[head.file]
        index = bisect_right(starts, head.start)
        return starts[index] if index < len(starts) else None

    def owner(self, at: Span) -> Owner | None:
        """Return the part that a place is in."""
        starts, owners = self._owners.get(at.file, ((), ()))
        index = bisect_right(starts, at.start)
        return owners[index - 1] if index else None

    def relative(self, problems: Iterable[Problem]) -> list[Any] | None:
        """Return problems as JSON can hold them; None when one of them stands in no part."""
        told: list[Any] = []
        for problem in problems:
            owner = self.owner(problem.at) if problem.at else None
            if owner is None and problem.at is not None:
                return None
            place = owner and self._from(problem.at, owner)
            told.append([problem.code, problem.message, problem.hint, place, self._named_line(problem, owner)])
        return told

    def _named_line(self, problem: Problem, owner: Owner | None) -> int:
        """Return where the part begins, if the words name a line of it, which are wrong once that has moved."""
        names_a_line = _LINE.search(problem.message) or _LINE.search(problem.hint)
        return self._heads[owner].line if names_a_line and owner else 0

    def _from(self, at: Span | None, owner: Owner) -> list[Any]:
        assert at is not None  # noqa: S101 (what has an owner has a place)
        head = self._heads[owner]
        column = at.column - head.column if at.line == head.line else at.column
        return [*owner, at.line - head.line, column, at.start - head.start, at.end - head.start]

    def absolute(self, told: Iterable[Any]) -> list[Problem]:
        """Return problems as they stand now.

        Raises:
            ValueError, TypeError, KeyError: These are no problems that `relative` returned, or their words name a line
                that is another one now.
        """
        return [self._problem(*each) for each in told]

    def recalled(self, told: Any) -> list[Problem] | None:
        """Return problems that were remembered as they stand now; None for nothing, or for what can be told no more."""
        try:
            return None if told is None else self.absolute(told)
        except (ValueError, TypeError, KeyError):
            return None

    def _problem(self, code: str, words: str, hint: str, place: Any, named: int) -> Problem:
        if named and self._heads[place[0], place[1]].line != named:
            raise ValueError(named)  # nobody reads this: the check is made anew
        return Problem(str(code), str(words), self._to(place), str(hint))

    def _to(self, place: Any) -> Span | None:
        if place is None:
            return None
        group, ident, line, column, start, end = place
        head = self._heads[group, ident]
        column = head.column + column if line == 0 else column
        return Span(head.file, head.line + line, column, head.start + start, head.start + end)
