"""The mistakes that people make in the content with Notepad, Word or Google Docs: each is told once, where it is, in words.

Each is made in a copy of the real content. What is asserted is what a nurse sees: the code, the line, what the mark points
at, the fix; how many messages there are; and that everything which the mistake does not concern can still be made.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from handouts.build.plan import Workshop
from handouts.content import Loaded, UnfitContentError, load_fit
from handouts.content.reading.source import Sources
from handouts.diagnostics import format_problem
from handouts.errors import Problem
from handouts.keeping.memory import Memory
from handouts.problems.findings import findings
from layouts import LAYOUTS
from tests.check_samples import EDITIONS, ROOT, TODAY
from tests.sample_content import short_sample

Change = Callable[[str], str]

FR = 'fr: "Gardez la peau propre"'
EN = 'en: "Keep your skin clean"'
DROP = "              - icon: drop"
FRIDAY = '{first: friday, opens: "08:30", closes: "12:00"}'
LEVIS = 'opens: "08:30", closes: "16:30"'
COLORS = 'colors:\n      brand: "#0B4F5C"\n      brand_mid: "#B7D6DA"\n      brand_tint: "#E6F1F2"'
CONTACT = (
    '            link:\n              fr: "{clinic.website}/boutons"\n              en: "{clinic.website}/pimples"'
)
POINT = f"                text:\n                  {FR}\n                  {EN}"
NAME = '    name:\n      fr: "Clinique Boréale Lévis"'
MAKEUP = "    value: 24\n    to: 48\n    unit: hours"
MEMORY = Memory(None)  # handouts without the mistake are read once
ALL = "all"
PIMPLES = "handouts pimples"
CLINIC = "clinics boreale-levis"
BRAND = "brands boreale clinics boreale-levis clinics boreale-quebec"
FIGURE = "durations makeup_wait handouts pimples"


@dataclass(frozen=True)
class Mistake:
    """A mistake as it is made, and what is to be said of it.

    Attributes:
        right: What the content says.
        wrong: What is typed instead.
        code: Of the message.
        line: Which line of what was typed it points at, counted from 1; None for another place.
        mark: What the mark points at.
        fix: Words of the help.
        stops: What cannot be made; nothing, when the content can be read and only its sheets are stopped.
        count: How many messages there are at most.
    """

    right: str
    wrong: str
    code: str
    mark: str
    fix: str
    stops: str = PIMPLES
    line: int | None = 1
    count: int = 1


TYPED = {
    # blanks
    "tabs and blanks that indent": Mistake(f"                  {EN}", f"\t\t  {EN}", "E161", "\t", "begin the line with 18 spaces and no tab"),
    "a tab that indents": Mistake(f"                  {EN}", f"\t\t{EN}", "E161", "\t", "18 spaces"),
    "tabs in place of all spaces": Mistake(
        f"{DROP}\n                text:\n", "\t- icon: drop\n\t\ttext:\n", "E161", "\t", "14 spaces"
    ),
    "one space too many": Mistake(f"\n                  {EN}", f"\n                   {EN}", "E164", EN, "take 1 space away", line=2),
    "one space too few": Mistake(f"\n                  {EN}", f"\n                 {EN}", "E164", EN, "put 1 space more", line=2),
    "a level too far left": Mistake(f"\n                  {EN}", f"\n                {EN}", "E101", "en", "put 2 spaces more", line=2),
    "a level too far in": Mistake("    reviewed: 2026-05-02", "      reviewed: 2026-05-02", "E101", "reviewed", "as `code` on line 321"),
    "a group a level too far in": Mistake("    purpose:\n", "      purpose:\n", "E101", "purpose", "take 2 spaces away", count=2),
    "a reason a level too far in": Mistake(
        '                reason:\n                  fr: "elles portent', '                  reason:\n                  fr: "elles portent',
        "E101", "reason", "take 2 spaces away", count=2,
    ),
    "a name of a clinic one space off": Mistake(
        "    phone: 418 555-0147", "   phone: 418 555-0147", "E164", "phone: 418 555-0147", "right under line 228", CLINIC
    ),
    "a name of a clinic at the level of clinics": Mistake(
        "    phone: 418 555-0147", "  phone: 418 555-0147", "E164", "phone: 418 555-0147", "put 2 spaces more", CLINIC
    ),
    "an item too far left": Mistake(DROP, DROP[2:], "E164", "- icon: drop", "right under line 383"),
    "an item too far in": Mistake(DROP, f"  {DROP}", "E164", "- icon: drop", "take 2 spaces away"),
    "a section one space off": Mistake("      - id: do\n", "       - id: do\n", "E164", "- id: do", "right under line 396"),
    "a block at the level of sections": Mistake(
        "          - block: key_points", "      - block: key_points", "E164", "- block: key_points", "put 4 spaces more"
    ),
    "a section among blocks": Mistake(
        "      - id: do\n        heading:", "          - id: do\n            heading:", "E164", "- id: do", "4 spaces away before it (and the next line"
    ),
    "a no-break space that indents": Mistake(f"                  {EN}", "\u00a0" * 18 + EN, "E162", "\u00a0", "ordinary space"),
    "a no-break space after a colon": Mistake(FR, FR.replace(": ", ":\u00a0"), "E162", "\u00a0", "ordinary space"),
    "a no-break space before a colon": Mistake(FR, FR.replace(":", "\u00a0:"), "E162", "fr\u00a0", "ordinary spaces"),
    "a space of no width in a name": Mistake(FR, f"\u200b{FR}", "E153", "\u200bfr", "type it again"),
    "a control character": Mistake("Gardez la peau", "Gardez la\x07 peau", "E153", " ", "delete it"),
    # colons
    "no space after a colon": Mistake(FR, 'fr:"Gardez la peau propre"', "E167", "fr:", "a space after the colon"),
    "no colon": Mistake(FR, 'fr "Gardez la peau propre"', "E166", " ", 'fr: "Gardez la peau propre"'),
    "no colon after the name of a group": Mistake("    hours:\n", "    hours\n", "E166", "", "write   hours:", "clinics boreale-quebec"),
    "no colon after heading": Mistake(
        '        heading:\n          fr: "À faire"', '        heading\n          fr: "À faire"', "E166", "", "write   heading:"
    ),
    "a colon inside a text": Mistake(FR, "fr: Gardez la peau : toujours", "E160", ":", 'fr: "Gardez la peau : toujours"'),
    # signs that YAML takes for its own
    "a number sign in a text": Mistake(FR, "fr: Gardez le savon #1", "E158", "#1", "in quotes"),
    "a colour without quotes": Mistake('brand: "#0B4F5C"', "brand: #0B4F5C", "E159", "#0B4F5C", '"#0B4F5C"', BRAND),
    "colours in braces without quotes": Mistake(
        COLORS, "colors: {brand: #0B4F5C, brand_mid: #B7D6DA, brand_tint: #E6F1F2}", "E159", "#0B4F5C", "the other colours too", BRAND
    ),
    "bold at the beginning of a text": Mistake(FR, "fr: **Gardez** la peau propre", "E160", "*", "in quotes"),
    "a figure at the beginning of a text": Mistake(FR, "fr: {spf} ou plus", "E160", "{", '"{spf} ou plus"'),
    "a link at the beginning of a text": Mistake(FR, "fr: [Ici](https://a.ca) la suite", "E160", "[", "in quotes"),
    "a backslash": Mistake(FR, r'fr: "Gardez \propre"', "E165", "\\", "write \\\\"),
    # quotes
    "an apostrophe in single quotes": Mistake("fr: \"N'y touchez pas\"", "fr: 'N'y touchez pas'", "E163", "'", "as ''"),
    "quotes in quotes": Mistake(EN, 'en: "Keep your "skin" clean"', "E163", '"', r"as \""),
    "a quote that is not closed": Mistake(FR, FR[:-1], "E163", '"', 'put " at the end'),
    "a quote that is not opened": Mistake(FR, FR.replace('"', "", 1), "E163", '"', "put both"),
    "curly quotes": Mistake(EN, "en: “Keep your skin clean”", "E163", "“Keep your skin clean”", 'write "Keep your skin clean"'),
    # dashes
    "an en dash": Mistake(DROP, DROP.replace("-", "–"), "E168", "–", "write   - icon: drop"),
    "an em dash": Mistake('- fr: "Évanouissement"', '— fr: "Évanouissement"', "E168", "—", '- fr: "Évanouissement"'),
    "a bullet": Mistake(DROP, DROP.replace("-", "•"), "E168", "•", "write   - icon: drop"),
    "a star": Mistake(DROP, DROP.replace("-", "*"), "E168", "*", "write   - icon: drop"),
    "a dash without a space": Mistake(DROP, DROP.replace("- ", "-"), "E168", "-", "write   - icon: drop"),
    "no dash": Mistake(DROP, DROP.replace("-", " "), "E154", "icon", "put a dash before it"),
    "no dash before the first item": Mistake("              - icon: hand", "                icon: hand", "E168", "icon: hand", "- icon: hand"),
    # names
    "the same name twice": Mistake(EN, f"{EN}\n                  {EN}", "E154", "en", "keep one", line=2),
    "a mistyped name": Mistake('        heading:\n          fr: "À faire"', '        heding:\n          fr: "À faire"', "E101", "heding", "`heading`"),
    "FR in capitals": Mistake(FR, FR.replace("fr", "FR"), "E105", "FR", "did you mean `fr`?"),
    "fr-CA": Mistake(FR, FR.replace("fr", "fr-CA"), "E105", "fr-CA", "did you mean `fr`?"),
    "français": Mistake(FR, FR.replace("fr", "français"), "E105", "français", "did you mean `fr`?"),
    "English": Mistake(EN, EN.replace("en:", "English:"), "E105", "English", "did you mean `en`?"),
    "type for block": Mistake("- block: key_points", "- type: key_points", "E102", "type", "block: key_points"),
    "the kind as a name": Mistake("- block: key_points", "- key_points:", "E102", "key_points", "block: key_points"),
    "nom": Mistake(NAME, NAME.replace("name", "nom"), "E101", "nom", "`name`", CLINIC),
    "téléphone": Mistake("    phone: 418 555-0147", "    téléphone: 418 555-0147", "E101", "téléphone", "`phone`", CLINIC),
    "durée": Mistake("duration: makeup_wait", "durée: makeup_wait", "E101", "durée", "`duration`"),
    "curly quotes around a name": Mistake("icon: drop", "“icon”: drop", "E101", "“icon”", "`icon`"),
    "a heading of the file that is gone": Mistake("\nhandouts:\n", "\n", "E101", "pimples", "`handouts:`", ALL, line=4),
    "a heading of the file that is indented": Mistake("\nhandouts:\n", "\n  handouts:\n", "E101", "handouts", "left edge", ALL, line=2),
    # words
    "yes": Mistake("cover_art: bars", "cover_art: yes", "E107", "yes", "bars, waves, none", BRAND),
    "a level in French": Mistake("level: emergency", "level: urgence", "E107", "urgence", "`emergency`"),
    "an unknown icon": Mistake("icon: drop", "icon: droplet", "E107", "droplet", "`drop`"),
    "a picture for an icon": Mistake("icon: drop", "icon: 💧", "E107", "💧", "hand, drop"),
    "an unknown block": Mistake("- block: timeline", "- block: time_line", "E107", "time_line", "`timeline`"),
    "a block in French": Mistake("- block: bullets", "- block: liste", "E107", "liste", "`bullets`"),
    "an unknown edition": Mistake("[two_sided, single]", "[two-sided, single]", "E121", "two-sided", "`two_sided`", CLINIC),
    "a list without brackets": Mistake("[two_sided, single]", "two_sided, single", "E103", "two_sided, single", "[two_sided, single]", CLINIC),
    "an unknown service": Mistake("    services: [microneedling]\n    cover:\n      kind: none", "    services: [microneedeling]\n    cover:\n      kind: none", "E120", "microneedeling", "`microneedling`", CLINIC),
    "an unknown brand": Mistake("  boreale-levis:\n    brand: boreale", "  boreale-levis:\n    brand: borael", "E120", "borael", "`boreale`", CLINIC, line=2),
    "a unit in French": Mistake("unit: hours\n    min: 12\n    max: 72", "unit: heures\n    min: 12\n    max: 72", "E107", "heures", "`hours`", FIGURE),
    # figures
    "a date day first": Mistake("    reviewed: 2026-05-02", "    reviewed: 02-05-2026", "E109", "02-05-2026", "write 2026-05-02 if the day comes first"),
    "a date in words": Mistake("    reviewed: 2026-05-02", "    reviewed: 2 mai 2026", "E109", "2 mai 2026", "write 2026-05-02"),
    "a date that is none": Mistake("    reviewed: 2026-05-02", "    reviewed: 2026-02-30", "E109", "2026-02-30", "no calendar"),
    "a review before the last": Mistake("    review_due: 2028-05-02", "    review_due: 2025-05-02", "E111", "2025-05-02", "not after 2029-05-02"),
    "an hour in French": Mistake(LEVIS, 'opens: 8h30, closes: "16:30"', "E109", "8h30", '"8:30"', CLINIC),
    "an hour in the afternoon": Mistake(LEVIS, 'opens: "8:30", closes: 4:30 PM', "E109", "4:30 PM", '"16:30"', CLINIC),
    "closed before it opens": Mistake(LEVIS, 'opens: "16:30", closes: "08:30"', "E111", '"08:30"', 'write   opens: "08:30", closes: "16:30"', CLINIC),
    "an afternoon that ends by the other clock": Mistake(LEVIS, 'opens: "13:00", closes: "05:00"', "E111", '"05:00"', "write 17:00 for the afternoon", CLINIC),
    "days in French": Mistake("{first: monday, last: thursday", "{first: lundi, last: jeudi", "E107", "lundi", "`monday`", CLINIC, count=2),
    "hours as a text": Mistake(f"      - {FRIDAY}", "      - le vendredi 8h30 à 12h", "E103", "le vendredi 8h30 à 12h", '- {first: friday, opens: "8:30", closes: "12:00"}', CLINIC),
    "hours without a brace": Mistake(FRIDAY, FRIDAY[:-1], "E160", "", "write “}” there", CLINIC),
    "hours without a comma": Mistake(LEVIS, LEVIS.replace(",", ""), "E160", "c", ", closes: …", CLINIC),
    "a phone with brackets": Mistake("418 555-0147", "(418) 555-0147", "E108", "(418) 555-0147", "write 418 555-0147", CLINIC),
    "a phone with points": Mistake("418 555-0147", "418.555.0147", "E108", "418.555.0147", "write 418 555-0147", CLINIC),
    "a phone of ten digits": Mistake("418 555-0147", "4185550147", "E108", "4185550147", "write 418 555-0147", CLINIC),
    "a phone with an extension": Mistake("418 555-0147", "418 555-0147 poste 12", "E108", "418 555-0147 poste 12", 'extension: "12"', CLINIC),
    "a number without charge, with an extension": Mistake("418 555-0147", "1 800 555-0147 ext. 12", "E108", "1 800 555-0147 ext. 12", 'extension: "12"', CLINIC),
    "the word in an extension": Mistake("phone: 418 555-0147", "phone: 418 555-0147\n    extension: poste 12", "E108", "poste 12", '"204"', CLINIC, line=2),
    "a postal code in small letters": Mistake("G6V 0A1", "g6v0a1", "E108", "g6v0a1", "write G6V 0A1", CLINIC),
    "the letter O in a postal code": Mistake("G6V 0A1", "G6V OA1", "E108", "G6V OA1", "write G6V 0A1", CLINIC),
    "an address without https": Mistake("https://levis.boreale.example", "www.levis.example", "E111", "www.levis.example", "https://www.levis.example", CLINIC),
    "a decimal comma": Mistake("value: 24\n    to: 48", "value: 24,5\n    to: 48", "E109", "24,5", "write 24.5", FIGURE),
    "a range in one": Mistake(MAKEUP, "    value: 24-48\n    unit: hours", "E109", "24-48", "to: 48", FIGURE),
    "a figure with its unit": Mistake(MAKEUP, "    value: 24 h\n    unit: hours", "E109", "24 h", "unit:", FIGURE),
    "a range the wrong way round": Mistake(MAKEUP, "    value: 48\n    to: 24\n    unit: hours", "E111", "24", "smaller figure", FIGURE, line=2),
    "a figure beyond its source": Mistake(MAKEUP, "    value: 2\n    to: 48\n    unit: hours", "E111", "2", "min:", FIGURE),
    "a code in small letters": Mistake("code: BOU", "code: bou", "E108", "bou", "write BOU"),
    "a version of one number": Mistake('version: "1.0"', "version: 1", "E108", "1", '"1.0"'),
    # texts
    "no French": Mistake(f"                text:\n                  {FR}\n", "                text:\n", "E104", "text", 'add   fr: "..."'),
    "no English": Mistake(POINT, f"                text:\n                  {FR}", "E104", "text", 'add   en: "..."'),
    "an empty text": Mistake(EN, 'en: ""', "E106", '""', "between the quotes"),
    "a text in one language": Mistake(POINT, '                text: "Gardez la peau propre"', "E103", '"Gardez la peau propre"', "in each language"),
    "an address in one language": Mistake(CONTACT, "            link: https://boreale.example/b", "E103", "https://boreale.example/b", "in each language"),
    "the same text twice": Mistake(EN, 'en: "Gardez la peau propre"', "E203", '"Gardez la peau propre"', "in English", ""),
    "the languages swapped": Mistake(
        f"{FR}\n                  {EN}", 'fr: "Keep your skin clean"\n                  en: "Gardez la peau propre"', "E204", '"Keep your skin clean"', "put the words", ""
    ),
    "a paste of pages": Mistake("Gardez la peau propre", "Gardez la peau propre. " * 400, "E106", '"Gardez', "shorten it"),
    "letters from another encoding": Mistake("Gardez la peau propre", "La peau séchÃ©e", "E176", "Ã©", "“séchée”", ""),
    "a web page's sign": Mistake("la peau propre", "la <b>peau</b> propre", "W173", "<b>", "**words**", ""),
    "a web page's space": Mistake("la peau propre", "la&nbsp;peau propre", "W173", "&nbsp;", "no-break", ""),
    "an emoji": Mistake("la peau propre", "la peau propre 🙂", "E302", "🙂", "take it out", ""),
    "a space of no width in a text": Mistake("la peau propre", "la\u200b peau propre", "E303", "\u200b", "delete it", ""),
    "bold that does not end": Mistake(FR, 'fr: "**Gardez la peau"', "E170", "**", "before and after", ""),
    "a script in a link": Mistake(FR, 'fr: "Gardez [la peau](javascript:x)"', "E172", "javascript:x", "https://", "", count=2),
    "a link without https": Mistake(FR, 'fr: "Gardez [la peau](www.a.ca)"', "E172", "www.a.ca", "https://www.a.ca", "", count=2),
    # names of figures
    "a mistyped figure": Mistake("Gardez la peau propre", "Peau {makeup_wiat}", "E173", "{makeup_wiat}", "{makeup_wait}", ""),
    "a mistyped fact of the clinic": Mistake("Gardez la peau propre", "Appelez {clinic.phon}", "E173", "{clinic.phon}", "{clinic.phone}", ""),
    "a mistyped duration": Mistake("duration: makeup_wait", "duration: makeup_wiat", "E173", "makeup_wiat", "write makeup_wait", ""),
    "spaces in braces": Mistake("{spf} ou plus, à large", "{ spf } ou plus, à large", "E173", "{ spf }", "write {spf}", "", count=2),
    "two pairs of braces": Mistake("{spf} ou plus, à large", "{{spf}} ou plus, à large", "E173", "{{spf}}", "write {spf}", "", count=2),
    "half a pair of braces": Mistake("{spf} ou plus, à large", "{spf ou plus, à large", "E173", "{spf", "write {spf}", "", count=2),
    "a lone brace": Mistake("Gardez la peau propre", "Gardez la peau { propre", "W172", "{", "take it out", ""),
    # parts of a handout
    "the same code": Mistake("code: SEM", "code: BOU", "E123", "BOU", "another code", "handouts first-week"),
    "two main messages": Mistake("- block: key_points\n", '- block: main_message\n            text: {fr: "Oui.", en: "Yes."}\n          - block: key_points\n', "E130", "main_message", "callout"),
    "no warning of a level": Mistake("level: same_day", "level: clinic", "E132", "clinic", "write   level: same_day", line=None),
    "an approval without a name": Mistake("      status: sample", "      status: approved", "E111", "approved", "`by:`, `role:`, `on:`"),
    "a cover without a description": Mistake("couverture.pdf\n      alt:", "couverture.pdf\n      description:", "E101", "description", "`alt`", "clinics rivage-limoilou", line=2),
    "two versions left by a merge": Mistake(
        f"                  {EN}", f"<<<<<<< HEAD\n                  {EN}\n=======\n                  {EN}\n>>>>>>> b", "E169", "<<<<<<< HEAD", "keep one version"
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What was said of a content: every problem, the files, and what could not be read."""

    problems: tuple[Problem, ...]
    sources: Sources
    stops: str


def told(folder: Path, raw: bytes) -> Told:
    (folder / "assets").symlink_to(ROOT / "assets")
    path = folder / "content.yaml"
    path.write_bytes(raw)
    try:
        loaded = load_fit(path, EDITIONS)
    except UnfitContentError as unfit:
        return Told(unfit.problems, unfit.sources, ALL)
    stops = " ".join(map(" ".join, sorted(loaded.left_out)))
    every = {("handouts", name) for name in loaded.legible.handouts}
    return Told(_found(loaded, folder), loaded.sources, ALL if loaded.left_out == every else stops)


def _found(loaded: Loaded, folder: Path) -> tuple[Problem, ...]:
    shop = Workshop(loaded.content, folder, tuple(LAYOUTS), TODAY, loaded.sources.files)
    return findings(loaded, shop, MEMORY).kept


def pointed_at(problem: Problem, sources: Sources) -> str:
    at = problem.at
    assert at is not None
    return sources.line(at)[at.column - 1 : at.column - 1 + max(at.end - at.start, 1)]


@pytest.mark.parametrize("mistake", TYPED.values(), ids=TYPED.keys())
def test_a_mistake_is_told_once_at_its_place_with_the_fix_and_stops_no_other_sheet(
    mistake: Mistake, tmp_path: Path
) -> None:
    before, found, after = short_sample().partition(mistake.right)
    assert found, "the content no longer says this; make the mistake elsewhere"
    said = told(tmp_path, (before + mistake.wrong + after).encode())
    report = "\n\n".join(format_problem(problem, said.sources) for problem in said.problems)
    first = next((each for each in said.problems if each.code == mistake.code), None)
    assert first, report
    assert first.at, report
    assert mistake.line in {None, first.at.line - before.count("\n")}, report
    assert pointed_at(first, said.sources).startswith(mistake.mark), report
    assert mistake.fix in first.hint, report
    assert len(said.problems) <= mistake.count, report
    assert said.stops == mistake.stops, report
    assert not re.search(r"Traceback|pydantic|\bdict\b|\bstr\b|NoneType", report)


WHOLE = {
    "an empty file": (b"", "E103", "schema_version"),
    "nothing but comments": (b"# later\n# more\n", "E103", "schema_version"),
    "prose": (b"Bonjour, voici le feuillet.\n", "E103", "a name and a colon"),
    "a Word file": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "E151", "plain text"),
    "formatted text": (b"{\\rtf1\\ansi hello}", "E151", "plain text"),
    "a web page": (b"<html><body>Bonjour</body></html>", "E151", "plain text"),
    "Unicode of old Windows": (short_sample().encode("utf-16"), "E151", "UTF-8"),
    "the same without its mark": (short_sample().encode("utf-16-le"), "E151", "UTF-8"),
    "Unicode in four bytes": (short_sample().encode("utf-32"), "E151", "UTF-8"),
    "ANSI of old Windows": (short_sample().encode("cp1252", "replace"), "E151", "UTF-8"),
    "an old program of the Mac": (short_sample().encode("mac_roman", "replace"), "E151", "UTF-8"),
}


@pytest.mark.parametrize(("raw", "code", "fix"), WHOLE.values(), ids=WHOLE.keys())
def test_a_file_that_is_no_content_is_told_in_one_message(raw: bytes, code: str, fix: str, tmp_path: Path) -> None:
    said = told(tmp_path, raw)
    (problem,) = said.problems
    assert problem.code == code
    assert fix in problem.hint


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Macs"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
def test_the_same_content_from_any_editor_raises_no_alarm(line_end: str, mark: bytes, tmp_path: Path) -> None:
    said = told(tmp_path, mark + short_sample().replace("\n", line_end).encode())
    assert said.problems == ()


def test_blanks_at_the_ends_of_lines_are_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, short_sample().replace("\n", "  \n").encode()).problems == ()


@pytest.mark.parametrize("line_end", ["\r\n", "\r"], ids=["Windows", "old Macs"])
def test_the_place_of_a_mistake_is_the_same_whatever_ends_the_lines(line_end: str, tmp_path: Path) -> None:
    wrong = short_sample().replace(DROP, DROP.replace("- ", "-"), 1).replace("\n", line_end)
    (problem,) = told(tmp_path, wrong.encode()).problems
    assert str(problem.at).endswith(":387:15")


def test_mistakes_in_several_places_are_all_told_in_one_run(tmp_path: Path) -> None:
    made = ("no colon", "an em dash", "a section one space off", "a phone with points", "durée", "the same code")
    text = short_sample()
    for mistake in map(TYPED.__getitem__, made):
        assert mistake.right in text
        text = text.replace(mistake.right, mistake.wrong, 1)
    said = told(tmp_path, text.encode())
    assert sorted(problem.code for problem in said.problems) == sorted(TYPED[name].code for name in made)


def test_a_handout_pasted_again_is_told_in_few_words(tmp_path: Path) -> None:
    text = short_sample()
    start, end = text.index("  pimples:\n"), text.index("\n  # 2.")
    copy = text[start:end].replace("  pimples:", "  pimples-copy:", 1)
    said = told(tmp_path, (text[:end] + "\n" + copy + text[end:]).encode())
    assert [problem.code for problem in said.problems] == ["E123"]
    assert "slug" in said.problems[0].hint
    assert said.stops == "handouts pimples-copy"
