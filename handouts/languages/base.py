"""What a language is to this program."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Labels:
    """Every word that the program itself prints. Braces name what is filled in."""

    # status marks, on every page until someone approves
    sample_mark: str  # "Exemple à faire approuver"
    draft_mark: str  # "Ébauche"
    overdue_mark: str  # "Révision en retard"
    # colophon and folio
    version: str  # "Version {version}"
    reviewed: str  # "Révisé le {date}"
    next_review: str  # "Prochaine révision le {date}"
    folio: str  # "page {page} de {pages}"
    # where this language's text is, said in this language on the other language's page
    on_other_side: str  # fr "Version française au recto", en "English version on the other side"
    in_this_column: str  # fr "Français à gauche", en "English on the right"
    in_other_file: str  # "Version française : {file}", "English version: {file}"
    # warning levels
    emergency_number: str  # "911"
    emergency_label: str  # "Tout de suite"
    emergency_summary: str  # "Danger pour la vie : tout de suite"
    same_day_number: str  # "811, option 1"
    same_day_label: str  # "Info-Santé, le jour même, ou votre médecin"
    same_day_summary: str  # the same, for the box on the first page of a large-print sheet
    clinic_label: str  # "La clinique"
    clinic_summary: str  # "La clinique, pour le reste"
    extension: str  # "poste {number}", after a telephone number
    signs_on_page: str  # "Les signes à surveiller : page {page}."
    # contact
    closed: str  # "Fermé?"
    closed_line: str  # "Info-Santé 811, option 1"
    emergency_line: str  # "Urgence : 911"
    online: str  # "En ligne : {address}"
    hours_line: str  # "{days} : {opens} à {closes}" / "{days}: {opens} to {closes}"
    # write-in lines
    treatment_date: str
    next_visit: str
    notes: str
    # timeline
    day: str  # "Jour {day}"
    days: str  # "Jours {first} à {last}"
    after_days: str  # "Après {day} jours"
    after_day: str  # the same for one day: "Après {day} jour"
    # structure
    continued: str  # "{heading} (suite)"
    sources: str
    conflicts: str
    written_by: str  # "Rédigé par : {role}"
    approved_by: str  # "Approuvé par : {who}"
    not_approved: str  # said in the colophon until approval
    cover: str
    note: str
    qr_alt: str  # "Code QR vers {address}"
    reason: str  # joins a thing to avoid and its reason: "{thing} : {reason}"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its names, its typography, and how it writes numbers, dates, hours and durations.

    Labels, and what every function but `typeset` returns, are plainly typed: whoever prints them, typesets.

    Attributes:
        code: The key in the content, `fr`.
        tag: BCP 47, for the PDF: `fr-CA`.
        name: In itself: "français".
        in_english: As messages call it: "French".
        suffix: On print codes and file names: `FR`.
        length: How long its texts are, of the same in English.
        labels: Every word that the program prints.
        typeset: Plainly typed text -> text with this language's spaces, quotes and apostrophes; idempotent.
            Its no-break space is U+00A0 (never U+202F). It changes no letters or digits, and all else that
            is not a space stays one for one, but that `...` becomes `…` (`inline.typeset_runs` needs this).
        number: A decimal number as running text writes it.
        date: A date as running text writes it, without an article: "2 mai 2026", "May 2, 2026".
        time: An hour of the day: "9 h", "13 h 30"; "9 a.m.", "1:30 p.m.".
        days_of_week: From monday to sunday, lower case where the language has it so.
        day_range: First and last day name -> "Lundi au vendredi", capitalised to begin a line.
        quantity: A number, or a range of two numbers, with its unit (`handouts.model.facts.Unit`), bare, as a
            table or label has it: "24 à 48 heures", "24 to 48 hours".
        quantity_in_text: The same as running text has it: "de 24 à 48 heures".
        bare_after: Words, in lower case, after which running text has it bare: "pendant 24 à 48 heures".
    """

    code: str
    tag: str
    name: str
    in_english: str
    suffix: str
    length: float
    labels: Labels
    typeset: Callable[[str], str]
    number: Callable[[Decimal], str]
    date: Callable[[date], str]
    time: Callable[[time], str]
    days_of_week: tuple[str, str, str, str, str, str, str]
    day_range: Callable[[str, str], str]
    quantity: Callable[[Decimal, Decimal | None, str], str]
    quantity_in_text: Callable[[Decimal, Decimal | None, str], str]
    bare_after: frozenset[str] = frozenset()
