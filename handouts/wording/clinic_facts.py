"""What text may say of a clinic: `{clinic.phone}` and the others, in each language."""

from handouts.languages import Language
from handouts.languages.typesetting import address_lines
from handouts.model import Clinic
from handouts.model.clinic import Hours

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def clinic_facts(clinic: Clinic, language: Language) -> dict[str, str | None]:
    """Return each of `handouts.wording.placeholders.CLINIC_FACTS`, plainly typed; None for what the clinic lacks."""
    return {
        "name": clinic.name[language.code],
        "phone": _phone(clinic, language),
        "after_hours": clinic.after_hours[language.code],
        "website": printed_address(clinic.website),
        "booking": clinic.booking and printed_address(clinic.booking),
        "address": ", ".join(address_lines(clinic.address)),
        "city": clinic.address.city,
        "hours": "; ".join(_hours_in_text(hours, language) for hours in clinic.hours),
    }


def _phone(clinic: Clinic, language: Language) -> str:
    """Return the number with its extension: 418 555-0134, poste 204 (OQLF)."""
    extension = clinic.extension and language.labels.extension.format(number=clinic.extension)
    return f"{clinic.phone}, {extension}" if extension else clinic.phone


def hours_line(hours: Hours, language: Language) -> str:
    """Return the hours of a stretch of days, plainly typed: Lundi au vendredi : 9 h à 17 h."""
    days = language.day_range(_day(hours.first, language), _day(hours.last or hours.first, language))
    opens, closes = language.time(hours.opens), language.time(hours.closes)
    return language.labels.hours_line.format(days=days, opens=opens, closes=closes)


def printed_address(url: str) -> str:
    """Return a web address as a page shows it: clinic.example/page."""
    return url.removeprefix("https://").removesuffix("/")


def telephone_target(phone: str) -> str:
    """Return what a `tel:` link takes for a Canadian number: +1-418-555-0134 (RFC 3966)."""
    return "+1-" + phone.removeprefix("1 ").replace(" ", "-")


def _hours_in_text(hours: Hours, language: Language) -> str:
    """Begin with the name of the day as it stands inside a sentence: lower case in French."""
    first = _day(hours.first, language)
    return first + hours_line(hours, language)[len(first) :]


def _day(weekday: str, language: Language) -> str:
    return language.days_of_week[_WEEKDAYS.index(weekday)]
