"""Content files -> `Content`, or every problem that stands in the way, all at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from handouts.content.fitness.anatomy import check_anatomy
from handouts.content.fitness.empty_names import nothing_written
from handouts.content.fitness.references import check_references
from handouts.content.heritage import extend_brands
from handouts.content.ownership import Owner
from handouts.content.reading.includes import MERGED, Gathered, gather
from handouts.content.reading.source import Sources
from handouts.content.source_tree import Loc, MappingNode, Node, ScalarNode, SequenceNode, head
from handouts.content.whereabouts import PlacedText, texts
from handouts.errors import ContentError, Problem, Span
from handouts.model import Content, Spans
from handouts.model.base import DEFAULT_LANGUAGES, Context

Known = Mapping[str, Mapping[str, Any]]
"""What parts of the content say, by group and id, as `plain` gives it."""

_NOTHING: Known = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Content that is fit to be used.

    Attributes:
        content: Valid and frozen.
        sources: The text of every file, for showing lines.
        warnings: What does not stop anything.
        problems: Why parts of the files were left out; only `load_fit` leaves any out.
        left_out: Those parts.
        mended: The content with as few parts left out as can be, others standing in for their values that are amiss.
        told: The file and line of those values; all that need be told of them is.
    """

    content: Content
    sources: Sources
    warnings: tuple[Problem, ...]
    problems: tuple[Problem, ...] = ()
    left_out: frozenset[Owner] = frozenset()
    mended: Content | None = None
    told: frozenset[tuple[str, int]] = frozenset()

    @property
    def legible(self) -> Content:
        """All that can be checked, whether or not it can be printed."""
        return self.mended or self.content

    def texts(self) -> Iterator[PlacedText]:
        """Yield every text of the content with the way to it, in the order of the model."""
        return texts(self.content)


class UnfitContentError(ContentError):
    """Content with problems, and the text of its files to show them in."""

    def __init__(self, sources: Sources, *problems: Problem) -> None:
        super().__init__(*problems)
        self.sources = sources


def load(path: Path, editions: Collection[str]) -> Loaded:
    """Read the content at `path` and all that it includes.

    Args:
        path: The first file, `content.yaml`.
        editions: The id of every layout that there is.

    Raises:
        UnfitContentError: With every problem that there is, in the order of the files.
    """
    return loaded_from(gather(path), editions)


def loaded_from(
    gathered: Gathered, editions: Collection[str], *, whole: bool = True, known: Known = _NOTHING
) -> Loaded:
    """Make content of files.

    Args:
        gathered: The files.
        editions: The id of every layout that there is.
        whole: Whether to ask for all that a handout needs to be printed.
        known: Parts that are not in the files as they were gathered.

    Raises:
        UnfitContentError: With every problem that there is, in the order of the files.
    """
    if gathered.root is None:
        raise UnfitContentError(gathered.sources, *_in_order(gathered.problems, gathered.sources))
    heritage = extend_brands(gathered.root)
    root, found = heritage.root, list(heritage.problems)
    ids = (ids_of(root) if gathered.complete else {}) | {"editions": editions}
    unsure: set[Loc] = {*gathered.cut, *(("brands", name) for name in heritage.orphans)}
    unsure |= set() if gathered.complete else {(name,) for name in MERGED}
    content = _content(root, _with(known, plain(root), gathered.sources), ids, unsure)
    if not isinstance(content, Content):
        from handouts.content.mends.interrupted import without_wake  # noqa: PLC0415 (most content fits)

        found += without_wake(content, gathered.sources.files)
    found += [*check_references(root, whole=whole), *(_anatomy(root, found) if whole else ())]
    if any(problem.code in {"E133", "E135"} for problem in found):
        from handouts.content.mends import amid_part  # noqa: PLC0415 (few contents have anything twice in a handout)

        found = amid_part.without_wake(found, root, gathered.sources.files)
    problems = [*gathered.problems, *_without_echo(found, gathered.problems)]
    warnings = _without_echo(nothing_written(root, problems), problems)
    problems = _without_wakes(problems, root, gathered.sources)
    if problems or not isinstance(content, Content):
        raise UnfitContentError(gathered.sources, *_in_order(problems + warnings, gathered.sources))
    return Loaded(content, gathered.sources, tuple(_in_order(warnings, gathered.sources)))


def _without_wakes(problems: list[Problem], root: MappingNode, sources: Sources) -> list[Problem]:
    """Leave out what need not be told beside what stands twice, or beside names that share a line."""
    codes = {problem.code for problem in problems}
    if "E154" in codes:
        from handouts.content.mends import twice  # noqa: PLC0415 (in most content nothing stands twice)

        problems = twice.without_wake(problems, root, sources.files)
    if codes >= {"E102", "E167"}:
        from handouts.content.mends import joined  # noqa: PLC0415 (in most content each name has a line of its own)

        problems = joined.without_wake(problems, root, sources.files)
    return problems


def _anatomy(root: MappingNode, told: Sequence[Problem]) -> list[Problem]:
    """Check the parts of each handout; one that was pasted amid an item may well have the id of where it came from."""
    found = check_anatomy(root)
    if any(problem.code == "E164" for problem in told):
        from handouts.content.ownership import ownership_in  # noqa: PLC0415 (in most content nothing is astray)

        ownership = ownership_in(root)
        pasted = {ownership.of(problem.at) for problem in told if problem.code == "E164"}
        found = [each for each in found if each.code != "E135" or ownership.of(each.at) not in pasted]
    return found


def _content(
    root: MappingNode, data: Any, ids: Mapping[str, Collection[str]], unsure: Collection[Loc]
) -> Content | list[Problem]:
    """Make content of what the tree says, or say how it does not fit the model."""
    languages = languages_of(root)
    try:
        return Content.model_validate(data, context=Context(languages=languages, ids=ids))
    except ValidationError as error:
        from handouts.content import unnamed_languages  # noqa: PLC0415
        from handouts.content.fitness.complaints import complaints  # noqa: PLC0415 (most content fits)

        return unnamed_languages.told_once(complaints(error, root, languages, unsure), root, languages)


def _with(known: Known, data: Any, sources: Sources) -> Any:
    """Add known parts to what was read, in the order of the files."""
    order = sources.reading_order()
    for group, parts in known.items():
        spans = data[group].pop("@")
        together = sorted((data[group] | parts).items(), key=lambda part: order(part[1]["@"].whole))
        data[group] = {"@": spans, **dict(together)}
    return data


def plain(node: Node, place: Span | None = None) -> Any:
    """Turn a tree into what pydantic reads, with the places of each group's values under the name `@`."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    data = {name: plain(entry.value, entry.key) for name, entry in node.entries.items()}
    data["@"] = Spans(place or head(node), _places(node))
    return data


def _places(node: MappingNode) -> dict[str, Span]:
    places: dict[str, Span] = {}
    for name, (key, value) in node.entries.items():
        places[name] = head(value, key)
        if isinstance(value, SequenceNode):
            places.update({f"{name}.{number}": head(item) for number, item in enumerate(value.items)})
    return places


def languages_of(root: MappingNode) -> tuple[str, ...]:
    """Return the languages that texts are checked for, before the content itself is known to be valid."""
    entry = root.entries.get("languages")
    if entry is None or not isinstance(entry.value, SequenceNode):
        return DEFAULT_LANGUAGES
    items = [item.value for item in entry.value.items if isinstance(item, ScalarNode) and item.value]
    if not {*items} <= {*DEFAULT_LANGUAGES}:
        from handouts.languages import LANGUAGES  # noqa: PLC0415 (the words of every language: only where used)

        items = [item for item in items if item in LANGUAGES]  # what is said of an unknown one is enough
    return tuple(dict.fromkeys(items)) or DEFAULT_LANGUAGES


def ids_of(root: MappingNode) -> dict[str, Collection[str]]:
    """Return what names can refer to; ids that have problems of their own included."""
    groups = {name: entry.value for name in MERGED if (entry := root.entries.get(name))}
    return {name: group.entries.keys() for name, group in groups.items() if isinstance(group, MappingNode)}


def _without_echo(problems: Sequence[Problem], earlier: Sequence[Problem]) -> list[Problem]:
    """Leave out what is said of a line with a problem of its own already, and texts missing above a wrong quote."""
    told = {(problem.at.file, problem.at.line) for problem in earlier if problem.at}
    spoiled = {(problem.at.file, problem.at.line - 1) for problem in earlier if problem.at and problem.code == "E163"}
    return [
        problem
        for problem in problems
        if not problem.at
        or (problem.at.file, problem.at.line) not in (told | spoiled if problem.code == "E104" else told)
    ]


def _in_order(problems: Sequence[Problem], sources: Sources) -> list[Problem]:
    """Sort problems as a reader of the files comes upon them, each once."""
    order = sources.reading_order()
    return sorted(dict.fromkeys(problems), key=lambda problem: order(problem.at))
