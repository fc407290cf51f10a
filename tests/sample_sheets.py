"""Sheets to draw: a small content in two languages, as short or as long as a test needs it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from handouts.editions import Edition, editions_of
from handouts.errors import DoesNotFit
from handouts.layout import Layout
from handouts.model import Content
from handouts.render import Drawn, render
from handouts.sheet import Sheet
from layouts import LAYOUTS

Words = dict[str, str]
Made = dict[str, Any]

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)


def both(fr: str, en: str = "") -> Words:
    """A text in both languages; the same words in each when only one is given."""
    return {"fr": fr, "en": en or fr}


# blocks

MESSAGE: Made = {
    "block": "main_message",
    "text": both(
        "De petits boutons peuvent sortir. Le plus souvent, ils partent seuls.",
        "Small pimples can appear. They usually go away.",
    ),
}
POINTS: Made = {
    "block": "key_points",
    "items": [
        {"icon": "hand", "text": both("N'y touchez pas", "Leave them alone")},
        {"icon": "drop", "text": both("Gardez la peau propre", "Keep your skin clean")},
        {"icon": "phone", "text": both("Appelez si cela dure", "Call if they stay")},
    ],
}
CONTACT: Made = {"block": "contact", "link": both("{clinic.website}/boutons", "{clinic.website}/pimples")}
_STAGES: list[Made] = [
    {"first": "0", "icon": "warm", "text": both("Peau chaude, rouge ou plus foncée", "Warm, red or darker skin")},
    {"first": "1", "last": "3", "icon": "fade", "text": both("La chaleur diminue", "The warmth fades")},
    {"first": "4", "last": "7", "icon": "bumps", "text": both("Petits boutons parfois", "Small pimples at times")},
    {"first": "8", "last": "10", "icon": "clear", "text": both("Peau calmée", "Settled skin")},
    {"after": "10", "text": both("Comme avant", "As before")},
]


def paragraph(fr: str, en: str = "") -> Made:
    """A paragraph."""
    return {"block": "paragraph", "text": both(fr, en)}


def timeline(count: int = 4) -> Made:
    """A timeline of so many stages."""
    stages = _STAGES[:count] if count > 3 else [*_STAGES[: count - 1], _STAGES[-2]]
    return {"block": "timeline", "note": both("Jour 0 : traitement", "Day 0: treatment"), "stages": stages}


def warning(level: str, *signs: Words) -> Made:
    """A level of warning with its signs."""
    return {"block": "warning", "level": level, "signs": list(signs)}


def item(fr: str, en: str = "", *, reason: Words | None = None, duration: Words | None = None) -> Made:
    """A thing to do or to avoid."""
    given = {"reason": reason, "duration": duration}
    return {"text": both(fr, en)} | {name: said for name, said in given.items() if said}


def section(ident: str, *blocks: Made, heading: Words | None = None) -> Made:
    """A section of a handout."""
    return {"id": ident, "blocks": list(blocks)} | ({"heading": heading} if heading else {})


# handouts


def opening(*, points: bool = True) -> Made:
    """The section of the main message."""
    return section("message", MESSAGE, *([POINTS] if points else []))


def closing(signs: int = 2) -> Made:
    """The warnings, with so many signs at each level, and the contact."""
    said = [
        both("Difficulté à respirer", "Trouble breathing"),
        both("Zone chaude, rouge ou foncée qui s'étend, avec de la fièvre", "Hot, red or dark area, fever"),
        both("Évanouissement", "Fainting"),
        both("Lèvres, langue ou gorge enflées", "Swollen lips, tongue or throat"),
        both("Bosses fermes ou qui démangent", "Itchy or firm bumps"),
    ]
    levels = [warning(level, *said[:signs]) for level in ("emergency", "same_day", "clinic")]
    return section("call", *levels, CONTACT, heading=both("Quand appeler, et qui", "When to call, and whom"))


def do(*items: Made) -> Made:
    """A section of what to do."""
    return section("do", {"block": "do", "items": list(items)}, heading=both("À faire", "Do"))


def avoid(*items: Made) -> Made:
    """A section of what to avoid."""
    return section("avoid", {"block": "avoid", "items": list(items)}, heading=both("À éviter", "Avoid"))


def expect(stages: int = 4) -> Made:
    """A section with a timeline."""
    return section("expect", timeline(stages), heading=both("À quoi s'attendre", "What to expect"))


def why(*blocks: Made) -> Made:
    """A section under a heading of its own."""
    return section("why", *blocks, heading=both("Pourquoi?", "Why?"))


SHORTEST = (opening(points=False), closing(1))

DO_ITEMS = (
    item("Mains, taie et pinceaux propres", "Clean hands and brushes", duration=both("toujours", "always")),
    item("Eau tiède, puis nettoyant doux", "Lukewarm water, gentle cleanser", duration=both("dès le soir", "tonight")),
    item("Écran solaire, {sun_wait} après", "Sunscreen, {sun_wait} later", duration=both("7 jours", "7 days")),
)
AVOID_ITEMS = (
    item("Presser, gratter", "Squeezing", reason=both("cicatrices", "scars"), duration=both("7 jours", "7 days")),
    item("Maquillage", "Makeup", reason=both("pores obstrués", "blocked pores"), duration=both("{makeup_wait}")),
    item("Soleil direct", "Direct sun", reason=both("taches", "marks"), duration=both("7 jours", "7 days")),
)
USUAL = (
    opening(), expect(), do(*DO_ITEMS), avoid(*AVOID_ITEMS), why(paragraph("La peau s'irrite.", "Skin reacts.")),
    closing(3),
)  # fmt: skip

_LONG_TIME = both("jusqu'à la guérison complète de la peau", "until the skin has healed completely")
_LONG_WORD = "anticonstitutionnellementdermatologiquement" * 3
_LONG_ITEMS = (
    *DO_ITEMS,
    item("Dormez sur le dos", "Sleep on your back", duration=_LONG_TIME),
    item("Hydratez " + _LONG_WORD, "Moisturize " + _LONG_WORD, duration=both("chaque jour", "every day")),
    item("Lisez https://boreale.example/une/tres/longue/adresse/qui/ne/tient/pas/sur/une/seule/ligne.html"),
)
_CHECKLIST: Made = {
    "block": "checklist",
    "days": [
        {
            "first": str(day),
            "items": [
                both("Nettoyer doucement, sans frotter, avec de l'eau tiède", "Clean gently, with lukewarm water"),
                both("Hydrater", "Moisturize"),
                both("Rester à l'ombre", "Stay in the shade"),
            ],
        }
        for day in range(6)
    ],
}
_TABLE: Made = {
    "block": "table",
    "lead": both("Regardez si une ligne décrit votre peau, puis appelez.", "See which row fits your skin, then call."),
    "columns": [both("Ce que vous voyez", "What you see"), both("Depuis"), both("Peut être"), both("Qui appeler")],
    "rows": [
        [both(f"Cloques groupées {n}"), both("hier"), both("Feu sauvage (herpès labial)"), both("Info-Santé, au 811")]
        for n in range(1, 8)
    ],
}
_TEXT = both(
    "Les aiguilles ouvrent de petits canaux : pendant quelques jours, la peau se défend moins bien et s'irrite vite. "
    "La rougeur se voit moins sur la peau brune ou noire; fiez-vous aussi à la chaleur, à l'enflure et à la douleur. ",
    "The needles open tiny channels: for a few days, skin defends itself less well and gets irritated quickly. "
    "Redness is harder to see on brown and black skin: look for warmth, swelling and pain as well. ",
)


def _times(count: int) -> Words:
    return {language: (words * count).strip() for language, words in _TEXT.items()}


EVERY_BLOCK = (
    opening(),
    closing(5),
    expect(5),
    do(*_LONG_ITEMS * 2),
    avoid(*AVOID_ITEMS * 4),
    why(
        {"block": "paragraph", "text": both(*("\n\n".join([_times(2)[code]] * 4) for code in ("fr", "en")))},
        {"block": "bullets", "items": [_times(1)] * 3},
        {"block": "question", "question": both("Ai-je fait une erreur?", "Did I do wrong?"), "answer": _times(1)},
        {"block": "callout", "title": both("À retenir", "Remember"), "text": _times(1)},
    ),
    section(
        "steps",
        {"block": "steps", "items": [_times(1)] * 12},
        {"block": "figure", "file": "assets/boreale.svg", "alt": both("Un dessin", "A drawing"), "caption": _times(1)},
        {"block": "qr", "link": both("{clinic.website}/suite"), "text": both("Voir la suite", "See more")},
        {"block": "write_in", "lines": ["treatment_date", "next_visit", "notes"]},
        heading=both("Étapes de la maison jusqu'à la clinique", "Steps from home to the clinic"),
    ),
    section("look", _TABLE, heading=both("Ce qui ressemble à des boutons", "What looks like pimples")),
    section("days", _CHECKLIST, heading=both("Jour par jour", "Day by day")),
)
"""A handout with every block, several pages long."""

_WORDS = both(
    "la peau peut rougir, chauffer, peler ou démanger pendant quelques jours sans que ce soit grave et puis se calmer",
    "skin can redden, feel warm, peel or itch for a few days without any danger and then settle down by itself again",
)


def grown(count: int) -> tuple[Made, ...]:
    """The usual handout with so many words more, in a paragraph and in a sign to watch for."""
    added = {code: " ".join((words.split() * 40)[:count]) for code, words in _WORDS.items()}
    signs = [both("Difficulté à respirer " + added["fr"][: count * 4], "Trouble breathing " + added["en"][: count * 4])]
    call = closing(2)
    levels = [warning("emergency", *signs), *call["blocks"][1:]]
    told = why(paragraph("La peau s'irrite. " + added["fr"], "Skin reacts. " + added["en"]))
    return (*USUAL[:4], told, call | {"blocks": levels})


# clinics and brands

_ADDRESS: Made = {"number": "12", "street": "rue des Sapins", "city": "Québec", "postal_code": "G1A 0A1"}
_HOURS: list[Made] = [
    {"first": "monday", "last": "friday", "opens": "09:00", "closes": "17:00"},
    {"first": "saturday", "opens": "09:00", "closes": "13:00"},
]
_PLAIN: Made = {
    "brand": "boreale",
    "name": both("Clinique Boréale"),
    "address": _ADDRESS,
    "phone": "418 555-0134",
    "after_hours": both("Fermé? 811, option 1", "Closed? 811, option 1"),
    "hours": _HOURS,
    "website": "https://boreale.example",
    "services": ["microneedling"],
}
LONG: Made = {
    "name": both("Clinique de dermatologie esthétique et médicale de la Capitale-Nationale"),
    "address": _ADDRESS
    | {"number": "12 345", "street": "boulevard de la Très-Sainte-Trinité-des-Monts Ouest", "unit": "bureau 1200"},
    "phone": "1 800 555-0199",
    "website": "https://dermatologie-esthetique.capitale-nationale.example",
}
SEVEN_DAYS: Made = {
    "hours": [
        {"first": day, "opens": f"{8 + index % 3:02}:30", "closes": "18:45"}
        for index, day in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    ]
}
_BRANDS: dict[str, Made] = {
    "boreale": {
        "name": both("Boréale"),
        "tagline": both("soins de la peau", "skin care"),
        "colors": {"brand": "#0B4F5C", "brand_mid": "#B7D6DA", "brand_tint": "#E6F1F2"},
        "logo": "assets/boreale.svg",
        "message_bar": "5",
        "cover_art": "bars",
    },
    "rivage": {
        "name": both("Rivage"),
        "tagline": both("santé de la peau", "skin health"),
        "colors": {"brand": "#6B2A4A", "brand_mid": "#E0BFCE", "brand_tint": "#F7ECF1"},
        "logo": "assets/rivage.svg",
        "corner_radius": "9",
        "cover_art": "waves",
    },
}
BRANDS = tuple(_BRANDS)
_FIGURE: Made = {"unit": "hours", "min": "0", "max": "999", "source": "sheet", "approved_by": "nurse"}


def written_content(sections: tuple[Made, ...], clinic: Mapping[str, Any] | None = None, **handout: Any) -> Made:
    """A content of one clinic, `quebec`, and one handout, `boutons`, as it is written."""
    said = {
        "code": "BOU",
        "version": "1.0",
        "service": "microneedling",
        "title": both("Des boutons après la microperforation", "Pimples after microneedling"),
        "subtitle": both("Soins à la maison", "Care at home"),
        "slug": both("boutons", "pimples"),
        "purpose": both("Dire quoi faire.", "Say what to do."),
        "reviewed": "2026-05-02",
        "review_due": "2028-05-02",
        "author_role": both("équipe de rédaction", "writing team"),
        "approver_role": both("infirmière", "nurse"),
        "approval": {"status": "sample"},
        "sources": [{"title": "PubMed Central, PMC8008152", "url": "https://pmc.example/PMC8008152"}],
        "conflicts": both("Aucun.", "None."),
        "sections": list(sections),
    }
    return {
        "schema_version": "1",
        "services": {"microneedling": both("Microperforation", "Microneedling")},
        "durations": {
            "makeup_wait": {**_FIGURE, "value": "24", "to": "48"},
            "sun_wait": {**_FIGURE, "value": "24"},
        },
        "brands": _BRANDS,
        "clinics": {"quebec": _PLAIN | dict(clinic or {})},
        "handouts": {"boutons": said | handout},
    }


def content(sections: tuple[Made, ...], clinic: Mapping[str, Any] | None = None, **handout: Any) -> Content:
    """The same, read."""
    return Content.model_validate(written_content(sections, clinic, **handout))


# sheets


def layout(ident: str) -> Layout:
    """A layout by its id."""
    return next(each for each in LAYOUTS if each.id == ident)


def sheet(
    design: Layout | str,
    sections: tuple[Made, ...] = USUAL,
    clinic: Mapping[str, Any] | None = None,
    *,
    language: str = "fr",
    today: date = TODAY,
    **handout: Any,
) -> Sheet:
    """A sheet of one layout; `language` chooses the file where each language has its own."""
    said = content(sections, clinic, **handout)
    chosen = layout(design) if isinstance(design, str) else design
    edition = next(e for e in editions_of(chosen, said) if language in (each.code for each in e.languages))
    return Sheet(said, ROOT, "boutons", "quebec", edition, today)


def drawn(design: Layout | str, sections: tuple[Made, ...] = USUAL, clinic: Made | None = None, **more: Any) -> Drawn:
    """The same, drawn."""
    return render(sheet(design, sections, clinic, **more))


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition of every layout."""
    said = content(SHORTEST)
    return tuple(edition for each in LAYOUTS for edition in editions_of(each, said))


def fits(made: Sheet) -> bool:
    """Whether a sheet can be drawn."""
    try:
        render(made)
    except DoesNotFit:
        return False
    return True
