"""A part of all sheets, chosen by names: of clinics, handouts, editions and languages."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from handouts.build.plan import Sheets, Workshop
from handouts.content.names.suggestions import did_you_mean
from handouts.content.ownership import Owner
from handouts.editions import Edition, editions_of
from handouts.errors import Problem, UsageError
from handouts.model import Content


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of all sheets; what names nothing leaves everything in.

    Attributes:
        editions: Layouts (`single`) or editions (`single-fr`).
        languages: A file is in when all its languages are.
    """

    clinics: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def of(self, sheets: Sheets) -> Sheets:
        """Return those of the sheets that are in this part."""
        if self == Selection():
            return sheets
        offers = (
            replace(
                offer,
                handouts=tuple(ident for ident in offer.handouts if _is_in(self.handouts, ident)),
                editions=tuple(filter(self.has, offer.editions)),
            )
            for offer in sheets.offers
            if _is_in(self.clinics, offer.clinic)
        )
        return Sheets(sheets.shop, offers)

    def has(self, edition: Edition) -> bool:
        """Whether an edition is in this part."""
        in_languages = all(_is_in(self.languages, language.code) for language in edition.languages)
        return in_languages and _is_in(self.editions, edition.id, edition.layout.id)


def _is_in(chosen: Collection[str], *names: str) -> bool:
    return not chosen or any(name in chosen for name in names)


def selected(sheets: Sheets, selection: Selection, left_out: Collection[Owner] = ()) -> Sheets:
    """Return a part of all sheets; `left_out` are clinics and handouts that have problems, and so no sheets.

    Raises:
        UsageError: A name that nothing has (E902), or names that together leave nothing (E903).
    """
    check_names(selection, sheets.shop, left_out)
    chosen = selection.of(sheets)
    if not chosen and not left_out and selection != Selection():
        raise UsageError(
            Problem("E903", "no sheet meets all that was asked for", None, _why_nothing(sheets, selection))
        )
    return chosen


def chosen_handouts(content: Content, selection: Selection) -> tuple[str, ...]:
    """Return the ids of the handouts that were asked for, by their own or by those of clinics that give them out."""
    clinics = [clinic for ident, clinic in content.clinics.items() if _is_in(selection.clinics, ident)]
    offered = {service for clinic in clinics for service in clinic.services}
    return tuple(
        ident
        for ident, handout in content.handouts.items()
        if _is_in(selection.handouts, ident) and (not selection.clinics or handout.service in offered)
    )


def check_names(selection: Selection, shop: Workshop, left_out: Collection[Owner] = ()) -> None:
    """Refuse a selection by names that nothing has.

    Raises:
        UsageError: There is one (E902).
    """
    unknown = list(_unknown(selection, shop, {name for _, name in left_out}))
    if unknown:
        raise UsageError(*unknown)


def _unknown(selection: Selection, shop: Workshop, left_out: Collection[str]) -> Iterator[Problem]:
    content = shop.content
    editions = dict.fromkeys(layout.id for layout in shop.layouts)
    editions |= dict.fromkeys(edition.id for layout in shop.layouts for edition in editions_of(layout, content))
    words = {
        **{ident: clinic.name.words for ident, clinic in content.clinics.items()},
        **{ident: handout.title.words for ident, handout in content.handouts.items()},
    }
    for what, chosen, known in (
        ("clinic", selection.clinics, content.clinics),
        ("handout", selection.handouts, content.handouts),
        ("edition", selection.editions, editions),
        ("language", selection.languages, content.languages),
    ):
        for name in chosen:
            if name not in known and name not in left_out:
                called = [
                    ident
                    for ident in known
                    if name.casefold() in {each.casefold() for each in words.get(ident, {}).values()}
                ]
                hint = did_you_mean([*called, *_with_part(name, known), name][0], list(known), "there are: {words}")
                yield Problem("E902", f"there is no {what} “{name}”", None, hint)


def _why_nothing(sheets: Sheets, selection: Selection) -> str:
    """Say what there is for the clinics and handouts that were asked for."""
    wide = Selection(clinics=selection.clinics, handouts=selection.handouts).of(sheets)
    there = dict.fromkeys(edition.id for offer in wide.offers for edition in offer.editions)
    if not there:
        return "the clinic does not offer the service of that handout; `list` shows what each clinic has"
    editions = ", ".join(there)
    if selection.languages:
        return f"for these there is: {editions} (`--lang` chooses files that hold no other language)"
    return f"for these there is: {editions}"


def _with_part(name: str, known: Collection[str]) -> list[str]:
    """Return the only id that has a word between its hyphens, as `boreale-levis` has `levis`; nothing otherwise."""
    having = [each for each in known if name.casefold() in each.split("-")]
    return having if len(having) == 1 else []
