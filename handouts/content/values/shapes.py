"""What stands in the content and what should: how to write the one in place of the other."""

import re
from collections.abc import Collection, Mapping, Sequence

from handouts.content.names.suggestions import closest, in_quotes, quoted
from handouts.content.names.vocabulary import Shape, names_at, needed_at, shape_at, words_at
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode, SequenceNode
from handouts.content.values import spelling
from handouts.content.values.closed_days import means_closed
from handouts.content.values.faults import Fault
from handouts.content.values.hours_in_words import in_lines
from handouts.content.values.known_by_words import id_by_words
from handouts.errors import Span
from handouts.model.base import DEFAULT_LANGUAGES

_WORDS = re.compile(r"[a-z0-9_/.*-]{2,}(?:[ ,;]+[a-z0-9_/.*-]{2,})*")
_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_SLASH = re.compile(r"\s/\s|\s*[\t\n]\s*")
_BLOCK = ("handouts", "", "sections", 0, "blocks", 0)
_SHORT = 100  # characters that are repeated in a hint


def addition(fault: Fault) -> str:
    """Write the line that is missing, as an example."""
    if isinstance(fault.loc[-1], int):
        return "write the item, or delete the dash"
    shape = shape_at(fault.loc)
    if shape == "text":
        words = ", ".join(f'{language}: "…"' for language in fault.languages)
        return f"write   {fault.name}: {{ {words} }}" if fault.empty else f"add   {fault.name}: {{ {words} }}"
    example = spelling.EXAMPLES.get(fault.name, "…" if shape == "value" else "")
    if fault.empty:
        return f"write   {fault.name}: {example}" if example else _UNDER[shape]
    if example:
        return f"add   {fault.name}: {example}"
    item = example_of((*fault.loc, 0)) if shape == "list" else ""
    if item and "…" not in item:
        return f"add   {fault.name}:   and {_BELOW[shape]}:   - {item}"
    return f"add   {fault.name}:   and {_BELOW[shape]}"


_UNDER = {
    "list": "write under it each item on a line that begins with a dash",
    "group": "write what belongs to it on the lines under it, each 2 spaces further in",
}
_BELOW = {
    "list": "under it each item on a line that begins with a dash",
    "group": "under it, 2 spaces further in, what belongs to it",
}


def in_each_language(fault: Fault) -> str:
    """Write a text in each language: with what stands there for the first, or for each where a slash parts it."""
    node = fault.found.node
    given = node.value if isinstance(node, ScalarNode) and len(node.value or "") <= _SHORT else None
    said = _labelled(given or "", fault.languages) or _parted(given or "", fault.languages)
    said = said or ({fault.languages[0]: given} if given else {})
    return in_braces({language: said.get(language, "...") for language in fault.languages})


def in_braces(said: Mapping[str, str]) -> str:
    """Write a text as it can stand on one line."""
    return "{" + ", ".join(f"{language}: {in_quotes(text)}" for language, text in said.items()) + "}"


def approved(given: str, languages: Collection[str]) -> str:
    """Write all that an approval says, with the day that was typed, if any was."""
    day = _DAY.search(given)
    role = in_braces(dict.fromkeys(languages, "…"))
    return f'status: approved, by: "…", role: {role}, on: {day[0] if day else "…"}'


def two_for_one(fault: Fault) -> Sequence[str]:
    """Return the words of as many items as there are languages, all that a list has without one; or nothing."""
    items = fault.around.node.items if isinstance(fault.around.node, SequenceNode) else ()
    bare = {item.value: number for number, item in enumerate(items) if isinstance(item, ScalarNode) and item.value}
    first = min(bare.values(), default=0)
    are_in_a_row = [*bare.values()] == [*range(first, first + len(fault.languages))]
    labelled = any(_labelled(said, fault.languages) or on_one_line(said, fault.languages) for said in bare)
    return [*bare] if are_in_a_row and isinstance(fault.loc[-2], str) and not labelled else ()


def on_one_line(given: str, languages: Sequence[str]) -> str:
    """Write what slashes part in each language; nothing where there are not as many parts as languages."""
    said = _parted(given, languages)
    return "   ".join(f"{language}: {in_quotes(text)}" for language, text in said.items())


def _parted(given: str, languages: Sequence[str]) -> dict[str, str]:
    parts = [part.strip() for part in _SLASH.split(given)]
    return dict(zip(languages, parts, strict=True)) if len(parts) == len(languages) and all(parts) else {}


def _labelled(given: str, languages: Sequence[str]) -> dict[str, str]:
    """Return what stands after the name of each language in one text, `fr: … en: …`; nothing where none begins it."""
    label = rf"(?:^|(?<=[\s,;/|]))({'|'.join(languages)})\s*(?:[:=]|\t)\s*"
    before, *parts = re.split(label, given.strip(), flags=re.IGNORECASE)
    said = {name.lower(): text.strip(" \t,;/|") for name, text in zip(parts[::2], parts[1::2], strict=True)}
    return {} if before or not all(said.values()) else said


def as_list(fault: Fault) -> str:
    """Write how to make a list, of the words that stand there if they can be its items."""
    node = fault.found.node
    if fault.name == "hours" and (lines := in_lines(_said(node, fault.languages))):
        return f"write under it, each on a line of its own:   {'   '.join(lines)}"
    holds_values = shape_at((*fault.loc, 0)) == "value"
    if isinstance(node, MappingNode) and not holds_values and node.entries:
        first = next(iter(node.entries))
        if first not in fault.languages or fault.loc[-2:-1] == ("rows",):
            return _dash_for_name(first, fault.loc, node)
    bare = (node.value or "").strip("()[]{} ") if isinstance(node, ScalarNode) else ""
    if holds_values and (hint := _in_brackets(bare, fault)):
        return hint
    item = example_of((*fault.loc, 0))
    if item.count("…") == 1 and isinstance(node, ScalarNode):
        item = item.replace("…", in_quotes(node.value or ""))
    if not item:
        return "write each item on a line of its own that begins with a dash"
    return f"write each item on a line of its own that begins with a dash:   - {item}"


def _in_brackets(said: str, fault: Fault) -> str:
    """Write words as a list on one line; nothing where they are no words of a list."""
    languages = [closest(word, DEFAULT_LANGUAGES) for word in re.split(r"\W+(?:et |and )?", said)]
    if fault.name == "languages" and all(languages):
        return f"write it in square brackets: {fault.name}: [{', '.join(map(str, languages))}]"
    if not _WORDS.fullmatch(said):
        return ""
    if means_all(said) or (closest(said, ["none"]) and said not in words_at((*fault.loc, 0))):
        some = ", ".join(spelling.SOME_OF.get(fault.name, "…"))
        return f"name those that you want, in square brackets: {fault.name}: [{some}]"
    words = [id_by_words(word, fault.root, fault.name) or word for word in re.split("[ ,;]+", said)]
    return f"write it in square brackets: {fault.name}: [{', '.join(words)}]"


def means_all(said: str) -> bool:
    """Tell whether words ask for all that there is, as in `tous les formats`."""
    return closest(re.split(r"\W", said.strip())[0], ["all"]) is not None


def _dash_for_name(name: str, loc: Loc, node: MappingNode) -> str:
    """Write how the items of a list begin, where each has a name or a number instead, or the first lost its dash."""
    item = (*loc, 0)
    if loc[-2:-1] == ("rows",):
        return 'give each cell a dash, the first of them after that of the row:   - - fr: "…"'
    if kinds := kinds_that_hold(node, spelling.BLOCKS) if loc[-1] == "blocks" else []:
        return f"write above these lines   - block: …   with one of: {', '.join(kinds)}"
    if name in names_at(item):
        return f"put a dash before the first of them:   - {name}: …   and let the others begin under its first letter"
    if "id" in names_at(item) and not name.isdigit():
        return f"write   - id: {name}   in place of   {name}:   and so for each of the others"
    return f"write   -   in place of   {name}:   and so for each of the others"


def _said(node: Node, languages: Sequence[str]) -> str:
    """Return the words of a text, or of all that stands in a group, each after its name."""
    if isinstance(node, ScalarNode):
        return node.value or ""
    if not isinstance(node, MappingNode):
        return ""
    if given := node.text(languages[0]):
        return given
    said = {name: _words(entry.value) for name, entry in node.entries.items()}
    return "; ".join(f"{name} {words}" for name, words in said.items() if not any(map(means_closed, words.split())))


def _words(node: Node) -> str:
    if isinstance(node, MappingNode):
        return " ".join(_words(entry.value) for entry in node.entries.values())
    return (node.value or "") if isinstance(node, ScalarNode) else " ".join(map(_words, node.items))


def example_of(loc: Loc) -> str:
    """Write an example of a group, with the names that it must have; nothing where it must have none."""
    names = needed_at(loc) if shape_at(loc) == "group" else ()
    examples = {name: spelling.EXAMPLES.get(name) or next(iter(words_at((*loc, name))), "…") for name in names}
    item = ", ".join(f"{name}: {example}" for name, example in examples.items())
    return f"{{ {item} }}" if item else ""


def apart(fault: Fault, known: Collection[str] | None = None) -> str:
    """Write the items of a list that stand in it as one, for want of commas; nothing when it is one item.

    Args:
        fault: At the one item.
        known: The only words that can be items, where there are such.
    """
    words = [word for word in re.split("[ ;]+", str(fault.given).strip()) if word not in {"et", "and", "ou", "or", "&"}]
    is_list = isinstance(fault.loc[-1], int) and len(words) > 1 and all(_WORDS.fullmatch(word) for word in words)
    is_list = is_list and (known is None or {*words} <= {*known})
    return f"if these are {len(words)} items, put commas between them: {', '.join(words)}" if is_list else ""


def shape_in_words(node: Node) -> str:
    """Say what a part of the content is."""
    if isinstance(node, SequenceNode):
        return "a list"
    return "a group of names" if isinstance(node, MappingNode) else f"only {quoted(node.value)}"


def is_shaped(node: Node, shape: Shape) -> bool:
    """Tell whether a part of the content has a shape."""
    kind = {"text": MappingNode, "group": MappingNode, "list": SequenceNode, "value": ScalarNode}[shape]
    return isinstance(node, kind)


def list_without_head(fault: Fault) -> str | None:
    """Return the name of the list that stands where a group belongs, all lines above it being gone."""
    node = fault.found.node
    if not isinstance(node, SequenceNode) or shape_at(fault.loc) != "group":
        return None
    given = {name for item in node.items if isinstance(item, MappingNode) for name in item.entries}
    lists = [name for name in names_at(fault.loc) if shape_at((*fault.loc, name)) == "list"]
    fitting = [name for name in lists if given and given <= {*names_at((*fault.loc, name, 0))}]
    return fitting[0] if fitting else None


def names_with_dashes(fault: Fault) -> Span | None:
    """Return where the first name of a group stands, if each of its names became an item of a list."""
    node = fault.found.node
    if not isinstance(node, SequenceNode) or shape_at(fault.loc) not in {"group", "text"}:
        return None
    entries = [item.entries for item in node.items if isinstance(item, MappingNode)]
    known = {*fault.languages} if shape_at(fault.loc) == "text" else {*names_at(fault.loc)}
    is_one = len(entries) == len(node.items) and all(next(iter(each), "") in known for each in entries)
    return next(iter(entries[0].values())).key if entries and is_one else None


def kinds_that_hold(block: Node, kinds: Collection[str]) -> list[str]:
    """Return the kinds of block that take all names which stand in one; none where no name says anything."""
    given = {*block.entries} - {"id", "editions"} if isinstance(block, MappingNode) else set[str]()
    return [kind for kind in kinds if given and given <= {*names_at((*_BLOCK, kind))}]


def meant_kind(block: Node, kinds: Collection[str]) -> tuple[str, str, Span] | None:
    """Find the kind of a block under another name (`type: steps`), or as a name itself (`steps:`)."""
    for name, entry in block.entries.items() if isinstance(block, MappingNode) else ():
        kind = (entry.value.value or "").lower() if isinstance(entry.value, ScalarNode) else ""
        if kind in kinds:
            message = f"the kind of a block stands after `block:`, not after `{name}:`"
            return message, f"write   block: {kind}", entry.key
        if name in kinds and name not in names_at((*_BLOCK, name)):
            hint = f"write   block: {name}   and what it holds on the lines below it, in the same column"
            return "the kind of a block stands after `block:`", hint, entry.key
    return None
