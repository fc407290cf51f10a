"""The typography that languages share. Rules change only spaces, quotes, apostrophes, dashes and dots.

A rule is a pattern and what replaces it. In both, `~` stands for the no-break space; in a pattern it matches
a plain space too. OQLF is the Office québécois de la langue française, whose spacing French follows here.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from handouts.model.clinic import Address

NBSP = "\u00a0"
"""The one no-break space that is printed: fonts and programs often lack the narrow one (U+202F)."""

_NO_BREAK_SPACES = re.compile("[\u202f\u2009\u2007]")
_OTHER_SPACES = re.compile("[\t\u2000-\u2006\u2008\u200a\u205f\u3000]")
_SPACES = re.compile(f"[ {NBSP}]{{2,}}")
BEFORE_POSTAL_CODE = f"{NBSP} "
"""Two spaces, as Canada Post wants them; where an address is too wide for its column, it breaks here."""
_POSTAL_CODE = re.compile(f"[A-Z]\\d[A-Z][ {NBSP}]\\d[A-Z]\\d(?!\\w)")

_STAND_IN = "\ue000"
_VERBATIM = re.compile(
    r"(?:https?://|www\.)[^\s«»“”\"]*[^\s«»“”\".,;:!?…)\]'’]"  # web addresses
    r"|(?<![\w.-])(?:[\w-]+\.)+[^\W\d_]{2,}/[^\s«»“”\"]*[^\s«»“”\".,;:!?…)\]'’]"  # the same without https://
    r"|(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}"  # mail addresses
    rf"|{_STAND_IN}"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of typography."""

    pattern: re.Pattern[str]
    replacement: str

    def apply(self, text: str) -> str:
        """Return the text with the rule applied throughout."""
        return self.pattern.sub(self.replacement, text)


def rule(pattern: str, replacement: str) -> Rule:
    """Write a rule, `~` standing for the no-break space."""
    return Rule(re.compile(pattern.replace("~", f"[ {NBSP}]")), replacement.replace("~", NBSP))


@dataclass(frozen=True, slots=True)
class Typography:
    """How a language is typeset.

    Attributes:
        outer: Quotation marks of the first level.
        inner: Quotation marks inside quotation marks.
        closing_up: Rules that take spaces away; they apply before and after quotation marks are set.
        rules: Those that put no-break spaces in, and all others, in the order in which they apply.
    """

    outer: str
    inner: str
    closing_up: tuple[Rule, ...]
    rules: tuple[Rule, ...]

    def typeset(self, typed: str) -> str:
        """Typeset one text; what is already right, and web and mail addresses, stay as they are."""
        kept: list[str] = []

        def stand_in(match: re.Match[str]) -> str:
            kept.append(match[0])
            return _STAND_IN

        text = _apply(self.closing_up, _spaces(_VERBATIM.sub(stand_in, typed)))
        if '"' in text:
            text = _apply(self.closing_up, self._quotes(text))
        text = _apply(self.rules, _apostrophes(text))
        verbatim = iter(kept)
        done = re.sub(_STAND_IN, lambda _: next(verbatim), text)
        # a mark left without a partner may find one among the few that are left
        return self.typeset(done) if '"' in done and done != typed else done

    def _quotes(self, text: str) -> str:
        """Turn pairs of straight quotation marks into this language's; one without a partner stays."""
        marks = list(text)
        depth = 0
        closing: dict[int, str] = {}
        pairs = _pairs(text)
        for position, character in enumerate(text):
            if position in pairs:
                level = self.inner if depth else self.outer
                marks[position] = level[0]
                closing[pairs[position]] = level[1]
            else:
                marks[position] = closing.get(position, character)
            depth += (marks[position] == self.outer[0]) - (depth > 0 and marks[position] == self.outer[1])
        return "".join(marks)


def _apply(rules: tuple[Rule, ...], text: str) -> str:
    for each in rules:
        text = each.apply(text)
    return text


_OPEN = frozenset("([{«“")
_CLOSED = frozenset(".,;:!?)]}»”%")
_EITHER = frozenset("‘’'-–—/…\"")


def _pairs(text: str) -> dict[int, int]:
    """Return where each straight quotation mark that opens has its partner."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    for position in (match.start() for match in re.finditer('"', text)):
        before, after = text[position - 1 : position] if position else "", text[position + 1 : position + 2]
        at_start, at_end = not before.strip() or before in _OPEN, not after.strip() or after in _CLOSED
        opens = not at_end and (at_start or before in _EITHER)
        closes = not at_start and (at_end or after in _EITHER)
        if waiting and (closes or not opens):
            pairs[waiting.pop()] = position
        elif opens or at_start:
            waiting.append(position)
    return pairs


_SINGLE_QUOTES = re.compile(
    r"(?<![\w’'])'(?!\d0s\b|(?:tis|twas|til|em|cause|n)\b)(?=\S)((?:[^'\n]|(?<=\w)'(?=\w))*(?<=\S))'(?!\w)"
)


def _apostrophes(text: str) -> str:
    """Turn straight apostrophes into curly ones, and pairs of them around words into quotation marks."""
    return _SINGLE_QUOTES.sub(r"‘\1’", text).replace("'", "’")


def _spaces(text: str) -> str:
    """Bring spaces of all kinds to the two that are printed, and leave one of several."""
    return _SPACES.sub(_one_space, _OTHER_SPACES.sub(" ", _NO_BREAK_SPACES.sub(NBSP, text)))


def _one_space(spaces: re.Match[str]) -> str:
    after_province = spaces.string[: spaces.start()].endswith(")")
    if after_province and _POSTAL_CODE.match(spaces.string, spaces.end()):
        return BEFORE_POSTAL_CODE
    return NBSP if NBSP in spaces[0] else " "


def glue_after(words: str, following: str = r"\d") -> Rule:
    """Hold each of `words` (separated by spaces, any case) to what follows."""
    return rule(rf"(?i:(?<!\w)({'|'.join(map(re.escape, words.split()))}))~(?={following})", r"\1~")


def glue_number(function_words: str) -> Rule:
    """Hold a number to the noun or unit after it: any word in small letters but a function word.

    Years and the numbers to call stand alone, and so does what is part of a telephone number or a code.
    """
    excluded = "|".join(function_words.split())
    number = r"(?<![\w.,:/-])(?!(?:19|20)\d\d~|[89]11~)(\d+(?:[.,]\d+)*(?:er|re|es?|st|nd|rd|th)?)"
    return rule(rf"{number}~(?!(?:{excluded})(?!\w))(?=[a-zà-öø-ÿœ])", r"\1~")


WITHOUT_SPACES = (
    rule(r"(?<=[^\s(])~+(?=\))", ""),
    rule(r"(?<=\()~+(?=[^\s)])", ""),
    rule(r"(?<=\S)~+(?=[,.…](?!\w))", ""),
    rule(r"(?<=\S)~+(?=[;!?])", ""),
    rule(r"(?<=[“‘])~+", ""),
    rule(r"~+(?=”)", ""),
    rule(r"(?<!\.)\.{3}(?!\.)", "…"),
)
"""Where both languages have no space; French as in the Office's table of spaces, that is none before ; ! ?"""

MEASURES = (
    rule(r"(?<=\d)~*°~*(?=[CF](?!\w))", "~°"),
    rule(r"(?<=\d)~*(mm|cm|km|mg|kg|ml|mL|min)(?!\w)", r"~\1"),
)

NUMBERS = (
    rule(r"(?<![\w.,])(\d{1,3})~(?=\d{3}(?!\w))", r"\1~"),  # thousands, telephone numbers
    rule(r"(?<=\d{3}-\d{4}),~(poste|ext\.)~(?=\d)", r",~\1~"),
    rule(r"(?<!\w)811,~option~(?=\d)", "811,~option~"),
    rule(r"(?<!\w)([A-Z]\d[A-Z])~(?=\d[A-Z]\d(?!\w))", r"\1~"),  # postal codes
)
"""What is never broken in either language."""


def address_lines(address: Address) -> tuple[str, str]:
    """Return an address in two lines, typeset: 12, rue des Sapins, bureau 3 / Québec (Québec)  G1A 0A1.

    The French form in every language, with two spaces before the postal code (OQLF, BDL 5084; Canada Post).
    """
    street = f"{address.number},{NBSP}{address.street}"
    unit = f", {address.unit.replace(' ', NBSP)}" if address.unit else ""
    postal_code = address.postal_code.replace(" ", NBSP)
    return f"{street}{unit}", f"{address.city}{NBSP}({address.province}){BEFORE_POSTAL_CODE}{postal_code}"


_GROUPED_FROM = 10_000


def grouped(value: Decimal) -> str:
    """Write a number without needless decimals, thousands apart from five digits on: 1.5, 4000, 10,000."""
    shortest = value.normalize()
    return f"{shortest:,f}" if abs(shortest) >= _GROUPED_FROM else f"{shortest:f}"
