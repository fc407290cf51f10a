"""Words of languages that this program does not know: a text that has several is in one of them."""

import re
from collections.abc import Sequence

from handouts.checks.lists.lexicon import lexicon
from handouts.checks.lists.patterns import pattern
from handouts.languages import LANGUAGES

_SPANISH = frozenset({"agua", "antes", "cada", "cara", "cualquier", "cuando", "del", "desde", "después", "día", "el", "ella", "ellos", "está", "están", "estas", "este", "fiebre", "hasta", "hay", "las", "lave", "llame", "los", "más", "muy", "nada", "pero", "piel", "por", "preguntas", "puede", "pueden", "salud", "sin", "su", "tiene", "tienen", "una", "unas", "unos", "usted"})  # fmt: skip
_PORTUGUESE = frozenset({"até", "cuidado", "dias", "dor", "ele", "ela", "febre", "isso", "não", "pele", "pode", "podem", "quando", "sem", "seu", "sua", "são", "uma", "você"})  # fmt: skip
_ITALIAN = frozenset({"acqua", "alla", "che", "degli", "della", "delle", "di", "dolore", "febbre", "gli", "giorni", "nel", "nella", "pelle", "più", "quando", "questo", "sia", "sono"})  # fmt: skip
_GERMAN = frozenset({"bei", "das", "dem", "den", "der", "eine", "einen", "für", "ist", "mit", "nach", "nicht", "oder", "sich", "sie", "sind", "und", "vor", "wenn", "wird"})  # fmt: skip
_WORDS = _SPANISH | _PORTUGUESE | _ITALIAN | _GERMAN
"""What other languages often say, and French and English never do."""

_LETTER = re.compile("[íóúñãõßìòá¿¡]")
_SEVERAL = 2
"""How many words tell; one may be a name."""


def words_from_elsewhere(words: Sequence[str]) -> int:
    """Return how many words of a text, in small letters, are of no language that the program knows."""
    found = sum(map(_is_from_elsewhere, words))
    return found if found >= _SEVERAL else 0


def _is_from_elsewhere(word: str) -> bool:
    letter = _LETTER.search(word)
    if word not in _WORDS and letter is None:
        return False
    return not any(
        word in lexicon(code, "function_words") or (letter and pattern(code, "own_letters").search(letter[0]))
        for code in LANGUAGES
    )
