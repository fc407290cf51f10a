"""Which structure elements there are and which may stand in which (ISO 32000-1, 14.8.4; ISO 14289-1, 7).

One statement of the rules, for what is taken over from others and for what is checked in the end.
"""

from collections.abc import Mapping, Sequence

ROLES = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "P",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The standard roles that are used; `H`, `Private` and the Asian ones aren't."""

_KIDS: Mapping[str, frozenset[str]] = {
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
_PARENTS: Mapping[str, frozenset[str]] = {
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
}
_LANGUAGES = frozenset({"fr", "en"})


def kids_fit(role: str, kids: Sequence[str], *, holds_content: bool) -> bool:
    """Whether an element may hold these elements, and content of its own when it does."""
    allowed = _KIDS.get(role)
    if allowed is not None and (holds_content or not allowed.issuperset(kids)):
        return False
    return all(role in _PARENTS.get(kid, (role,)) for kid in kids)


def groups_fit(kids: Sequence[str]) -> bool:
    """Whether a table with these kids has its groups of rows right: one head, one foot, and then a body."""
    groups = kids.count("THead"), kids.count("TFoot")
    return max(groups) <= 1 and (not any(groups) or "TBody" in kids)


def heading_level(role: str) -> int | None:
    """Return the level of a heading, None for any other element."""
    return int(role[1]) if len(role) == 2 and role[0] == "H" and role[1] in "123456" else None  # noqa: PLR2004


def is_known_language(tag: str) -> bool:
    """Whether a tag names a language of the handouts, with or without its country."""
    language, _, country = tag.partition("-")
    return language in _LANGUAGES and (not country or (len(country) == 2 and country.isupper()))  # noqa: PLR2004
