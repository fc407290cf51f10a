"""YAML's events -> nodes. What YAML would guess, drop or merge in silence is refused here, with its place."""

import re
from dataclasses import replace

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

from handouts.content.decoding import UNPRINTABLE, SourceText, unprintable
from handouts.content.quoting import without_curly_quotes
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from handouts.content.suggestions import in_quotes
from handouts.content.syntax import explain
from handouts.content.trouble import Mistake
from handouts.content.vocabulary import known_names
from handouts.errors import Problem, Span
from handouts.model.base import DEFAULT_LANGUAGES

MAX_DEPTH = 20

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_COLOR_COMMENT = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_NAME_BEFORE_NO_BREAK_SPACE = re.compile(r"[a-z][a-z0-9_-]*:[\u00a0\u2007\u202f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_NO_COLON = re.compile(r"(?P<name>[a-z][a-z0-9_]*)(?:\s+|(?P<colon>:))(?P<value>\S+)")
_STREAM = (StreamStartEvent, StreamEndEvent, DocumentEndEvent)


class _Stop(Exception):  # noqa: N818 (a turn of the flow inside this module)
    """Reading on makes no sense."""


class TreeReader:
    """Builds the tree from libyaml's events."""

    def __init__(self, source: SourceText) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._text = source.text
        self._events = yaml.parse(source.text, Loader=yaml.CSafeLoader)

    def attempt(self) -> tuple[Node | None, Mistake | None]:
        """Read the file as far as it can be read: its tree, or the mistake that stands in the way."""
        try:
            return self._document(), None
        except yaml.YAMLError as error:
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
        if isinstance(event, AliasEvent):
            return self._alias(event)
        self._refuse_markers(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            self._problem("E157", f"groups and lists are nested more than {MAX_DEPTH} deep", self._span(event))
            raise _Stop
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        assert isinstance(event, MappingStartEvent)  # noqa: S101 (no other event can stand here)
        return self._mapping(event, depth)

    def _alias(self, event: AliasEvent) -> Node:
        span = self._span(event)
        name = f"*{event.anchor}"
        message = f"in YAML `{name}` means “repeat what was called {event.anchor}”; that is not used here"
        self._problem("E155", message, span, f"if it is text, put it in quotes: {in_quotes(name)}")
        return ScalarNode(name, span)

    def _refuse_markers(self, event: Event) -> None:
        """Refuse `&more` and `!important`, which YAML drops from the text."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is None and tag is None:
            return
        at = self._span(event)
        shown = self._source.line(at.line)[at.column - 1 :].strip()
        sign, meaning = ("&", "a name for what follows") if anchor is not None else ("!", "a type")
        message = f"YAML takes the word after “{sign}” here for {meaning} and would drop it from the text"
        hint = f"put the text in quotes: {in_quotes(shown)}" if " " in shown else f"take {shown} out"
        self._problem("E155", message, at, hint)

    def _scalar(self, event: ScalarEvent) -> ScalarNode:
        value, style, span = event.value, event.style, self._span(event)
        if not style:  # plain; libyaml gives an empty style
            self._refuse_cut(value, span.end)
            if not value:
                return ScalarNode(None, span)
            self._refuse_no_break_space(value, span.start)
        elif style == '"':
            self._refuse_escaped(value, span)
        elif style in "|>":
            value = value.rstrip("\n")
        return ScalarNode(value, span)

    def _refuse_cut(self, value: str, end: int) -> None:
        """Refuse a comment right after a plain text, or in place of it."""
        comment = _COMMENT.match(self._text, end)
        if comment is None:
            return
        said = comment[0].strip()
        at = self._source.span(comment.end() - len(comment[0].lstrip()), comment.end())
        if value:
            message = f"YAML takes “{_short(said)}” for a comment and drops it from the text"
            hint = "put the whole text in quotes; if it is a comment, give it a line of its own, above"
            self._problem("E158", message, at, hint)
        elif color := _COLOR_COMMENT.match(said):
            self._problem("E159", "YAML takes this colour for a comment", at, f'put the colour in quotes: "{color[0]}"')
        else:
            hint = "if it is text, put it in quotes; if it is a comment, give it a line of its own, above"
            self._problem("E159", "YAML takes what stands here for a comment, so there is no value", at, hint)

    def _refuse_no_break_space(self, value: str, start: int) -> None:
        if found := _NAME_BEFORE_NO_BREAK_SPACE.match(value):
            at = self._source.span(start + found.end() - 1, start + found.end())
            name = found[0][:-2]
            message = f"the space after `{name}:` is a no-break space, so YAML reads name and text as one"
            hint = "type an ordinary space there; if the whole line is text, put it in quotes"
            self._problem("E162", message, at, hint)

    def _refuse_curly_quotes(self, value: str, at: Span) -> None:
        """Refuse quotes that word processors make: YAML takes them for a part of the text."""
        inside = without_curly_quotes(value)
        if inside != value:
            message = f"YAML does not take {value[0]} and {value[-1]} for quotes: they would be printed"
            hint = f"write {in_quotes(inside)}, with straight quotes; put others inside them if they are to be printed"
            self._problem("E163", message, at, hint)
        elif value.endswith('"') and value.count('"') % 2:
            message = "this text ends with a quote and does not begin with one"
            end = self._source.span(at.end - 1, at.end)
            self._problem("E163", message, end, f"put both: {in_quotes(value[:-1])}, or neither")

    def _refuse_escaped(self, value: str, at: Span) -> None:
        if found := UNPRINTABLE.search(value):
            self.problems.append(unprintable(found[0], at))

    def _sequence(self, event: SequenceStartEvent, depth: int) -> SequenceNode:
        items: list[Node] = []
        while not isinstance(event_ := next(self._events), SequenceEndEvent):
            items.append(self._value(event_, depth))
        return SequenceNode(tuple(items), self._span(event, event_))

    def _value(self, event: Event, depth: int) -> Node:
        node = self._node(event, depth + 1)
        if isinstance(event, ScalarEvent) and not event.style and isinstance(node, ScalarNode):
            self._refuse_curly_quotes(node.value or "", node.span)
        return node

    def _mapping(self, event: MappingStartEvent, depth: int) -> MappingNode:
        entries: dict[str, Entry] = {}
        again = False
        spare: list[Entry] = []
        while not isinstance(event_ := next(self._events), MappingEndEvent):
            key = self._node(event_, depth + 1)
            value = self._value(next(self._events), depth)
            if isinstance(key, ScalarNode):
                repeated = key.value in entries
                if again and repeated:
                    continue  # told at the first name that comes again
                again = repeated
                spare += [Entry(key.span, value)] if repeated else []
                if repeated and (heading := self._heading_inside(entries)):
                    self._tell_heading(heading, entries.pop(heading).key)
                    continue
                self._add(entries, key, value, flow=bool(event.flow_style))
            else:
                self._needs_quotes(key.span, "a name cannot begin with a bracket or a brace")
        if len(spare) == 1:
            self._take_for_other_language(entries, spare[0])
        return MappingNode(entries, self._span(event, event_))

    def _take_for_other_language(self, entries: dict[str, Entry], spare: Entry) -> None:
        """Take the second text in one language for that in the other, where there is none."""
        missing = [language for language in DEFAULT_LANGUAGES if language not in entries]
        if len(missing) == 1 and entries.keys() < {*DEFAULT_LANGUAGES}:
            entries[missing[0]] = spare
            told = self.problems[-1]
            hint = f"write `{missing[0]}:`, if this is the text in the other language; otherwise keep one of them"
            self.problems[-1] = replace(told, hint=hint)

    def _add(self, entries: dict[str, Entry], key: ScalarNode, value: Node, *, flow: bool) -> None:
        name = key.value or ""
        if flow and isinstance(value, ScalarNode) and value.value is None and value.span.start == key.span.end:
            self._alone_in_braces(key, entries)
        elif name == "<<":
            self._problem("E155", "`<<` merges groups in YAML; that is not used here", key.span, "write them out")
        elif not name:
            self._problem("E166", "there is no name before this colon", key.span, "put the text in quotes")
        elif name == "@":
            self._problem("E101", "`@` is not a name that can stand here", key.span, "delete the line")
        else:
            name = self._without_unseen(name, key.span)
            if name in entries:
                self._refuse_twice(name, key.span, entries)
            else:
                entries[name] = Entry(key.span, value)

    def _heading_inside(self, entries: dict[str, Entry]) -> str | None:
        """Return the last name of a group, if it looks like the heading of names that come again under it."""
        last = next(reversed(entries), "")
        value = entries[last].value if last else None
        is_empty = isinstance(value, ScalarNode) and value.value is None
        return last if is_empty and last not in known_names() else None

    def _tell_heading(self, name: str, at: Span) -> None:
        message = f"`{name}:` begins in the same column as the names under it"
        hint = "take 2 spaces away before it, if it is the heading of those names"
        self._problem("E164", message, at, hint)

    def _without_unseen(self, name: str, at: Span) -> str:
        """Return a name without what nobody sees in it, which is told."""
        bare = _UNSEEN.sub("", name).strip()
        if bare != name.strip():
            message = f"there is a character that nobody sees in `{bare}:` (U+{ord(_UNSEEN.findall(name)[0]):04X})"
            self._problem("E153", message, at, "delete the name with the spaces around it, and type it again")
        elif bare != name:
            message = "a space that YAML takes for a part of this name stands beside it, perhaps a no-break space"
            self._problem("E162", message, at, "delete it and type ordinary spaces")
        return bare

    def _refuse_twice(self, name: str, at: Span, entries: dict[str, Entry]) -> None:
        first = entries[name].key
        message = f"`{name}` stands here twice, first at {first}"
        hint = "keep one of them, or give one another name"
        head = next(iter(entries.values())).key
        if self._text[: head.start].rstrip(" ").endswith("-"):
            hint = f"if a new item begins here, put a dash before it:   - {name}: …   Otherwise keep one of them"
        elif entries[name].key == head and len(entries) > 1:
            hint = (
                "if another part begins here, write its name and a colon on a line above it; otherwise keep one of them"
            )
        self._problem("E154", message, at, hint)

    def _alone_in_braces(self, key: ScalarNode, entries: dict[str, Entry]) -> None:
        name, at = key.value or "", key.span
        if (found := _NO_COLON.fullmatch(name)) and found["name"] in known_names():
            entries[found["name"]] = Entry(at, ScalarNode(found["value"], at))
            message, code = f"there is no colon after `{found['name']}`", "E166"
            if found["colon"]:
                message, code = f"there is no space after `{found['name']}:`", "E167"
            self._problem(code, message, at, f"write   {found['name']}: {found['value']}")
        elif entries and _FIELD.fullmatch(name):
            message = f"“{name}” stands alone between two commas, with nothing after it"
            hint = f"write `{name}: …` or take it out; a text with commas or braces in it needs quotes"
            self._problem("E160", message, at, hint)
        else:
            message = f"braces make a group of names in YAML, so “{_short(name)}” is not read as text"
            self._problem("E160", message, at, "put the whole text in quotes, braces and commas included")

    def _needs_quotes(self, at: Span, message: str) -> None:
        self._problem("E160", message, at, "put the text in quotes")

    def _problem(self, code: str, message: str, at: Span, hint: str = "") -> None:
        self.problems.append(Problem(code, message, at, hint))

    def _span(self, event: Event, last: Event | None = None) -> Span:
        start, end = event.start_mark, (last or event).end_mark
        assert start is not None  # noqa: S101 (libyaml marks every event)
        assert end is not None  # noqa: S101
        return Span(self._source.file, start.line + 1, start.column + 1, start.index, end.index)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 (a glance)
