"""Content of which parts are unfit: what can be printed of it, and what can still be checked."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from handouts.content.kept_parts import KeptParts
from handouts.content.loading import Loaded, UnfitContentError, ids_of, languages_of, loaded_from, plain
from handouts.content.ownership import Owner
from handouts.content.reading.includes import Gathered, gather
from handouts.content.source_tree import MappingNode
from handouts.model import Content
from handouts.model.base import Context

UNREAD = ("E14", "E150", "E151", "E152")
"""How the codes begin of what leaves unsure what a file says; with all else told, what was read is checked on."""

ABSENT = "E141"
"""The code of included files that are not there."""


def load_fit(path: Path, editions: Collection[str], kept: KeptParts | None = None) -> Loaded:
    """Read as `load` does, but leave out handouts, clinics and included files that have problems of their own.

    Args:
        path: The first file, `content.yaml`.
        editions: The id of every layout that there is.
        kept: What was read before, and is kept up to date.

    Raises:
        UnfitContentError: With every problem, when one of them is not theirs alone.
    """
    known = kept.load(path, editions) if kept else None
    if known:
        return known
    gathered = gather(path)
    try:
        loaded = loaded_from(gathered, editions)
    except UnfitContentError as error:
        unfit = error
    else:
        if kept:
            kept.keep(gathered, loaded)
        return loaded
    mended = _mended(gathered, path, editions, unfit)
    try:
        fit = _without_unfit(gathered, path, editions, unfit)
    except UnfitContentError:
        fit = _without_handouts(gathered, path, mended, unfit)
    return fit if mended is None else replace(fit, mended=mended.content, told=mended.told)


def _without_handouts(gathered: Gathered, path: Path, mended: Loaded | None, unfit: UnfitContentError) -> Loaded:
    """Return content of which no sheet can be made, as long as it can still be checked."""
    from handouts.content.triage import at_fault  # noqa: PLC0415 (most content is fit)

    left_out = at_fault(gathered.root, path.as_posix(), unfit.problems, gathered.sources) if gathered.root else None
    whole = mended is not None and bool(mended.content.handouts) and (gathered.complete or _lacks_files(unfit))
    if mended is None or not (left_out or whole) or _is_of_another_version(gathered.root, unfit):
        raise unfit
    left_out = left_out or frozenset(("handouts", name) for name in mended.content.handouts)
    content = mended.content.model_copy(update={"handouts": {}})
    return Loaded(content, gathered.sources, (), unfit.problems, left_out)


def _lacks_files(unfit: UnfitContentError) -> bool:
    """Whether all that could not be read are files that are not there: the others say what they say."""
    unread = {each.code for each in unfit.problems if each.code.startswith(UNREAD)}
    return unread == {ABSENT}


def _is_of_another_version(root: MappingNode | None, unfit: UnfitContentError) -> bool:
    """Whether content was written for another program, which may mean something else by all of it."""
    version = root.entries.get("schema_version") if root else None
    return version is not None and any(problem.at == version.value.span for problem in unfit.problems)


def _mended(gathered: Gathered, path: Path, editions: Collection[str], unfit: UnfitContentError) -> Loaded | None:
    """Return what can be checked of unfit content: all that could be read, but for what nothing can stand in for."""
    from handouts.content.dependence import in_want, with_dependents  # noqa: PLC0415
    from handouts.content.marred import marred  # noqa: PLC0415
    from handouts.content.triage import at_fault, without  # noqa: PLC0415
    from handouts.content.values.stand_ins import AMISS, with_stand_ins  # noqa: PLC0415 (most content is fit)

    root, files = gathered.root, gathered.sources.files
    unsure = [each for each in unfit.problems if each.code.startswith(UNREAD) and each.code != ABSENT]
    astray = [each for each in unfit.problems if each.code not in AMISS]
    unread = at_fault(root, path.as_posix(), unsure, gathered.sources) if root else None
    if root is None or unread is None:
        return None
    if _lacks_files(unfit):
        unread |= with_dependents(root, in_want(root))
    root = without(root, unread)
    context = Context(languages=languages_of(root), ids=ids_of(root) | {"editions": editions})
    mended = with_stand_ins(root, context["languages"], lambda tree: _unfit(tree, context))
    rest = replace(gathered, root=mended.root, problems=(), complete=True, cut=frozenset())
    try:
        loaded = loaded_from(rest, editions, whole=False)
    except UnfitContentError as more:
        try:
            loaded = _without_unfit(rest, path, editions, more, whole=False)
        except UnfitContentError:
            return None
    return replace(loaded, told=mended.lines(files) | marred(root, astray, files))


def _unfit(root: MappingNode, context: Context) -> ValidationError | None:
    try:
        Content.model_validate(plain(root), context=context)
    except ValidationError as error:
        return error
    return None


def _without_unfit(
    gathered: Gathered, path: Path, editions: Collection[str], unfit: UnfitContentError, *, whole: bool = True
) -> Loaded:
    """Return what is left without all that is at fault; raise what was wrong where that leaves nothing fit."""
    from handouts.content.triage import at_fault, without  # noqa: PLC0415 (most content is fit)

    root, sources, left_out = gathered.root, gathered.sources, frozenset[Owner]()
    found = at_fault(root, path.as_posix(), unfit.problems, sources) if root else None
    while root and found is not None:
        left_out |= found
        rest = replace(gathered, root=without(root, left_out), problems=(), complete=True, cut=frozenset())
        try:
            fit = loaded_from(rest, editions, whole=whole)
            return replace(fit, warnings=(), problems=unfit.problems, left_out=left_out)
        except UnfitContentError as error:  # what was left out is missed elsewhere
            more = at_fault(root, path.as_posix(), error.problems, sources)
            found = more - left_out if more and more - left_out else None
    raise unfit
