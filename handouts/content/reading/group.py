"""The names of one group as they are read: what stands twice, alone or under no name is told, with its place."""

import re
from dataclasses import replace

from handouts.content.decoding import SourceText
from handouts.content.names.suggestions import at_a_glance
from handouts.content.names.vocabulary import known_names, names_at
from handouts.content.source_tree import Entry, Node, ScalarNode
from handouts.content.values.closed_days import AFTER_A_BREAK
from handouts.errors import Problem, Span
from handouts.model.base import DEFAULT_LANGUAGES

_OF_A_PASTE = 3  # names that stand twice, where lines of another group were pasted into this one
_HEADING = "if another part begins here, write its name and a colon on a line above it; otherwise keep one of them"
_HEADINGS = {
    "clinics": (
        "if another clinic begins here, write its id and a colon on a line above it, 2 spaces to the left; "
        "otherwise keep one of them"
    ),
    "handouts": (
        "if another handout begins here, write its id and a colon on a line above it, 2 spaces to the left; "
        "otherwise keep one of them"
    ),
    "brands": (
        "if another brand begins here, write its id and a colon on a line above it, 2 spaces to the left; "
        "otherwise keep one of them"
    ),
}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_NO_COLON = re.compile(r"(?P<name>[a-z][a-z0-9_]*)(?:\s+|(?P<colon>:))(?P<value>\S+|\"[^\"]*\"|'[^']*')")


class GroupReader:
    """Gathers the names of a group with their values, in the order of the file.

    Attributes:
        entries: Those that can be read on with.
    """

    def __init__(self, source: SourceText, problems: list[Problem], *, flow: bool) -> None:
        """Begin a group, in braces where `flow` says so; what is wrong with it is added to `problems`."""
        self.entries: dict[str, Entry] = {}
        self._source = source
        self._problems = problems
        self._flow = flow
        self._again = False
        self._repeated = 0
        self._spare: list[Entry] = []

    def take(self, key: Node, value: Node) -> None:
        """Take the next name and its value."""
        if not isinstance(key, ScalarNode):
            message = "a name cannot begin with a bracket or a brace"
            self._problem("E160", message, key.span, "put the text in quotes")
            return
        repeated = key.value in self.entries
        self._repeated += repeated
        if repeated and (self._again or self._repeated > _OF_A_PASTE) and not self._begins_item(key.value):
            return  # told at the first name that comes again
        self._again = repeated
        self._spare += [Entry(key.span, value)] if repeated else []
        if repeated and (heading := self._heading_inside()):
            self._tell_heading(heading, self.entries.pop(heading).key)
        else:
            self._add(key, value)

    def end(self) -> None:
        """Take the second text in one language for that in the other, where there is none."""
        missing = [language for language in DEFAULT_LANGUAGES if language not in self.entries]
        if len(self._spare) == 1 and len(missing) == 1 and self.entries.keys() < {*DEFAULT_LANGUAGES}:
            hint = f"write `{missing[0]}:`, if this is the text in the other language; otherwise keep one of them"
            first, again = next(iter(self.entries.items())), self._spare[0]
            if missing[0] == DEFAULT_LANGUAGES[0]:  # the text that stands first is the one in that language
                self.entries = {missing[0]: first[1], first[0]: again}
                line = first[1].key.line
                hint = f"write `{missing[0]}:` on line {line}, if that is the text in the other language"
            else:
                self.entries[missing[0]] = again
            self._problems[-1] = replace(self._problems[-1], hint=hint)

    def _add(self, key: ScalarNode, value: Node) -> None:
        name = key.value or ""
        if self._flow and isinstance(value, ScalarNode) and value.value is None and value.span.start == key.span.end:
            self._alone_in_braces(name, key.span)
        elif name == "<<":
            self._problem(
                "E155",
                "`<<` merges two groups of names; that is not used here",
                key.span,
                "write the lines of that group here, one under the other",
            )
        elif not name:
            self._problem("E166", "there is no name before this colon", key.span, "put the text in quotes")
        elif name == "@":
            self._problem("E101", "`@` is not a name that can stand here", key.span, "delete the line")
        else:
            name = self._without_unseen(name, key.span)
            if name in self.entries:
                self._refuse_twice(name, key.span)
            else:
                self.entries[name] = Entry(key.span, value)

    def _begins_item(self, name: str | None) -> bool:
        """Whether a name is the one after the dash of this group, so that it may be the first of another item."""
        first, entry = next(iter(self.entries.items()))
        return name == first and self._source.text[: entry.key.start].rstrip(" ").endswith("-")

    def _heading_inside(self) -> str | None:
        """Return the last name of the group, if it looks like the heading of names that come again under it."""
        last = next(reversed(self.entries), "")
        value = self.entries[last].value if last else None
        is_empty = isinstance(value, ScalarNode) and value.value is None
        return last if is_empty and last not in known_names() else None

    def _tell_heading(self, name: str, at: Span) -> None:
        message = f"`{name}:` begins in the same column as the names under it"
        hint = "take 2 spaces away before it, if it is the heading of those names"
        self._problem("E164", message, at, hint)

    def _without_unseen(self, name: str, at: Span) -> str:
        """Return a name without what nobody sees in it, which is told."""
        if name.isascii() and name.isidentifier():
            return name
        bare = _UNSEEN.sub("", name).strip()
        if bare != name.strip():
            message = f"there is a character that nobody sees in `{bare}:` (U+{ord(_UNSEEN.findall(name)[0]):04X})"
            self._problem("E153", message, at, "delete the name with the spaces around it, and type it again")
        elif bare != name:
            message = "a space that is taken for a part of this name stands beside it, perhaps a no-break space"
            self._problem("E162", message, at, "delete it and type ordinary spaces")
        return bare

    def _refuse_twice(self, name: str, at: Span) -> None:
        first = self.entries[name].key
        message = f"`{name}` stands here twice, first at {first}"
        hint = "keep one of them" if name in known_names() else "keep one of them, or give one another name"
        head_name, (head, kind) = next(iter(self.entries.items()))
        begins_item = self._source.text[: head.start].rstrip(" ").endswith("-")
        if at.column == 1 and name in names_at(()):
            hint = f"put what stands under it under the first `{name}:`, and delete this line"
        elif name in {"opens", "closes"}:
            hint = AFTER_A_BREAK
        elif begins_item and name in [*self.entries][1:2]:
            shown = f"{head_name}: {kind.value if isinstance(kind, ScalarNode) and head_name == 'block' else '…'}"
            hint = f"if a new item begins here, write above this line   - {shown}   Otherwise keep one of them"
        elif begins_item:
            hint = f"if a new item begins here, put a dash before it:   - {name}: …   Otherwise keep one of them"
        elif first == head and len(self.entries) > 1:
            hint = self._heading_above()
        self._problem("E154", message, at, hint)

    def _heading_above(self) -> str:
        """Say what to write above names that come again, where it is known what they are the names of."""
        hints = [hint for group, hint in _HEADINGS.items() if self.entries.keys() <= {*names_at((group, ""))}]
        return hints[0] if len(hints) == 1 and len(self.entries) >= _OF_A_PASTE else _HEADING

    def _alone_in_braces(self, name: str, at: Span) -> None:
        if (found := _NO_COLON.fullmatch(name)) and found["name"] in known_names():
            self.entries[found["name"]] = Entry(at, ScalarNode(found["value"].strip("\"'"), at))
            end = at.start + found.end("name")
            message, code, place = f"there is no colon after `{found['name']}`", "E166", self._source.span(end, end + 1)
            if found["colon"]:
                message, code, place = f"there is no space after `{found['name']}:`", "E167", at
            self._problem(code, message, place, f"write   {found['name']}: {found['value']}")
        elif self.entries and _FIELD.fullmatch(name):
            message = f"“{name}” stands alone between two commas, with nothing after it"
            hint = f"write `{name}: …` or take it out; a text with commas or braces in it needs quotes"
            self._problem("E160", message, at, hint)
        else:
            message = f"braces without quotes make a group of names, so “{at_a_glance(name)}” is not read as text"
            self._problem("E160", message, at, "put the whole text in quotes, braces and commas included")

    def _problem(self, code: str, message: str, at: Span, hint: str) -> None:
        self._problems.append(Problem(code, message, at, hint))
