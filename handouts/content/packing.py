"""What a part of the content says, in a form that can be kept, with its places told from where it begins."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handouts.errors import Span
from handouts.model import Spans

_SPANS = "@"


@dataclass(frozen=True, slots=True, eq=False)
class Places(Mapping[str, Span]):
    """Where the values of a group stand; each is worked out when it is asked for, as few of many thousands are.

    Attributes:
        steps: From the beginning of the part, by name.
        start: Where the part begins.
    """

    steps: Mapping[str, Sequence[int]]
    start: Span

    def __getitem__(self, name: str) -> Span:
        down, column, first, last = self.steps[name]
        file, line, _, offset, _ = self.start
        return Span(file, line + down, column, offset + first, offset + last)

    def __iter__(self) -> Iterator[str]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)


def packed(data: Any, start: Span) -> str:
    """Return plain data of a part that begins at `start` as text."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=lambda spans: _from(spans, start))


def _from(spans: Any, start: Span) -> list[Any]:
    if not isinstance(spans, Spans) or spans.whole is None:
        raise TypeError(spans)
    return [_steps(spans.whole, start), {name: _steps(span, start) for name, span in spans.values.items()}]


def _steps(span: Span, start: Span) -> list[int]:
    return [span.line - start.line, span.column, span.start - start.start, span.end - start.start]


def unpacked(text: str, start: Span) -> Any:
    """Return plain data of a part that begins at `start` now.

    Raises:
        ValueError, TypeError, LookupError: The text is none that `packed` returned.
    """
    data = json.loads(text)
    _place(data, start)
    return data


def _place(data: Any, start: Span) -> None:
    """Put places where the steps to them are; there are hundreds of thousands, and nothing is called for each."""
    file, line, offset = start.file, start.line, start.start
    waiting = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            (down, column, first, last), values = part.pop(_SPANS)
            if not isinstance(values, dict):
                raise TypeError(values)
            waiting += [value for value in part.values() if isinstance(value, dict | list)]
            whole = Span(file, line + down, column, offset + first, offset + last)
            part[_SPANS] = Spans(whole, Places(values, start))
        else:
            waiting += [item for item in part if isinstance(item, dict | list)]
