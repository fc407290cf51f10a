"""What is still to be written, where this program has put words in its place: never on a sheet that is approved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handouts.checks.parity.translation import excerpt
from handouts.checks.text.manuscript import Manuscript
from handouts.content.ownership import Owner
from handouts.content.values.spelling import SAMPLE_PHONE, SAMPLE_WEBSITE
from handouts.content.whereabouts import PlacedText, part_of_content, texts
from handouts.errors import Problem, Span
from handouts.model import Clinic, Content, Text
from handouts.wording.unwritten import is_to_come, is_unwritten

_NAMED = 8  # lines in one message


class _ToCome(NamedTuple):
    """What is still to be written: the words in its place, where they stand, and what to do."""

    words: str
    at: Span | None
    hint: str = "write it in every language"


def check_unwritten(manuscript: Manuscript) -> Iterator[Problem]:
    """Find texts of handouts: each is an error (E205) once its handout is approved; all are one warning (W217) before."""
    for ident, handout in manuscript.content.handouts.items():
        found = [_to_come(piece.text) for piece in manuscript.unwritten if piece.owner == ("handouts", ident)]
        if handout.approval.status != "approved":
            yield from _left(("handouts", ident), found)
            continue
        yield from (_unwritten(each) for each in found)
        unnamed = [source for source in handout.sources if is_to_come(source.title)]
        yield from (_unwritten(_ToCome(source.title, source.at.of("title"))) for source in unnamed)


def check_unwritten_shared(content: Content) -> Iterator[Problem]:
    """Find what no handout holds: an error (E205) where approved sheets print it, else a warning (W217)."""
    placed = texts(content.model_copy(update={"handouts": {}}))
    found: defaultdict[Owner, list[_ToCome]] = defaultdict(list)
    for each in placed:
        if is_unwritten(each.text):
            found[_owner(each)].append(_to_come(each.text))
    for ident, clinic in content.clinics.items():
        found["clinics", ident] += _facts_to_come(clinic)
    for owner, those in found.items():
        if any(_hands_out_approved(content, clinic) for clinic in _clinics(content, owner)):
            yield from (_unwritten(each) for each in those)
        else:
            yield from _left(owner, those)


def _facts_to_come(clinic: Clinic) -> Iterator[_ToCome]:
    """Yield what of a clinic is not in two languages and still as its skeleton, or an example, has it."""
    hint = "write the clinic's own"
    if is_to_come(clinic.address.street):
        yield _ToCome(clinic.address.street, clinic.address.at.of("street"), hint)
    for name, sample in (("phone", SAMPLE_PHONE), ("website", SAMPLE_WEBSITE)):
        if getattr(clinic, name) == sample:
            yield _ToCome(sample, clinic.at.of(name), hint)


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


def _to_come(text: Text) -> _ToCome:
    language = next(language for language, words in text.words.items() if is_to_come(words))
    return _ToCome(text.words[language], text.span(language))


def _unwritten(found: _ToCome) -> Problem:
    return Problem("E205", f"“{excerpt(found.words)}” stands where words are to come", found.at, found.hint)


def _left(owner: Owner, found: Sequence[_ToCome]) -> Iterator[Problem]:
    (group, ident), count = owner, len(found)
    part = part_of_content(group, ident)
    if count == 1:
        message = f"1 text of {part} is still to be written"
        yield Problem("W217", message, found[0].at, found[0].hint)
    elif count:
        message = f"{count} texts of {part} are still to be written"
        lines = ", ".join(str(each.at.line) for each in found[1:_NAMED] if each.at)
        more = ", …" if count > _NAMED else ""
        hint = f"write them in every language; the others begin on lines {lines}{more}"
        yield Problem("W217", message, found[0].at, hint)
