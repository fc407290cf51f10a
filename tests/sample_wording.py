"""A small content whose texts each test gives: two clinics, one handout, two durations, two facts."""

from collections.abc import Mapping
from typing import Any

from handouts.languages import LANGUAGES
from handouts.model import Content, Text
from handouts.wording.resolve import Wording


def both(fr: str, en: str | None = None) -> Text:
    """Return a text in both languages; the same words in each when only one is given."""
    return Text.model_validate({"fr": fr, "en": fr if en is None else en})


def _same(words: str) -> dict[str, str]:
    return {"fr": words, "en": words}


_ADDRESS = {
    "number": "12",
    "street": "rue des Sapins",
    "unit": "bureau 3",
    "city": "Québec",
    "postal_code": "G1A 0A1",
}
_CLINIC: dict[str, Any] = {
    "brand": "boreale",
    "name": {"fr": "Clinique **Boréale**", "en": "Boréale [clinic](tel:911)"},
    "address": _ADDRESS,
    "phone": "418 555-0134",
    "after_hours": {"fr": "Info-Santé 811, option 1", "en": "Info-Santé 811, option 1"},
    "hours": [
        {"first": "monday", "last": "friday", "opens": "09:00", "closes": "17:00"},
        {"first": "saturday", "opens": "09:00", "closes": "13:00"},
    ],
    "website": "https://boreale.example/",
    "services": ["microneedling"],
}
_DURATION = {"unit": "hours", "min": "0", "max": "999", "source": "sheet", "approved_by": "nurse"}
_HANDOUT: dict[str, Any] = {
    "code": "BOU",
    "version": "1.0",
    "service": "microneedling",
    "title": {"fr": "Des **boutons** après", "en": "Pimples after"},
    "subtitle": _same("x"),
    "slug": {"fr": "boutons", "en": "pimples"},
    "purpose": _same("x"),
    "reviewed": "2026-05-02",
    "review_due": "2028-05-02",
    "author_role": _same("x"),
    "approver_role": _same("x"),
    "approval": {"status": "sample"},
    "sources": [{"title": "x"}],
    "conflicts": _same("x"),
}


def content(*blocks: Mapping[str, Any], facts: Mapping[str, Mapping[str, str]] | None = None) -> Content:
    """Return a content that holds these blocks and facts."""
    message = {"block": "main_message", "text": _same("x")}
    handout = {**_HANDOUT, "sections": [{"id": "one", "blocks": [message, *blocks]}]}
    own_figure = {"value": "72", "reason": _same("x")}
    levis = {**_CLINIC, "booking": "https://boreale.example/rv", "overrides": {"sun_wait": own_figure}}
    return Content.model_validate(
        {
            "schema_version": "1",
            "services": {"microneedling": _same("x")},
            "durations": {
                "makeup_wait": {**_DURATION, "value": "24", "to": "48"},
                "sun_wait": {**_DURATION, "value": "24"},
            },
            "facts": {
                "gentle": {"fr": "un nettoyant **doux**", "en": "a **gentle** cleanser"},
                **(facts or {}),
            },
            "brands": {
                "boreale": {
                    "name": _same("Boréale"),
                    "colors": {"brand": "#0B4F5C", "brand_mid": "#B7D6DA", "brand_tint": "#E6F1F2"},
                    "logo": "logo.svg",
                }
            },
            "clinics": {"quebec": _CLINIC, "levis": levis},
            "handouts": {"boutons": handout},
        }
    )


def wording(language: str = "fr", clinic: str = "quebec", **options: Any) -> Wording:
    """Return the wording of the sample for one clinic; `facts` and `sources` may be given."""
    sources = options.pop("sources", {})
    sample = content(**options)
    return Wording(sample, sample.clinics[clinic], sample.handouts["boutons"], LANGUAGES[language], sources)
