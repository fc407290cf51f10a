"""Units of time and measure in every language, and what each comes to in the smallest of its kind."""

from collections.abc import Mapping

HOUR, _DAY, _WEEK = 60, 24 * 60, 7 * 24 * 60  # minutes
_YEAR = 12  # months

MINUTES: Mapping[str, int] = {
    **dict.fromkeys(("minute", "minutes", "min"), 1),
    **dict.fromkeys(("heure", "heures", "h", "hour", "hours", "hr", "hrs"), HOUR),
    **dict.fromkeys(("jour", "jours", "day", "days"), _DAY),
    **dict.fromkeys(("semaine", "semaines", "week", "weeks"), _WEEK),
}
"""What a unit of time comes to in minutes."""

MONTHS: Mapping[str, int] = {
    **dict.fromkeys(("mois", "month", "months"), 1),
    **dict.fromkeys(("an", "ans", "année", "années", "year", "years"), _YEAR),
}
"""What a unit of time comes to in months, which are of no fixed length."""

TWO_OF: Mapping[str, str] = {
    **dict.fromkeys(("day", "jour"), "2880 min"),
    **dict.fromkeys(("week", "semaine"), "20160 min"),
    **dict.fromkeys(("month", "mois"), "2 months"),
}
"""What two units of time come to, as a value that is compared."""

_POUNDS = ("lb", "lbs", "livres", "pound", "pounds")
_INCHES = ("pouce", "pouces", "inch", "inches")
IMPERIAL = (*_POUNDS, *_INCHES)
"""Units that the other language may give as metric ones, in round figures."""

MEASURES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("seconds", "secondes"), ("1", "s")),  # one alone is as often the next after the first
    **dict.fromkeys(("mL", "ml", "millilitre", "millilitres"), ("1", "mL")),
    **dict.fromkeys(("cL", "cl", "centilitre", "centilitres"), ("10", "mL")),
    **dict.fromkeys(("L", "l", "litre", "litres"), ("1000", "mL")),
    **dict.fromkeys(("µg", "mcg", "microgramme", "microgrammes", "microgram", "micrograms"), ("0.001", "mg")),
    **dict.fromkeys(("mg", "milligramme", "milligrammes", "milligram", "milligrams"), ("1", "mg")),
    **dict.fromkeys(("g", "gramme", "grammes", "gram", "grams"), ("1000", "mg")),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogramme", "kilogrammes", "kilogram", "kilograms"), ("1000000", "mg")),
    **dict.fromkeys(_POUNDS, ("453592", "mg")),
    **dict.fromkeys(("mm", "millimètre", "millimètres", "millimetre", "millimetres"), ("1", "mm")),
    **dict.fromkeys(_INCHES, ("25.4", "mm")),
    **dict.fromkeys(("cm", "centimètre", "centimètres", "centimetre", "centimetres"), ("10", "mm")),
    **dict.fromkeys(("m", "mètre", "mètres", "metre", "metres"), ("1000", "mm")),
}
"""What a unit comes to in the smallest of its kind."""
