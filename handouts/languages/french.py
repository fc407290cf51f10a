"""French as Quebec writes it (OQLF)."""

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
    sample_mark="Exemple à faire approuver",
    draft_mark="Ébauche à faire approuver",
    overdue_mark="Révision en retard",
    version="Version {version}",
    reviewed="Révisé le {date}",
    next_review="Prochaine révision le {date}",
    folio="page {page} de {pages}",
    on_other_side="Version française au recto",
    in_this_column="Français à gauche",
    in_other_file="Version française : {file}",
    emergency_number="911",
    emergency_label="Tout de suite",
    emergency_summary="Danger pour la vie : tout de suite",
    same_day_number="811, option 1",
    same_day_label="Info-Santé, le jour même, ou votre médecin",
    same_day_summary="Info-Santé, le jour même, ou votre médecin",
    clinic_label="La clinique",
    clinic_summary="La clinique, pour le reste",
    extension="poste {number}",
    signs_on_page="Les signes à surveiller : page {page}.",
    closed="Fermé?",
    closed_line="Info-Santé 811, option 1",
    emergency_line="Urgence : 911",
    online="En ligne : {address}",
    hours_line="{days} : {opens} à {closes}",
    treatment_date="Date du traitement",
    next_visit="Prochain rendez-vous",
    notes="Notes",
    day="Jour {day}",
    days="Jours {first} à {last}",
    after_days="Après {day} jours",
    after_day="Après {day} jour",
    continued="{heading} (suite)",
    sources="Sources",
    conflicts="Conflits d'intérêts",
    written_by="Rédigé par : {role}",
    approved_by="Approuvé par : {who}",
    not_approved="Pas encore approuvé par une professionnelle ou un professionnel de la santé",
    cover="Couverture",
    note="Note de la clinique",
    qr_alt="Code QR vers {address}",
    reason="{thing} : {reason}",
)

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_UNITS = {
    "seconds": (" seconde", " secondes"),
    "minutes": (" minute", " minutes"),
    "hours": (" heure", " heures"),
    "days": (" jour", " jours"),
    "weeks": (" semaine", " semaines"),
    "months": (" mois", " mois"),
    "years": (" an", " ans"),
    "times": (" fois", " fois"),
    "celsius": (" °C", " °C"),
    "percent": (" %", " %"),
    "millimetres": (" mm", " mm"),
}
_BARE_AFTER = "à après avant dans de depuis durant dès environ les pendant pour sous"
_PLURAL_FROM = 2  # "1,5 heure", "2 heures" (OQLF)

_FUNCTION_WORDS = (
    "à a au aux avec après avant car chez ce ces cet cette comme d'ici dans de dès des donc du en entre "
    "est et être il elle ils elles je tu nous vous on jusqu la le les leur mais même ne ni ont ou où par "
    "pas pendant peu plus pour puis quand que qui sa sans sauf se ses si son sont sous sur tous tout "
    "toute toutes très un une vers votre vos y"
)
_COUNTED = (
    "no nos nº n° FPS page pages p. option poste bureau jour jours semaine semaines étape étapes numéro "
    "numéros niveau niveaux phase phases version type chapitre section article figure tableau environ"
)
_BEFORE_A_NUMBER = "à au de du la le"
"""Words of a letter or two that end no line where a short number begins the next: le 911, à 7 jours, de 24 à 48 heures.

A telephone number after them would make too long a piece for a narrow column.
"""
_TITLES = "Dr Dre Drs Dres Pr Pre M. MM. Mme Mmes Mlle Me"

_TYPOGRAPHY = Typography(
    outer="«»",
    inner="“”",
    closing_up=WITHOUT_SPACES,  # FR-02, FR-09
    rules=(
        rule(r"(?i)(?<!\w)([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)’~+(?=\w)", r"\1’"),  # FR-06
        rule(r"(?<=[^\s«])~:(?=[^\W\d_])", "~: "),  # FR-01, a space was typed before but none after
        rule(r"(?<=\S)~:", "~:"),  # FR-01, a space was typed
        rule(r"(?<=[\w\ue000)\]»”’%$°…!?.])(?=:(?:\s|$|[«»“”\"]))", "~"),  # FR-01, none was typed
        rule(r"«~*", "«~"),  # FR-03
        rule(r"~*»", "~»"),
        rule(r"(?<=\d)~*(?=[%$](?!\w))", "~"),  # FR-04
        *MEASURES,
        rule(r"(?<![\w,.])(\d{1,2})~*h~*([0-5]?\d)(?!\w)", r"\1~h~\2"),  # FR-12, hours
        rule(r"(?<![\w,.])(\d{1,2})~*h(?!\w)", r"\1~h"),
        *NUMBERS,  # FR-05
        glue_after(_COUNTED),
        glue_after(_BEFORE_A_NUMBER, r"\d{1,3}(?!\d|~\d{3})"),
        glue_after("vitamine vitamines", r"[A-Z]\d?(?!\w)"),
        glue_after(_TITLES, r"[A-ZÀ-ÖØ-Þ]"),
        glue_number(_FUNCTION_WORDS),
    ),
)


def _number(value: Decimal) -> str:
    """Write a decimal comma, and spaces between thousands from five digits on."""
    whole, _, decimals = grouped(value).partition(".")
    return whole.replace(",", " ") + (f",{decimals}" if decimals else "")


def _date(day: date) -> str:
    """Write `1er` for the first of a month only."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def _time(hour: time) -> str:
    """Write 24 hours, without zeros in front and without `00` (BDL 1242)."""
    if not (hour.hour or hour.minute):
        return "minuit"
    return f"{hour.hour} h {hour.minute}" if hour.minute else f"{hour.hour} h"


def _day_range(first: str, last: str) -> str:
    if first == last:
        return first.capitalize()
    neighbours = _DAYS.index(last) == _DAYS.index(first) + 1
    return f"{first.capitalize()} {'et' if neighbours else 'au'} {last}"


def _quantity(value: Decimal, to: Decimal | None, unit: str) -> str:
    singular, plural = _UNITS[unit]
    noun = plural if (value if to is None else to) >= _PLURAL_FROM else singular
    return f"{_number(value)}{noun}" if to is None else f"{_number(value)} à {_number(to)}{noun}"


def _quantity_in_text(value: Decimal, to: Decimal | None, unit: str) -> str:
    bare = _quantity(value, to, unit)
    return bare if to is None else f"de {bare}"


FRENCH = Language(
    code="fr",
    tag="fr-CA",
    name="français",
    in_english="French",
    suffix="FR",
    length=1.15,
    labels=_LABELS,
    typeset=_TYPOGRAPHY.typeset,
    number=_number,
    date=_date,
    time=_time,
    days_of_week=_DAYS,
    day_range=_day_range,
    quantity=_quantity,
    quantity_in_text=_quantity_in_text,
    bare_after=frozenset(_BARE_AFTER.split()),
)
