"""What only one part of the content may have, and what must agree between parts.

Works on the tree, so that a mistake elsewhere in a part hides nothing.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from handouts.accents import without_accents
from handouts.content.names.suggestions import did_you_mean, quoted
from handouts.content.source_tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from handouts.errors import Problem, Span
from handouts.model.base import RESERVED_NAMES, SLUG
from handouts.model.figures import NUMBER

_SLUG = re.compile(SLUG)
_FRENCH = "fr"


def check_references(root: MappingNode, *, whole: bool = True) -> list[Problem]:
    """Check languages, figures that a clinic overrides, and the codes and file names of handouts.

    Args:
        root: The content.
        whole: Whether it is to be printed; else only its words are read, which need neither codes nor limits.
    """
    if not whole:
        return [*_languages(root)]
    uses = list(_codes(root))
    first = {code: name for code, name, _ in reversed(uses)}
    copies = {name for code, name, _ in uses if first[code] != name}
    hint = "give this handout another code, and slugs of its own; they are on every sheet and in every file name"
    codes = _unique(uses, "E123", "code", hint)
    return [*_languages(root), *_overrides(root), *codes, *_slugs(root, copies)]


def parts(node: Node | None, name: str) -> dict[str, Entry]:
    """Return the ids and parts of a group; none when there is no such group."""
    entry = node.entries.get(name) if isinstance(node, MappingNode) else None
    return entry.value.entries if entry and isinstance(entry.value, MappingNode) else {}


def _languages(root: MappingNode) -> Iterator[Problem]:
    from handouts.languages import LANGUAGES  # noqa: PLC0415 (the words of every language: only where used)

    entry = root.entries.get("languages")
    items = entry.value.items if entry and isinstance(entry.value, SequenceNode) else ()
    for number, item in enumerate(items):
        language = item.value if isinstance(item, ScalarNode) else None
        if language == _FRENCH and number > 0:
            hint = "put fr at the beginning of the list (Charter of the French language, s. 89)"
            yield Problem("E128", "French is the first language of a sheet in Quebec", item.span, hint)
        elif language and language not in LANGUAGES:
            message = f"this program does not know the language {quoted(language)}"
            yield Problem("E128", message, item.span, did_you_mean(language, LANGUAGES, "it knows: {words}"))


def _overrides(root: MappingNode) -> Iterator[Problem]:
    durations = parts(root, "durations")
    for clinic in parts(root, "clinics").values():
        for name, override in parts(clinic.value, "overrides").items():
            has_unit = (
                isinstance(override.value, MappingNode) and "unit" in override.value.entries
            )  # told: so it counts
            if name in durations and not has_unit:
                yield from _range(override.value, durations[name].value)


def _range(override: Node, duration: Node) -> Iterator[Problem]:
    least, most = _figure(duration, "min"), _figure(duration, "max")
    value, to = _figure(override, "value"), _figure(override, "to")
    shared = [figure[0] for name in ("value", "to") if (figure := _figure(duration, name))]
    if least and most and any(not least[0] <= figure <= most[0] for figure in shared):
        return  # the limits are told to be wrong, or the shared figure
    for figure in (value, to):
        if figure and least and most and least[0] <= most[0] and not least[0] <= figure[0] <= most[0]:
            limits = f"{least[0]} to {most[0]}"
            message = f"{figure[0]} is outside what its source allows ({limits})"
            hint = "keep to that range, or have the shared figure and its source changed"
            yield Problem("E122", message, figure[1], hint)
    if value and to and to[0] <= value[0]:
        yield Problem("E122", f"`to` ({to[0]}) must be more than `value` ({value[0]})", to[1])


def _figure(node: Node, name: str) -> tuple[Decimal, Span] | None:
    """Return a number and its place; None when it is missing or no number, which the model tells."""
    text = node.text(name) if isinstance(node, MappingNode) else None
    if text is None or not isinstance(node, MappingNode) or not NUMBER.fullmatch(text):
        return None
    return Decimal(text), node.entries[name].value.span


def _codes(root: MappingNode) -> Iterator[tuple[str, str, Span]]:
    yield from (
        (code, name, handout.value.entries["code"].value.span)
        for name, handout in parts(root, "handouts").items()
        if isinstance(handout.value, MappingNode) and (code := handout.value.text("code"))
    )


def _slugs(root: MappingNode, copies: Collection[str]) -> Iterator[Problem]:
    """Check file names: safe on every system, never the same for two handouts; `copies` are told by their codes."""
    uses = []
    for name, handout in parts(root, "handouts").items():
        for _, value in parts(handout.value, "slug").values():
            slug = value.value if isinstance(value, ScalarNode) else None
            if slug is None:
                continue
            if _SLUG.fullmatch(slug) and slug not in RESERVED_NAMES:
                uses += [] if name in copies else [(slug, name, value.span)]
            else:
                plain = (
                    re.sub("[^a-z0-9]+", "-", without_accents(slug).lower().removesuffix(".pdf")).strip("-")
                    or "boutons-apres-soin"
                )
                hint = f"use up to 80 small letters without accents, digits and hyphens: {plain[:80]}"
                yield Problem("E124", f"{quoted(slug)} cannot be a file name", value.span, hint)
    yield from _unique(uses, "E125", "slug", "give this one another slug, or two files would have one name")


def _unique(uses: Iterable[tuple[str, str, Span]], code: str, what: str, hint: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for value, owner, at in uses:
        if first.setdefault(value, owner) != owner:
            message = f"handout {first[value]} has the {what} {quoted(value)} already"
            yield Problem(code, message, at, hint)
