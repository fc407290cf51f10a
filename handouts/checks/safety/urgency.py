"""Dangers to life for which a handout sends people to 811 or to the clinic, or lets them wait; signs with a number of their own."""

import re
from collections.abc import Iterator, Sequence

from handouts.checks.lists.patterns import pattern
from handouts.checks.plain.orders import begins_as_order
from handouts.checks.safety.alike import told_alike
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of
from handouts.errors import Problem
from handouts.model import blocks as model

_SIGNS = "warning"


def check_urgency(manuscript: Manuscript) -> Iterator[Problem]:
    """Read the texts of each handout beside its warnings; a question is read with its answer, a row as a whole."""
    for pieces in manuscript.body.values():
        for parts in _read_together(pieces):
            yield from told_alike(_not_to_911(manuscript, parts, language) for language in manuscript.languages)
        for piece in pieces:
            if isinstance(piece.block, model.Warning):
                level = piece.block.level
                yield from told_alike(_to_another(manuscript, piece, each, level) for each in manuscript.languages)


def _read_together(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the texts that are read in one go: of a question and its answer, of a row of a table, else each alone."""
    of_texts = {id(piece.text): piece for piece in pieces}
    for block in {id(piece.block): piece.block for piece in pieces}.values():
        if isinstance(block, model.Question):
            yield [of_texts[id(text)] for text in (block.question, block.answer) if id(text) in of_texts]
        elif isinstance(block, model.Table):
            for row in block.rows:
                yield [of_texts[id(cell)] for cell in row if id(cell) in of_texts]
    alone = (model.Question, model.Table)
    yield from ([each] for each in pieces if each.section and each.kind != _SIGNS and not isinstance(each.block, alone))


def _not_to_911(manuscript: Manuscript, parts: Sequence[Piece], language: str) -> Problem | None:
    """Return what is wrong with a danger that is named, and for which the words beside it name no 911."""
    said = {id(part): manuscript.words(part, language) for part in parts if language in part.text.words}
    whole = "\n".join(said.values())
    if not pattern(language, "danger").search(whole) or pattern(language, "to_911").search(whole):
        return None
    for part in parts:
        sentences = sentences_of(said.get(id(part), ""))
        for number, sentence in enumerate(sentences):
            danger = _named_now(sentence.text, language)
            beside = " ".join(each.text for each in sentences[number : number + 2]) if len(parts) == 1 else whole
            sends_elsewhere = pattern(language, "sends_elsewhere").search(beside)
            if danger and (sends_elsewhere or _is_left_alone_with(danger, sentence.text, language)):
                message = f"“{danger[0]}” is a danger to life, and this text does not send people to 911"
                at = manuscript.at(part, language, danger[0], said[id(part)][: sentence.start + danger.start()])
                return Problem("E453", message, at, "write 911 here, or leave this sign to the warnings")
    return None


def _to_another(manuscript: Manuscript, sign: Piece, language: str, level: str) -> Problem | None:
    """Return what is wrong with a sign that itself says whom to call, and stands under a level that says another."""
    words = manuscript.words(sign, language) if language in sign.text.words else ""
    to_911 = pattern(language, "to_911").search(words)
    elsewhere = pattern(language, "sends_elsewhere").search(words)
    if level == "emergency" and elsewhere and not to_911:
        message = f"this sign stands under 911, and says “{elsewhere[0]}”"
        hint = "take that out: the heading says whom to call; or move the sign to the warning of that level"
        return Problem("E453", message, manuscript.at(sign, language, elsewhere[0], words[: elsewhere.start()]), hint)
    if level != "emergency" and to_911 and not elsewhere:
        message = f"this sign says “{to_911[0]}”, and stands under `level: {level}`"
        hint = "move it to the warning with `level: emergency` (911), or take that out: the heading says whom to call"
        return Problem("E453", message, manuscript.at(sign, language, to_911[0], words[: to_911.start()]), hint)
    return None


def _named_now(sentence: str, language: str) -> re.Match[str] | None:
    """Return the whole words of a danger that a sentence names; none where it is over, prevented, or seen by staff."""
    danger = pattern(language, "danger").search(sentence)
    if danger is None or pattern(language, "with_staff").search(sentence):
        return None
    if pattern(language, "not_now").search(sentence, 0, danger.start()):
        return None
    return re.compile(rf".{{{danger.end() - danger.start()}}}\w*", re.DOTALL).match(sentence, danger.start())


def _is_left_alone_with(danger: re.Match[str], sentence: str, language: str) -> bool:
    """Whether a sentence says what the reader is to do alone if the danger is there: `if you faint, drink some water`."""
    condition = pattern(language, "gives_condition").search(sentence, 0, danger.start())
    if condition is None or pattern(language, "eased_by_care").search(danger[0]):
        return False
    if pattern(language, "no_lone_care").search(sentence):
        return False
    return begins_as_order(sentence[danger.end() :].partition(",")[2], language)
