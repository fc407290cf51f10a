"""What the formulas say of a text, beside what to aim at and what is too hard."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from handouts.checks.plain.readability import Readability

Band = Literal["easy", "aim not met", "too hard", "too short to tell"]

ENOUGH = 8  # sentences, before a formula or a share says anything
MAX_GRADE, MAX_LIX, MIN_KANDEL_MOLES = 8, 45, 60
_SMOG_LIMIT = 10  # SMOG runs one to two grades above Flesch-Kincaid
_FLESCH_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is by one formula.

    Attributes:
        formula: Its name.
        value: What it gives.
        aim: What is easy enough.
        limit: Beyond which it is too hard.
        means: What the number is.
        tells: Whether the text is long enough for the formula to say anything.
        high_is_easy: Whether easy texts have high numbers.
        blamed: What W403 says of a text that is too hard; empty when it does not go by this formula.
    """

    formula: str
    value: float
    aim: int
    limit: int
    means: str
    tells: bool
    high_is_easy: bool = False
    blamed: str = ""

    @property
    def band(self) -> Band:
        """What the number comes to."""
        sign = -1 if self.high_is_easy else 1
        if not self.tells:
            return "too short to tell"
        if sign * self.value <= sign * self.aim:
            return "easy"
        return "aim not met" if sign * self.value <= sign * self.limit else "too hard"


def _of_french(measured: Readability) -> Iterator[Level]:
    means = "100 is very easy; no school grade"
    value, tells = measured.kandel_moles, _tells(measured)
    blamed = f"index {value:.0f} (Kandel and Moles), at least {MIN_KANDEL_MOLES}; 70 is the aim"
    yield Level("Kandel-Moles", value, 70, MIN_KANDEL_MOLES, means, tells, high_is_easy=True, blamed=blamed)


def _of_english(measured: Readability) -> Iterator[Level]:
    grade, tells = measured.flesch_kincaid, _tells(measured)
    blamed = f"grade {grade:.1f} (Flesch-Kincaid), at most {MAX_GRADE}; 6 is the aim"
    yield Level("Flesch-Kincaid", grade, 6, MAX_GRADE, "school grade needed to read it", tells, blamed=blamed)
    yield Level("SMOG", measured.smog, 8, _SMOG_LIMIT, "school grade, from its long words", tells)
    means = "100 is very easy, 0 very hard"
    yield Level("Flesch", measured.flesch, 70, _FLESCH_LIMIT, means, tells, high_is_easy=True)


def _of_any(measured: Readability) -> Iterator[Level]:
    blamed = f"LIX {measured.lix:.0f}, at most {MAX_LIX}; 40 is the aim"
    yield Level("LIX", measured.lix, 40, MAX_LIX, "25 is very easy, 55 very hard", _tells(measured), blamed=blamed)


def _tells(measured: Readability) -> bool:
    return measured.sentences >= ENOUGH


_FORMULAS: Mapping[str, Callable[[Readability], Iterator[Level]]] = {"fr": _of_french, "en": _of_english}


def levels(measured: Readability, language: str) -> Iterator[Level]:
    """Yield what each formula made for a language says; LIX is made for any."""
    if language in _FORMULAS:
        yield from _FORMULAS[language](measured)
    yield from _of_any(measured)
