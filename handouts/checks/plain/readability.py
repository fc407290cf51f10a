"""How hard a text is to read, by the published formulas, with the syllables of `handouts.checks.plain.syllables`.

Formulas set an order among texts. They do not know whether a patient understands: only readers tell that.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from handouts.checks.plain.syllables import SYLLABLES
from handouts.checks.text.sentences import sentences_of, words_of

_LONG_WORD = 7  # letters, of LIX
_POLYSYLLABLE = 3  # syllables, of SMOG


@dataclass(frozen=True, slots=True)
class Readability:
    """What the formulas are made from. A word such as `l'eau` or `lavez-vous` counts as one.

    Attributes:
        sentences: How many; each item of a list is one.
        words: How many, numbers included.
        syllables: How many, as spoken; a number counts as one.
        long_words: Words of more than six letters.
        polysyllables: Words of three syllables and more.
    """

    sentences: int
    words: int
    syllables: int
    long_words: int
    polysyllables: int

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence."""
        return self.words / max(1, self.sentences)

    @property
    def flesch_kincaid(self) -> float:
        """The school grade that English is written for (Kincaid and others, 1975)."""
        return 0.39 * self.words_per_sentence + 11.8 * self._syllables_per_word - 15.59

    @property
    def flesch(self) -> float:
        """How easy English is to read, 100 very easy, 0 very hard (Flesch, 1948)."""
        return 206.835 - 1.015 * self.words_per_sentence - 84.6 * self._syllables_per_word

    @property
    def smog(self) -> float:
        """The school grade of English, from words of three syllables and more (McLaughlin, 1969)."""
        return 1.0430 * math.sqrt(30 * self.polysyllables / max(1, self.sentences)) + 3.1291

    @property
    def kandel_moles(self) -> float:
        """How easy French is to read, an index and not a grade (Kandel and Moles, 1958; form A: 207, 1.015, 73.6)."""
        return 207 - 1.015 * self.words_per_sentence - 73.6 * self._syllables_per_word

    @property
    def lix(self) -> float:
        """How hard any language is to read: under 25 very easy, about 40 usual, over 55 very hard (Björnsson, 1968)."""
        return self.words_per_sentence + 100 * self.long_words / max(1, self.words)

    @property
    def _syllables_per_word(self) -> float:
        return self.syllables / max(1, self.words)


def readability(texts: Iterable[str], language: str) -> Readability:
    """Measure texts together. Each text ends a sentence, with or without a mark at its end.

    Args:
        texts: Ready to read, without markup.
        language: Its code; syllables of a language that this program cannot count are taken for French ones.
    """
    sentences = [sentence for text in texts for sentence in sentences_of(text)]
    words = [word for sentence in sentences for word in words_of(sentence.text)]
    count = SYLLABLES.get(language, SYLLABLES["fr"])
    syllables = [count(word) for word in words]
    return Readability(
        sentences=len(sentences),
        words=len(words),
        syllables=sum(syllables),
        long_words=sum(sum(c.isalpha() for c in word) >= _LONG_WORD for word in words),
        polysyllables=sum(number >= _POLYSYLLABLE for number in syllables),
    )
