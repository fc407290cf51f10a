"""Where sentences and words begin and end."""

import re
from dataclasses import dataclass
from functools import cache

_ENDS = re.compile(r"[.!?…]+[»”\"')\]\u00a0 ]*(?=\s|$)|\n")
_ABBREVIATED = re.compile(
    r"(?<![^\W\d_])(?:(?P<before_number>No|nos?|pp?|env|tél|tel|fig|ext|vol)|(?P<at_end>etc|a\.m|p\.m|h)"
    r"|Drs?|Dres?|Mr|Mrs|Ms|Mmes?|Mlles?|MM|M|Pre?|St|Ste|ex|vs|cf|approx|e\.g|i\.e|p\. ?ex|[A-Z])\Z"
)
_BEGINS = re.compile(r"\s*[«“\"(\[*]*\s*(?:[A-ZÀ-ÖØ-ÞŒ\d]|$|\n)")
_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+|['’](?=\s|$))*")


_EXPLAINED = re.compile(r"(?:pourquoi|comment|why|how)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the place in its text where it begins."""

    text: str
    start: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, as a word processor counts them: `l'eau` and `lavez-vous` are one each."""
        return words_of(self.text)

    @property
    def asks_whether(self) -> bool:
        """Whether it asks if something is so, and does not say it is; `why is it so?` takes it for granted."""
        return self.text.rstrip("»”\"')*\u00a0 ").endswith("?") and not _EXPLAINED.match(self.text)


@cache
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Part a text into sentences; a new line begins one, an abbreviation or a number does not end one."""
    found: list[Sentence] = []
    start = 0
    for end in _ENDS.finditer(text):
        if end[0] != "\n" and not _ends(text, end):
            continue
        found.append(Sentence(text[start : end.end()], start))
        start = end.end()
    found.append(Sentence(text[start:], start))
    return tuple(
        Sentence(sentence.text.strip(), sentence.start + len(sentence.text) - len(sentence.text.lstrip()))
        for sentence in found
        if any(c.isalnum() for c in sentence.text)
    )


def side_by_side(words: str, twin: str) -> list[tuple[str, str]]:
    """Return the sentences of two texts in pairs, where both have as many; else all of each as one pair."""
    ours, theirs = ([sentence.text for sentence in sentences_of(text)] for text in (words, twin))
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(words, twin)]


def _ends(text: str, mark: re.Match[str]) -> bool:
    begins = _BEGINS.match(text, mark.end()) is not None
    abbreviated = _ABBREVIATED.search(text, 0, mark.start()) if mark[0].startswith(".") else None
    if abbreviated is None or abbreviated["at_end"]:
        return begins
    rest = text[mark.end() :].strip()
    return not rest or (abbreviated["before_number"] is not None and begins and not rest[0].isdigit())


@cache
def words_of(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text."""
    return tuple(_WORD.findall(text))
