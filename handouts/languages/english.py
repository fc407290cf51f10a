"""English as Canada writes it."""

from datetime import date, time
from decimal import Decimal

from handouts.languages.base import Labels, Language
from handouts.languages.typesetting import (
    MEASURES,
    NUMBERS,
    WITHOUT_SPACES,
    Typography,
    glue_after,
    glue_number,
    grouped,
    rule,
)

_LABELS = Labels(
    sample_mark="Sample, to be approved",
    draft_mark="Draft, to be approved",
    overdue_mark="Review overdue",
    version="Version {version}",
    reviewed="Reviewed {date}",
    next_review="Next review {date}",
    folio="page {page} of {pages}",
    on_other_side="English version on the other side",
    in_this_column="English on the right",
    in_other_file="English version: {file}",
    emergency_number="911",
    emergency_label="Right away",
    emergency_summary="Danger to life: right away",
    same_day_number="811, option 1",
    same_day_label="Info-Santé, the same day, or your doctor",
    same_day_summary="Info-Santé, the same day, or your doctor",
    clinic_label="The clinic",
    clinic_summary="The clinic, for anything else",
    extension="ext. {number}",
    signs_on_page="Signs to watch for: page {page}.",
    closed="Closed?",
    closed_line="Info-Santé 811, option 1",
    emergency_line="Emergency: 911",
    online="Online: {address}",
    hours_line="{days}: {opens} to {closes}",
    treatment_date="Treatment date",
    next_visit="Next visit",
    notes="Notes",
    day="Day {day}",
    days="Days {first} to {last}",
    after_days="After {day} days",
    after_day="After {day} day",
    continued="{heading} (continued)",
    sources="Sources",
    conflicts="Conflicts of interest",
    written_by="Written by: {role}",
    approved_by="Approved by: {who}",
    not_approved="Not yet approved by a health professional",
    cover="Cover",
    note="Note from the clinic",
    qr_alt="QR code to {address}",
    reason="{thing}: {reason}",
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = {
    "seconds": (" second", " seconds"),
    "minutes": (" minute", " minutes"),
    "hours": (" hour", " hours"),
    "days": (" day", " days"),
    "weeks": (" week", " weeks"),
    "months": (" month", " months"),
    "years": (" year", " years"),
    "times": (" time", " times"),
    "celsius": (" °C", " °C"),
    "percent": ("%", "%"),
    "millimetres": (" mm", " mm"),
}
_NOON = 12

_FUNCTION_WORDS = (
    "a an and are as at be but by can do for from had has have he her his i if in into is it its may more "
    "my nor not of off on or our out per she should so than that the their them then they this to until "
    "up was we were when where which who will with without you your"
)
_COUNTED = (
    "no. nos. number numbers SPF page pages p. pp. option ext. extension day days week weeks step steps "
    "stage stages level levels version type unit suite room section chapter figure table about"
)
_TITLES = "Dr Dr. Drs. Mr Mr. Mrs Mrs. Ms Ms. Prof. St."

_TYPOGRAPHY = Typography(
    outer="“”",
    inner="‘’",
    closing_up=(
        *WITHOUT_SPACES,
        rule(r"(?<=\S)~+(?=:(?:\s|$))", ""),
        rule(r"(?<=\d)~+(?=%)", ""),
        rule(r"(?<=\$)~+(?=\d)", ""),
    ),
    rules=(
        rule(r"(?<![\w./:–-])(\d{1,3}(?:\.\d+)?)-(?=\d{1,3}(?:\.\d+)?(?:%|~[a-z°]))", r"\1–"),
        *MEASURES,
        *NUMBERS,
        rule(r"(?<=\d)~(?=[ap]\.m\.)", "~"),
        glue_after(_COUNTED),
        glue_after("vitamin vitamins", r"[A-Z]\d?(?!\w)"),
        glue_after(_TITLES, "[A-ZÀ-ÖØ-Þ]"),
        glue_after(" ".join(_MONTHS), r"\d{1,2}(?!\d)"),
        glue_number(_FUNCTION_WORDS),
        rule(rf"(?<![\w.,:/-])(\d{{1,2}})~(?={'|'.join(_MONTHS)})", r"\1~"),
    ),
)


def _number(value: Decimal) -> str:
    """Write a decimal point, and commas between thousands from five digits on."""
    return grouped(value)


def _date(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _time(hour: time) -> str:
    """Write 12 hours with a.m. and p.m.; noon and midnight in words, where `12 p.m.` would be misread."""
    if not hour.minute and hour.hour % _NOON == 0:
        return "noon" if hour.hour else "midnight"
    minutes = f":{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour % _NOON or _NOON}{minutes} {'p.m.' if hour.hour >= _NOON else 'a.m.'}"


def _day_range(first: str, last: str) -> str:
    if first == last:
        return first
    neighbours = _DAYS.index(last) == _DAYS.index(first) + 1
    return f"{first} {'and' if neighbours else 'to'} {last}"


def _quantity(value: Decimal, to: Decimal | None, unit: str) -> str:
    singular, plural = _UNITS[unit]
    noun = singular if (value if to is None else to) == 1 else plural
    return f"{_number(value)}{noun}" if to is None else f"{_number(value)} to {_number(to)}{noun}"


ENGLISH = Language(
    code="en",
    tag="en-CA",
    name="English",
    in_english="English",
    suffix="EN",
    length=1,
    labels=_LABELS,
    typeset=_TYPOGRAPHY.typeset,
    number=_number,
    date=_date,
    time=_time,
    days_of_week=_DAYS,
    day_range=_day_range,
    quantity=_quantity,
    quantity_in_text=_quantity,
)
