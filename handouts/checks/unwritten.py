"""What is still to be written, where this program has put words in its place: never on a sheet that is approved."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handouts.checks.manuscript import Manuscript
from handouts.checks.translation import excerpt
from handouts.content.ownership import Owner
from handouts.content.whereabouts import PlacedText, part_of_content, texts
from handouts.errors import Problem, Span
from handouts.model import Clinic, Content, Text
from handouts.wording.unwritten import is_to_come, is_unwritten

_NAMED = 8  # lines in one message


def check_unwritten(manuscript: Manuscript) -> Iterator[Problem]:
    """Find texts of handouts: each is an error (E205) once its handout is approved; all are one warning (W217) before."""
    for ident, handout in manuscript.content.handouts.items():
        found = [piece.text for piece in manuscript.unwritten if piece.owner == ("handouts", ident)]
        if handout.approval.status != "approved":
            yield from _left(("handouts", ident), found)
            continue
        yield from (_unwritten(_words(text), _at(text)) for text in found)
        unnamed = [source for source in handout.sources if is_to_come(source.title)]
        yield from (_unwritten(source.title, source.at.of("title")) for source in unnamed)


def check_unwritten_shared(content: Content) -> Iterator[Problem]:
    """Find what no handout holds: an error (E205) where approved sheets print it, else a warning (W217)."""
    placed = texts(content.model_copy(update={"handouts": {}}))
    for owner, those in groupby((each for each in placed if is_unwritten(each.text)), key=_owner):
        found = [each.text for each in those]
        if any(_hands_out_approved(content, clinic) for clinic in _clinics(content, owner)):
            yield from (_unwritten(_words(text), _at(text)) for text in found)
        else:
            yield from _left(owner, found)
    for clinic in content.clinics.values():
        if is_to_come(clinic.address.street) and _hands_out_approved(content, clinic):
            yield _unwritten(clinic.address.street, clinic.address.at.of("street"))


def _owner(placed: PlacedText) -> Owner:
    group, ident = placed.loc[:2]
    return str(group), str(ident)


def _clinics(content: Content, owner: Owner) -> list[Clinic]:
    """Return the clinics whose sheets print a part of the content: a clinic or a brand."""
    group, ident = owner
    clinics = content.clinics.items()
    return [each for name, each in clinics if owner == ("clinics", name) or (group == "brands" and each.brand == ident)]


def _hands_out_approved(content: Content, clinic: Clinic) -> bool:
    handouts = content.handouts.values()
    return any(each.approval.status == "approved" and each.service in clinic.services for each in handouts)


def _unwritten(words: str, at: Span | None) -> Problem:
    return Problem("E205", f"“{excerpt(words)}” stands where words are to come", at, "write them, in every language")


def _left(owner: Owner, found: Sequence[Text]) -> Iterator[Problem]:
    (group, ident), count = owner, len(found)
    part = part_of_content(group, ident)
    if count == 1:
        message = f"1 text of {part} is still to be written"
        yield Problem("W217", message, _at(found[0]), "write it in every language")
    elif count:
        message = f"{count} texts of {part} are still to be written"
        lines = ", ".join(str(at.line) for text in found[1:_NAMED] if (at := _at(text)))
        more = ", …" if count > _NAMED else ""
        hint = f"write them in every language; the others begin on lines {lines}{more}"
        yield Problem("W217", message, _at(found[0]), hint)


def _language(text: Text) -> str:
    return next(language for language, words in text.words.items() if is_to_come(words))


def _words(text: Text) -> str:
    return text.words[_language(text)]


def _at(text: Text) -> Span | None:
    return text.span(_language(text))
