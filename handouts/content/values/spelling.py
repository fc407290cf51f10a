"""How values are written: what each form is called, an example of it, and what to do when it is not kept."""

from typing import get_args

from handouts.model.base import ID, NOT_BLANK
from handouts.model.blocks import Block
from handouts.model.brand import COLOR
from handouts.model.clinic import EXTENSION, PHONE, POSTAL_CODE
from handouts.model.handout import CODE, VERSION

SAMPLE_PHONE = "418 555-0100"
SAMPLE_WEBSITE = "https://clinic.example"
"""What this program writes where a clinic's own are to come; they look real, and no sheet may print them."""

PATTERNS: dict[str, tuple[str, str, str]] = {
    ID: (
        "E108",
        "a name that files can have",
        "use up to 48 small letters without accents, digits, - and _, with a letter or digit at both ends",
    ),
    NOT_BLANK: ("E106", "this text is empty", "write the text between the quotes"),
    COLOR: ("E108", "a colour", 'write # and six digits or letters from A to F, in quotes: "#0B4F5C"'),
    PHONE: (
        "E108",
        "a phone number as Quebec writes it",
        "write it as 418 555-0134: spaces, one hyphen, no brackets",
    ),
    EXTENSION: ("E108", "an extension", 'write its digits only, in quotes: "204"'),
    POSTAL_CODE: (
        "E108",
        "a Canadian postal code",
        "write it as G1R 2S5: letters and digits in turn, a space in the middle, and no D, F, I, O, Q or U",
    ),
    CODE: ("E108", "the code of a handout", "write three capital letters: PIM"),
    VERSION: ("E108", "a version", "write two numbers and a point: 1.0"),
}
"""Code, what the value is not (or the whole message, for E106) and hint, by the model's pattern."""

OTHER_PATTERN = ("E108", "written as this must be written", "look at the README for how this is written")

FIGURES: dict[str, tuple[str, str]] = {
    "figure_number": ("a number", "write digits, with a point before decimals: 24 or 1.5"),
    "figure_whole": ("a whole number", "write digits only: 7"),
    "figure_date": ("a date", "write year-month-day: 2026-05-02"),
    "figure_hour": ("an hour of the day", "write hours and minutes: 9:00 or 13:30"),
}
"""What the value is not, and hint, by the error's type."""

EXAMPLES = {
    "schema_version": "1",
    "phone": SAMPLE_PHONE,
    "postal_code": "G1R 2S5",
    "website": SAMPLE_WEBSITE,
    "opens": "9:00",
    "closes": "17:00",
    "code": "PIM",
    "version": "1.0",
    "reviewed": "2026-05-02",
    "review_due": "2028-05-02",
    "brand_mid": '"#B7D6DA"',
    "brand_tint": '"#E6F1F2"',
    "level": "emergency, same_day or clinic",
}
"""What to write after a name that is missing, where an example says more than three dots."""

SOME_OF = {"editions": ("two_sided", "single")}
"""What to write after the name of a list in place of a word for all."""

BLOCKS = tuple(get_args(kind.model_fields["block"].annotation)[0] for kind in get_args(get_args(Block)[0]))
"""Every kind of block."""
