"""YAML's events -> nodes. What YAML would guess, drop or merge in silence is refused here, with its place."""

import re

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from handouts.content.decoding import SourceText
from handouts.content.lines.trouble import Mistake
from handouts.content.reading import losses
from handouts.content.reading.group import GroupReader
from handouts.content.source_tree import MappingNode, Node, ScalarNode, SequenceNode
from handouts.errors import Problem, Span

MAX_DEPTH = 20

_NULLS = frozenset({"~", "null", "Null", "NULL"})
"""What YAML reads as nothing at all."""
_TABS_ALONE = re.compile(r"(?:^|(?<=\r))[ \t]*\t[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
"""A line that looks empty, and that libyaml takes for one that a tab indents."""
_BLANK = ("", " ", "\t")
_STREAM = (StreamStartEvent, StreamEndEvent, DocumentEndEvent)


class _Stop(Exception):  # noqa: N818 (a turn of the flow inside this module)
    """Reading on makes no sense."""


class TreeReader:
    """Builds the tree from libyaml's events."""

    def __init__(self, source: SourceText) -> None:
        self.problems: list[Problem] = []
        self._source = source
        text = _TABS_ALONE.sub(lambda found: " " * len(found[0]), source.text) if "\t" in source.text else source.text
        self._events = yaml.parse(text, Loader=yaml.CSafeLoader)

    def attempt(self) -> tuple[Node | None, Mistake | None]:
        """Read the file as far as it can be read: its tree, or the mistake that stands in the way."""
        try:
            return self._document(), None
        except yaml.YAMLError as error:
            from handouts.content.reading.syntax import explain  # noqa: PLC0415 (most files have no such mistake)

            return None, explain(self._source, error)
        except _Stop:
            return None, None

    def _document(self) -> Node | None:
        root: Node | None = None
        started = False
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._refuse_document(event, started)
                started = True
            elif not isinstance(event, _STREAM):
                root = self._node(event, 1)
        return root

    def _refuse_document(self, event: DocumentStartEvent, started: bool) -> None:
        if started:
            hint = "delete the line `---` (or `...`), or put what follows in a file of its own"
            self._problem("E156", "a second document begins here, and a file holds one", self._span(event), hint)
            raise _Stop
        if event.version or event.tags:
            self._problem("E156", "lines that begin with % are not used here", self._span(event), "delete the line")

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, ScalarEvent):  # nearly all are
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        assert isinstance(event, SequenceStartEvent | MappingStartEvent)  # noqa: S101 (no other event can stand here)
        self._refuse_markers(event)
        if depth > MAX_DEPTH:
            self._problem("E157", f"groups and lists are nested more than {MAX_DEPTH} deep", self._span(event))
            raise _Stop
        return self._sequence(event, depth) if isinstance(event, SequenceStartEvent) else self._mapping(event, depth)

    def _alias(self, event: AliasEvent) -> Node:
        span = self._span(event)
        self.problems.append(losses.alias(str(event.anchor), span))
        return ScalarNode(f"*{event.anchor}", span)

    def _refuse_markers(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            at = self._span(event)
            shown = self._source.line(at.line)[at.column - 1 :].strip()
            self.problems.append(losses.marker("&" if event.anchor is not None else "!", shown, at))

    def _scalar(self, event: ScalarEvent) -> ScalarNode:
        """Read a text; each question is asked only where a glance does not answer it, for there are many texts."""
        self._refuse_markers(event)
        source, value, style, span = self._source, event.value, event.style, self._span(event)
        if not style:  # plain; libyaml gives an empty style
            if source.text[span.end : span.end + 1] in _BLANK:
                self.problems += losses.cut(source, value, span.end)
            if not value or value in _NULLS:
                return ScalarNode(None, span)
            if ":" in value:
                self.problems += losses.no_break_space(source, value, span.start)
            if not value.isascii() and (unseen := losses.unseen(value, span)):
                self.problems.append(unseen.problem)
                value = unseen.bare
        elif style == '"':
            if "\\" in source.text[span.start : span.end]:
                self.problems += losses.escaped(source, value, span)
            self.problems += losses.swallowed(source, span)
            if " #" in value:
                self.problems += losses.remark_in_quotes(source, span)
        elif style in "|>":
            self.problems += losses.in_long_text(source, span)
            value = value.rstrip("\n")
        return ScalarNode(value, span)

    def _sequence(self, event: SequenceStartEvent, depth: int) -> SequenceNode:
        items: list[Node] = []
        while not isinstance(event_ := next(self._events), SequenceEndEvent):
            items.append(self._value(event_, depth))
        return SequenceNode(tuple(items), self._span(event, event_))

    def _value(self, event: Event, depth: int) -> Node:
        node = self._node(event, depth + 1)
        if isinstance(event, ScalarEvent) and not event.style and isinstance(node, ScalarNode):
            self.problems += losses.curly_quotes(self._source, node.value or "", node.span)
        return node

    def _mapping(self, event: MappingStartEvent, depth: int) -> MappingNode:
        group = GroupReader(self._source, self.problems, flow=bool(event.flow_style))
        while not isinstance(event_ := next(self._events), MappingEndEvent):
            key, value = self._node(event_, depth + 1), next(self._events)
            if isinstance(value, AliasEvent) and isinstance(key, ScalarNode) and key.value == "<<":
                group.take(key, ScalarNode(None, self._span(value)))  # one message says it of both
            else:
                group.take(key, self._value(value, depth))
        group.end()
        return MappingNode(group.entries, self._span(event, event_))

    def _problem(self, code: str, message: str, at: Span, hint: str = "") -> None:
        self.problems.append(Problem(code, message, at, hint))

    def _span(self, event: Event, last: Event | None = None) -> Span:
        start, end = event.start_mark, (last or event).end_mark
        assert start is not None  # noqa: S101 (libyaml marks every event)
        assert end is not None  # noqa: S101
        return Span(self._source.file, start.line + 1, start.column + 1, start.index, end.index)
