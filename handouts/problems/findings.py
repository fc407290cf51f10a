"""Everything that is wrong with content that could be read: what stood in the way of parts of it, and every check.

A handout that has not changed is not read again: what was found in it is remembered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from handouts.build.inputs import Inputs
from handouts.build.plan import Workshop
from handouts.content import Loaded
from handouts.content.ownership import GROUPS
from handouts.errors import AssetError, Problem, Span
from handouts.keeping.memory import Memory, key_of
from handouts.landmarks import Landmarks
from handouts.ordinary_files import state_of
from handouts.pictures.assets import asset_path
from handouts.problems import silence
from handouts.problems.echoes import mended_first, once, said_once
from handouts.problems.edited_side import at_the_edit
from handouts.problems.misspelled import SPELLING, Spelling, misspelled
from handouts.problems.readings import Follow, Readings
from handouts.problems.renamed import with_new_names
from handouts.problems.silence import Silencing
from handouts.problems.untried import files_not_there

_OF_FILES = "E5"  # how problems begin that a file has, or the right to read it, which no text of the content tells
_SIGNS = 30  # lines that the signs of a warning fill


def findings(
    loaded: Loaded,
    shop: Workshop,
    memory: Memory,
    spelling: Spelling | None = None,
    follow: Follow = lambda found, _: found,
) -> Silencing:
    """Return the problems of content, each once, parted into those to be told and those that a comment in it allows.

    Args:
        loaded: The content, as it was read.
        shop: What it is printed with.
        memory: What is known of it already.
        spelling: Whose words are looked up in dictionaries; None for nobody's.
        follow: Is told how far it is when many handouts are read.

    Raises:
        UsageError: Every unknown word is to be told, and the library is not installed.
    """
    shop = replace(shop, content=loaded.legible)
    landmarks = Landmarks(shop.content, shop.sources)
    with Readings(shop, memory, landmarks) as readings:
        readings.begin()
        everywhere = [*_in_everything(shop, memory), *_in_shared_texts(shop, memory, landmarks)]
        spelled = misspelled(shop, memory, landmarks, spelling) if spelling else ()
        checked = [*shop.standing.problems, *everywhere, *readings.problems(follow), *spelled]
    checked += files_not_there(loaded, shop.root)
    own = {*loaded.problems, *loaded.warnings}
    found = once([*loaded.problems, *loaded.warnings, *checked], shop.content)  # what a text is said of here as well
    heard = [each for each in found if each in own or not each.at or (each.at.file, each.at.line) not in loaded.told]
    heard = [each for each in heard if each.code != "W452" or not _is_cut(each, own)]
    placed = at_the_edit(heard, shop.content, loaded.sources.files)
    kept = tuple(with_new_names(placed, shop.content, loaded.sources))
    unasked = frozenset() if spelling and spelling.every else SPELLING
    told = silence.apply(kept, loaded.sources, complete=not loaded.left_out, unasked=unasked)
    return told._replace(kept=said_once(mended_first(told.kept, shop.content), shop.content))


def _is_cut(problem: Problem, own: Iterable[Problem]) -> bool:
    """Whether a sign that is missing from a list may be one of those right below it that could not be read."""
    errors = [each.at for each in own if each.at and each.code.startswith("E")]
    return any(problem.at and at.file == problem.at.file and 0 < at.line - problem.at.line < _SIGNS for at in errors)


# what is in no handout, or in all


def _in_everything(shop: Workshop, memory: Memory) -> list[Problem]:
    """Return the problems of what handouts share, and those for which all of the content must be looked at."""
    key = key_of("everything", _everything(shop))
    known = _told_again(memory.recall(key))
    if known is not None:
        return known
    found = _read_everything(shop, memory)
    if not any(each.is_passing or each.code.startswith(_OF_FILES) for each in found):
        memory.keep(key, [[each.code, each.message, each.at, each.hint] for each in found])
    return found


def _told_again(told: Any) -> list[Problem] | None:
    try:
        return None if told is None else [Problem(code, said, at and Span(*at), hint) for code, said, at, hint in told]
    except (ValueError, TypeError):
        return None


def _everything(shop: Workshop) -> Iterator[str]:
    yield shop.today.isoformat()
    yield from shop.content.languages
    yield from map(Inputs(shop).layout, shop.layouts)
    for file, source in shop.sources.items():
        yield from (file, source.text)
    yield from _font_stamps(shop)


def _font_stamps(shop: Workshop) -> Iterator[str]:
    for brand in shop.content.brands.values():
        for path in brand.fonts.model_dump().values() if brand.fonts else ():
            yield _stamp(shop, path)


def _stamp(shop: Workshop, path: str) -> str:
    try:
        return f"{path} {state_of(asset_path(shop.root, path))}"
    except (AssetError, OSError):
        return ""


def _read_everything(shop: Workshop, memory: Memory) -> list[Problem]:
    from handouts.checks import check_content  # noqa: PLC0415 (not when it is remembered)
    from handouts.wording.proofread import check_facts  # noqa: PLC0415

    content, sources = shop.content, shop.sources
    glyphs = not _can_print_all(shop, memory)
    return [
        *check_facts(content, sources),
        *check_content(content, shop.root, sources, shop.today, shop.layouts, glyphs=glyphs),
    ]


def _can_print_all(shop: Workshop, memory: Memory) -> bool:
    """Whether the fonts have every character that is typed: an edit that types no new one need not load them."""
    from handouts.checks.glyphs import can_print_all  # noqa: PLC0415 (not when everything is remembered)

    typed = "".join(sorted(set("".join(source.text for source in shop.sources.values()))))
    key = key_of("characters", [typed, *shop.content.brands, *_font_stamps(shop)])
    if memory.recall(key) is None and can_print_all(shop.content, shop.root, shop.sources):
        memory.keep(key, True)
    return memory.recall(key) is not None


def _in_shared_texts(shop: Workshop, memory: Memory, landmarks: Landmarks) -> list[Problem]:
    """Return the problems of the texts that stand in no handout."""
    content = shop.content
    owners = [(group, ident) for group in GROUPS if group != "handouts" for ident in getattr(content, group)]
    written = [f"{group} {ident} {landmarks.digest((group, ident))}" for group, ident in owners]
    key = key_of("shared", [shop.today.isoformat(), *content.languages, *written])
    known = landmarks.recalled(memory.recall(key))
    if known is not None:
        return known
    from handouts.checks import check_wording_of  # noqa: PLC0415 (not when it is remembered)
    from handouts.checks.text.manuscript import WRITTEN  # noqa: PLC0415

    groups = tuple(group for group in WRITTEN if group != "handouts")
    found = check_wording_of(content.model_copy(update={"handouts": {}}), shop.sources, shop.today, groups)
    told = landmarks.relative(found)
    if told is not None:
        memory.keep(key, told)
    return found
