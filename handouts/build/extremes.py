"""Clinics that are none: of every text the widest, or the narrowest, that any of several clinics prints."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from handouts.languages import LANGUAGES
from handouts.languages.typesetting import address_lines
from handouts.model import Clinic, Text
from handouts.model.clinic import Cover, Hours
from handouts.typography.fonts import Family
from handouts.wording.clinic_facts import hours_line

_Part = TypeVar("_Part")


def widest_clinic(clinics: Sequence[Clinic], family: Family) -> Clinic:
    """Return a clinic whose texts take at least as much room as those of any other.

    Args:
        clinics: Of one brand, with the same figures, and either all or none with a page for appointments. A cover of
            their own is left out; a generated one is there if any has it.
        family: The fonts of the brand.
    """
    return _Extreme(family, max).of(clinics)


def narrowest_clinic(clinics: Sequence[Clinic], family: Family) -> Clinic:
    """Return a clinic whose texts take no more room than those of any other, as `widest_clinic` does.

    A generated cover is there if all have it.
    """
    return _Extreme(family, min).of(clinics)


class _Extreme:
    def __init__(self, family: Family, choose: Callable[..., object]) -> None:
        self._face, self._choose = family.regular, choose

    def of(self, clinics: Sequence[Clinic]) -> Clinic:
        update = {
            "name": self._text(clinic.name for clinic in clinics),
            "after_hours": self._text(clinic.after_hours for clinic in clinics),
            "address": self._part((clinic.address for clinic in clinics), lambda each: " ".join(address_lines(each))),
            "phone": self._part((clinic.phone for clinic in clinics), str),
            "extension": self._part((clinic.extension for clinic in clinics), lambda each: each or ""),
            "website": self._part((clinic.website for clinic in clinics), str),
            "booking": self._part((clinic.booking for clinic in clinics), str),
            "hours": self._hours(clinic.hours for clinic in clinics),
        }
        is_covered = self._choose(clinic.cover.kind == "generated" for clinic in clinics)
        return clinics[0].model_copy(update={**update, "cover": Cover(kind="generated" if is_covered else "none")})

    def _width(self, words: str) -> float:
        return sum(self._face.word(word).width for word in words.split())

    def _part(self, parts: Iterable[_Part], words: Callable[[_Part], str]) -> _Part:
        chosen: _Part = self._choose(parts, key=lambda part: self._width(words(part)))  # type: ignore[assignment]
        return chosen

    def _text(self, texts: Iterable[Text]) -> Text:
        choices = list(texts)
        codes = choices[0].words
        return Text.model_validate({code: self._part((text[code] for text in choices), str) for code in codes})

    def _hours(self, choices: Iterable[tuple[Hours, ...]]) -> tuple[Hours, ...]:
        chosen: tuple[Hours, ...] = self._choose(choices, key=self._room_of_hours)  # type: ignore[assignment]
        return chosen

    def _room_of_hours(self, hours: tuple[Hours, ...]) -> tuple[int, float]:
        return len(hours), max(map(self._width, _lines(hours)))


def _lines(hours: tuple[Hours, ...]) -> Iterator[str]:
    return (hours_line(each, language) for each in hours for language in LANGUAGES.values())
