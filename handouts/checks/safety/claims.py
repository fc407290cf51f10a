"""What a handout must not say: false calm, promises, offers, medicine that no prescriber approved, red alone."""

import re
from collections.abc import Iterator, Sequence

from handouts.checks.lists.lexicon import Hit, lexicon, tokens
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.skin_colours import skin_wording
from handouts.checks.plain.orders import is_order
from handouts.checks.safety.calm import calm, has_a_limit
from handouts.checks.safety.judgement import judgement
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence, sentences_of
from handouts.errors import Problem
from handouts.model import Handout

_CLAUSE = re.compile("[,;:]")
_WINDOW = 4  # words before a claim among which a `not` takes it back


def check_wording(manuscript: Manuscript) -> Iterator[Problem]:
    """Read each handout, and what its clinics add, in each language."""
    for (group, ident), pieces in manuscript.by_owner.items():
        handout = manuscript.content.handouts[ident] if group == "handouts" else None
        for language in manuscript.languages:
            yield from said_of(manuscript, pieces, language, handout)


def said_of(
    manuscript: Manuscript, pieces: tuple[Piece, ...], language: str, handout: Handout | None
) -> Iterator[Problem]:
    """Read texts that belong together, of a handout or of something else, in one language."""
    for piece in pieces:
        if piece.field != "conflicts":
            yield from _claims(manuscript, piece, language) if piece.field != "purpose" else ()  # an aim is no promise
            yield from calm(manuscript, piece, language, pieces)
            yield from _medicine(manuscript, piece, language, handout)
            yield from judgement(manuscript, piece, language)
    if handout is not None:
        yield from skin_wording(manuscript, pieces, language)


def _claims(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language)
    promises = [*_first_of_sentences([*_promised(manuscript, piece, language)], words)]
    for hit in promises:
        message = f"“{hit.found}” promises {hit.advice}, which nobody can (Consumer Protection Act, s. 219)"
        hint = "say what is known, with “can” or “may”, or leave it out"
        if piece.field == "signs":
            hint = "say what people see or feel when they should call, such as “that does not hurt”, or leave it out"
        yield _problem(manuscript, piece, language, "E458", hit, message, hint)
    for hit in lexicon(language, "promotion").find(words):
        message = f"“{hit.found}” sells: a handout is care, and an offer makes it a commercial message"
        yield _problem(manuscript, piece, language, "E458", hit, message, "leave the offer out")
    found = pattern(language, "first_place").search(words)
    if found and not any(hit.start < found.end() and found.start() < hit.end for hit in promises):
        message = f"“{found[0]}” promises the first place, which nobody can (Consumer Protection Act, s. 219)"
        hint = "say what you do, and leave it to people to compare"
        hit = Hit(found[0], "", found.start(), found.end())
        yield _problem(manuscript, piece, language, "E458", hit, message, hint)
    yield from _soothing(manuscript, piece, language)


def _promised(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Hit]:
    """Yield what promises something; a sign of a lump that does not hurt, in every language, promises nothing."""
    words = {each: manuscript.words(piece, each) for each in manuscript.languages}
    lumps = {each: pattern(each, "painless_lump").search(said) for each, said in words.items()}
    lump = lumps[language] if piece.field == "signs" and all(lumps.values()) else None
    for hit in _asserted("claims", words[language], language):
        if lump is None or not lump.start() <= hit.start < lump.end():
            yield hit


def _soothing(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find words that calm, that blame, or that no source stands for."""
    words = manuscript.words(piece, language)
    for hit in _asserted("soft_claims", words, language):
        message = f"“{hit.found}” can calm someone who should call"
        if hit.found.startswith("%"):
            message = f"a share of people (“{hit.found}”) is hard to grasp, and no source stands here for it"
        elif hit.advice.startswith("blame"):
            message = f"“{hit.found}” blames the reader, who may then not dare to call"
        yield _problem(manuscript, piece, language, "W458", hit, message, hit.advice)
    for hit in _asserted("calming", words, language):
        if not has_a_limit(_sentence_at(words, hit.start), piece, language):
            message = f"“{hit.found}” can calm someone who should call"
            yield _problem(manuscript, piece, language, "W458", hit, message, hit.advice)
    for sentence in sentences_of(words):
        found = pattern(language, "collagen").search(sentence.text)
        if found and pattern(language, "oil").search(sentence.text):
            message = "no source says that collagen makes skin oily"
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            yield Problem("W458", message, at, "say “we do not know exactly why”, or leave the sentence out")


def _sentence_at(words: str, place: int) -> Sentence:
    """Return the sentence of a text that a place in it belongs to."""
    return next(each for each in reversed(sentences_of(words)) if each.start <= place)


def _first_of_sentences(hits: Sequence[Hit], words: str) -> Iterator[Hit]:
    """Yield the first of the hits of each sentence: a medicine and its dose, two names of one, are one advice."""
    for sentence in sentences_of(words):
        end = sentence.start + len(sentence.text)
        yield from sorted((hit for hit in hits if sentence.start <= hit.start < end), key=lambda hit: hit.start)[:1]


def _asserted(name: str, words: str, language: str) -> Iterator[Hit]:
    """Yield what a list has advice on, but for what the words before take back: `we cannot guarantee`."""
    denials = lexicon(language, "denials")
    for hit in lexicon(language, name).find(words):
        if any(
            each.asks_whether and each.start <= hit.start < each.start + len(each.text) for each in sentences_of(words)
        ):
            continue
        sentence = words[: hit.start].rpartition(". ")[2]
        if hit.advice and not any(token.word in denials for token in tokens(sentence)[-_WINDOW:]):
            yield hit


def _medicine(manuscript: Manuscript, piece: Piece, language: str, handout: Handout | None) -> Iterator[Problem]:
    is_name = piece.owner[0] == "services"  # what a treatment is called tells nobody to take anything
    if is_name or (handout is not None and _is_prescribed(handout)):
        return
    words = manuscript.words(piece, language)
    hits = list(lexicon(language, "medicines").find(words))
    of_food = pattern(language, "nutrient").search(words)  # `200 mg` of sodium
    doses = (dose for dose in pattern(language, "dose").finditer(words) if not (of_food and dose[0].endswith("mg")))
    hits += (Hit(dose[0], "", dose.start(), dose.end()) for dose in doses)
    for hit in _stopped(words, language):
        message = (
            f"“{hit.found}” tells people to stop or change a medicine, and no prescriber has approved this handout"
        )
        hint = "send them to whoever prescribed it; or have a prescriber approve the handout"
        yield _problem(manuscript, piece, language, "E456", hit, message, hint)
    if not hits or _is_disclosure(manuscript, piece, language):
        return
    told = sorted((each for each in hits if not _is_taken_already(words, each, language)), key=lambda each: each.start)
    named = dict.fromkeys(hit.found for hit in told)
    if len(named) == 1:
        message = f"“{told[0].found}” is a medicine or a dose, and no prescriber has approved this handout"
        hint = "take it out, and send people to their pharmacist or doctor; or have a prescriber approve the handout"
        yield _problem(manuscript, piece, language, "E456", told[0], message, hint)
    elif named:
        listed = ", ".join(named)
        message = f"there are medicines or doses here, and no prescriber has approved this handout: {listed}"
        hint = "take them out, and send people to their pharmacist or doctor; or have a prescriber approve the handout"
        yield _problem(manuscript, piece, language, "E456", told[0], message, hint)


def _stopped(words: str, language: str) -> Iterator[Hit]:
    """Yield where a text tells people to stop what someone prescribed, and to ask nobody."""
    for sentence in sentences_of(words):
        asked = pattern(language, "prescriber").search(sentence.text)
        if asked and not pattern(language, "refusing").search(_CLAUSE.split(sentence.text[: asked.start()])[-1]):
            continue  # but not in `without bothering your doctor`
        for found in pattern(language, "takes_off_medicine").finditer(sentence.text):
            clause = _CLAUSE.split(sentence.text[: found.start()])[-1]
            refused = pattern(language, "refusing").search(clause)  # `do not skip or double the dose`
            if refused and not pattern(language, "supposed").search(
                clause
            ):  # `if it no longer hurts stop …` refuses nothing
                continue
            yield Hit(found[0], "", sentence.start + found.start(), sentence.start + found.end())


def _is_prescribed(handout: Handout) -> bool:
    """Whether someone who may prescribe has approved the handout."""
    approval = handout.approval
    roles = approval.role.words.items() if approval.role else ()
    is_one = any(pattern(language, "prescriber").search(role) for language, role in roles)
    return approval.status == "approved" and is_one


def _is_disclosure(manuscript: Manuscript, piece: Piece, language: str) -> bool:
    """Whether a text only asks what people take: by itself, or under a heading that asks, where it orders nothing."""
    words, asks = manuscript.words(piece, language), pattern(language, "asks_to_tell")
    if asks.search(words):
        return True
    heading = piece.section.heading if piece.section else None
    near = [heading.words.get(language, "") if heading else ""]
    near += [column.words.get(language, "") for column in getattr(piece.block, "columns", ())]
    is_asked = any(asks.search(each) for each in near)
    return is_asked and not any(is_order(sentence.text, language) for sentence in sentences_of(words))


def _is_taken_already(words: str, hit: Hit, language: str) -> bool:
    """Whether a medicine is only named as what someone takes, in a sentence that tells nobody to do anything."""
    sentence = _sentence_at(words, hit.start)
    before = words[sentence.start : hit.start]
    return not is_order(sentence.text, language) and pattern(language, "takes_already").search(before) is not None


def _problem(
    manuscript: Manuscript, piece: Piece, language: str, code: str, hit: Hit, message: str, hint: str
) -> Problem:
    before = manuscript.words(piece, language)[: hit.start]
    return Problem(code, message, manuscript.at(piece, language, hit.found, before), hint)
