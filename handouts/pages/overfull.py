"""Text that does not fit its edition: by how much, where in the content it begins, and what can be done there."""

from collections.abc import Iterator, Sequence

from handouts.checks.figures.quantities import digits_of
from handouts.checks.parity.translation import excerpt
from handouts.errors import DoesNotFit, Problem, Span
from handouts.languages import Language, name_of
from handouts.layout import Layout
from handouts.model import Located, Text
from handouts.pages.division import Overflow
from handouts.sheet import Sheet

_HEADS = ("title", "question", "caption", "lead", "text")
"""What a block is called by in messages: the first of these that it has."""

_LEVELS = {"911": "emergency", "811": "same_day"}
"""The level of a warning by the number to call, which is what messages call it by."""


def does_not_fit(sheet: Sheet, overflow: Overflow) -> DoesNotFit:
    """Say that text needs more room than there is, at the part of the content that goes over."""
    layout, handout = sheet.edition.layout, sheet.handout
    language = sheet.edition.languages[min(overflow.story, len(sheet.edition.languages) - 1)]
    many = f"{overflow.lines} lines" if overflow.lines > 1 else "1 line"
    pages, title = layout.max_pages or 1, excerpt(handout.title[language.code])
    where = {
        "page": "one page",
        "first page": "its first page",
        "pages": f"{pages} pages" if pages > 1 else "one page",
    }[overflow.limit]
    message = (
        f"{sheet.clinic_id}, {name_of(language.code)}, “{title}”: {many} too many for {where} of "
        f"{layout.id}; what goes over begins in “{overflow.block}”"
    )
    part = next(_parts(sheet, language, overflow.block), None)
    at, blocks = part or (handout.title.span(language.code), ())
    printed = [block for section in handout.sections if layout.takes(section.editions) for block in section.blocks]
    everywhere = [b for b in printed if layout.prints(b.block) and layout.takes(getattr(b, "editions", ()))]
    if overflow.limit == "first page":
        hint = _advice_on_the_first_page(layout, everywhere)
    elif not layout.short:
        hint = "shorten the block, or make two of it: this edition keeps it together, on one page"
    else:
        hint = _advice([b for b in blocks if b in everywhere], everywhere)
    return DoesNotFit(Problem("E401", message, at, hint))


def _parts(sheet: Sheet, language: Language, name: str) -> Iterator[tuple[Span | None, Sequence[Located]]]:
    """Yield the places of the content that messages call by a name, each with the blocks that stand there."""
    wording = sheet.wording(language)
    names = {name, *name.split(" / ")}
    for section in sheet.handout.sections:
        for block in section.blocks:
            if head := next((text for text in _heads(block) if wording.plain(text) in names), None):
                yield head.span(language.code), (block,)
        if section.heading and wording.plain(section.heading) in names:
            yield section.heading.span(language.code), section.blocks
    clinic = language.labels.clinic_label in names or digits_of(name) == digits_of(sheet.clinic.phone)
    level = _LEVELS.get(name[:3]) or ("clinic" if clinic else "")
    for block in sheet.handout.blocks:
        if level and getattr(block, "level", None) == level:
            yield block.at.of("level"), (block,)


def _heads(block: Located) -> Iterator[Text]:
    for name in _HEADS:
        if isinstance(text := getattr(block, name, None), Text):
            yield text


def _advice_on_the_first_page(layout: Layout, everywhere: Sequence[Located]) -> str:
    """Write what can be done where what must stand on the first page does not: nothing else gives it room."""
    first = {*layout.first_page, "key_points"}
    kinds = _kinds([block for block in everywhere if getattr(block, "block", "") in first])
    return f"shorten the title, or the texts of {kinds}: all of it must stand on the first page"


def _advice(here: Sequence[Located], everywhere: Sequence[Located]) -> str:
    """Write what can be done: in the blocks that go over, or, where these cannot be shorter, in the others."""
    able = [block for block in here if hasattr(block, "short")] or [b for b in everywhere if hasattr(b, "short")]
    if not able:
        kinds = _kinds(everywhere)
        return f"shorten the texts of {kinds}: this edition prints nothing else, and these have no `short:` form"
    lacking = next((block for block in able if not getattr(block, "short", None)), None)
    if lacking:
        return (
            f"give {_called(lacking)} a `short:` form, or keep a block for longer editions with "
            "`editions: [single, large_print]`"
        )
    longest = max(able, key=lambda block: len(str(getattr(block, "short", ""))))
    return (
        f"shorten the `short:` form of {_called(longest)}, or keep a block for longer editions with "
        "`editions: [single, large_print]`"
    )


def _kinds(blocks: Sequence[Located]) -> str:
    return ", ".join(f"`{kind}`" for kind in dict.fromkeys(getattr(block, "block", "") for block in blocks))


def _called(block: Located) -> str:
    kind = getattr(block, "block", "")
    at = block.at.of("block")
    return f"the `{kind}` block on line {at.line}" if at else f"the `{kind}` block"
