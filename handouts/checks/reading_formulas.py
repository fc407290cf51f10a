"""What the formulas say of a text, beside what to aim at and what is too hard."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handouts.checks.readability import Readability
from handouts.checks.reading_level import ENOUGH, MAX_GRADE, MAX_LIX, MIN_KANDEL_MOLES

Band = Literal["easy", "aim not met", "too hard", "too short to tell"]

_SMOG_LIMIT = 10  # SMOG runs one to two grades above Flesch-Kincaid
_FLESCH_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Level:
    """How hard a text is by one formula.

    Attributes:
        formula: Its name.
        value: What it gives.
        aim: What is easy enough.
        limit: Beyond which it is too hard; from `MAX_GRADE` and the like the check W403 takes its limits.
        means: What the number is.
        tells: Whether the text is long enough for the formula to say anything.
        high_is_easy: Whether easy texts have high numbers.
    """

    formula: str
    value: float
    aim: int
    limit: int
    means: str
    tells: bool
    high_is_easy: bool = False

    @property
    def band(self) -> Band:
        """What the number comes to."""
        sign = -1 if self.high_is_easy else 1
        if not self.tells:
            return "too short to tell"
        if sign * self.value <= sign * self.aim:
            return "easy"
        return "aim not met" if sign * self.value <= sign * self.limit else "too hard"


def levels(measured: Readability, language: str) -> Iterator[Level]:
    """Yield what each formula made for a language says; LIX is made for any."""
    tells = measured.sentences >= ENOUGH
    if language == "en":
        yield Level("Flesch-Kincaid", measured.flesch_kincaid, 6, MAX_GRADE, "school grade needed to read it", tells)
        yield Level("SMOG", measured.smog, 8, _SMOG_LIMIT, "school grade, from its long words", tells)
        yield Level(
            "Flesch", measured.flesch, 70, _FLESCH_LIMIT, "100 is very easy, 0 very hard", tells, high_is_easy=True
        )
    if language == "fr":
        means = "100 is very easy; no school grade"
        yield Level("Kandel-Moles", measured.kandel_moles, 70, MIN_KANDEL_MOLES, means, tells, high_is_easy=True)
    yield Level("LIX", measured.lix, 40, MAX_LIX, "25 is very easy, 55 very hard", tells)
