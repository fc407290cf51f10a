"""Slips of the hand, and lines that were copied, cut or pasted: each is told once, where it is, with the fix that mends it.

They go on where `tests/test_forty_mistakes.py` ends, and are judged as there.
"""

from pathlib import Path

import pytest

from tests import test_forty_mistakes as forty
from tests.sample_content import short_sample
from tests.test_forty_mistakes import ALL, CLINIC, EN, FR, LEVIS, Mistake

ROW = short_sample()[
    short_sample().index('              - - fr: "Bosses fermes') : short_sample().index("\n\n      - id: who-helps")
]
FAINT_EN = '\n                en: "Fainting"'
FAINT = f'- fr: "Évanouissement"{FAINT_EN}'
EDITIONS = "editions: [two_sided, single]"
LAST_POINT = 'text:\n                  fr: "Appelez si cela empire ou dure"\n                  en: "Call if they get worse or stay"'
FRIDAY_HOURS = forty.FRIDAY
FRIDAY = '      - {first: friday, opens: "08:30"'
PASTED = f"\n                text:\n                  {FR}\n                  {EN}"
BOREALE = 'name:\n      fr: "Boréale"\n      en: "Boréale"'
SERVICES = "services: [microneedling]"
EXPECT = "      - id: expect\n        heading:"
TOP = (
    short_sample()[short_sample().index("\n  pimples:") : short_sample().index("\n      - id: message")]
    + "\n      - id: message"
)
SETTLE = "microneedling. They usually settle within about\n                {pimples_settle}."
POINT = forty.POINT
HOURS = short_sample()[short_sample().index("    hours:\n      - {first: monday, last: thursday") :].partition(
    "    website:"
)[0]
FIRST_WEEK = short_sample()[short_sample().index("\n  first-week:") : short_sample().index("\n  # 3.")]


def _to_the_left(part: str) -> str:
    return part.replace("\n  ", "\n")


def _text(inside: str) -> str:
    return f"                text: {{{inside}}}"


SLIPS = {
    # signs
    "a semicolon for a colon": Mistake("code: BOU", "code; BOU", "E166", ";", "write   code: BOU"),
    "an equals sign for a colon": Mistake("code: BOU", "code = BOU", "E166", "=", "write   code: BOU"),
    "a full-width colon": Mistake("code: BOU", "code：BOU", "E166", "：", "write   code: BOU"),
    "a comma after a text": Mistake(EN, f"{EN},", "E163", ",", "take it away"),
    "an arrow for a long text": Mistake("        en: >-\n          Cover of", "        en: ->\n          Cover of", "E160", "->", "write >-", "clinics rivage-limoilou"),
    "a dash for a long text": Mistake("        en: >-\n          Cover of", "        en: -\n          Cover of", "E160", "-", "write >-", "clinics rivage-limoilou"),
    "a long dash in the sign of a long text": Mistake("        en: >-\n          Cover of", "        en: >—\n          Cover of", "E160", ">—", "write >-", "clinics rivage-limoilou"),
    "a quote before the sign of a long text": Mistake("        en: >-\n          Cover of", '        en: ">-\n          Cover of', "E163", '"', "take it away: after >-", "clinics rivage-limoilou"),
    "a quote before the first of several lines": Mistake("        en: >-\n          Cover of", '        en: "Cover of', "E163", '"', "at the end of the text", "clinics rivage-limoilou"),
    "a bracket that holds nothing": Mistake("services: [microneedling]\n    cover:\n      kind: file", "services: [\n    cover:\n      kind: file", "E160", "[", "“]” after it", "clinics rivage-limoilou"),
    "the rows of a drawn table": Mistake("            rows:\n", "            rows:\n              | Cloques | Feu sauvage | Médecin |\n              |---|---|---|\n", "E166", "| Cloques", '- [{fr: "Cloques", en: "…"}', line=2),
    "a colon in a text of two lines, without quotes": Mistake(EN, "en: Keep it clean: your\n                  whole skin", "E160", ":", 'one " before “Keep”, one " at the end of line 391'),
    "hours from one to the other": Mistake('opens: "10:00", closes: "19:00"', "opens: 10-19", "E109", "10-19", 'opens: "10:00", closes: "19:00"', "clinics rivage-limoilou"),
    "a closed day among the hours": Mistake('opens: "09:00", closes: "14:00"', "opens: fermé, closes: fermé", "E109", "fermé", "leave a day out", "clinics rivage-montreal"),
    "the number of a house before its street": Mistake('number: "40"\n      street: rue du Quai', "street: 40, rue du Quai", "E102", "address", 'number: "40"', "clinics rivage-limoilou", line=None),
    "a dash for a colon": Mistake("phone: 418 555-0134", "phone - 418 555-0134", "E166", "-", "write   phone: 418 555-0134", "clinics boreale-quebec"),
    "an old text behind the sign of a comment of other languages": Mistake(EN, f"{EN}\n                  // {EN}", "E105", "// en", "begin it with #", line=2),
    "a bullet before the other language of an item": Mistake(EN, f"• {EN}", "E105", "• en", "take what stands before `en:` away"),
    "lines of a comparison": Mistake(f"                  {EN}\n", f"-                  {EN}\n+                  {EN}\n", "E169", "-", "the “+” before what is new, line 391"),
    "lines of a comparison that did not change": Mistake(f"                  {FR}\n                  {EN}\n", f"                   {FR}\n-                  {EN}\n+                  {EN}\n", "E169", "-", "delete line 390, and the first character, a blank or “+”, of each other line from 389 to 391", line=2),
    "a whole comparison": Mistake(f"                  {FR}\n                  {EN}\n", f"@@ -370,2 +370,2 @@ handouts:\n                   {FR}\n-                  {EN}\n+                  {EN}\n", "E169", "@@", "delete line 389, 391, and the first character, a blank or “+”, of each other line from 390 to 392"),
    "a mark of a merge that was left behind": Mistake("    phone: 418 555-0147\n", "    phone: 418 555-0147\n>>>>>>> telephone\n", "E169", ">>>>>>> telephone", "see that the lines around it stand only once", CLINIC, line=2),
    "a merge with the version that both come from": Mistake("    phone: 418 555-0147\n", "<<<<<<< HEAD\n    phone: 418 555-0147\n||||||| base\n    phone: 418 555-0140\n=======\n    phone: 418 555-0149\n>>>>>>> telephone\n", "E169", "<<<<<<< HEAD", "and delete the rest down to line", CLINIC),
    "two items as Word copies them": Mistake(f"              {FAINT}\n", f"              {FAINT}\n·\u00a0\u00a0 Convulsions\n·\u00a0\u00a0 Confusion\n", "E168", "·", '- fr: "Convulsions"   and under it   en: …', line=3, count=2),
    "a long text on the line of its sign": Mistake(EN, "en: >- Keep your skin clean", "E160", "Keep", "next line"),
    # quotes
    "a curly quote at the end": Mistake(EN, EN[:-1] + "”", "E163", '"', "in place of the ”"),
    "a curly quote at the beginning": Mistake(EN, EN.replace('"', "“", 1), "E163", "“Keep", "straight quotes"),
    "a low quote at the beginning": Mistake(EN, EN.replace('"', "„", 1), "E163", "„Keep", "straight quotes"),
    "signs of inches for quotes": Mistake(EN, EN.replace('"', "″"), "E163", "″Keep", "straight quotes"),
    "words after the closing quote": Mistake(EN, f"{EN} please", "E163", '"', "at the end of the text"),
    "quotes around the name too": Mistake(EN, f'"{EN.replace(chr(34), "")}"', "E163", '"en: Keep your skin clean"', f"write   {EN}"),
    "quotes around the names of both languages": Mistake(f"{FR}\n                  {EN}", '"fr: Gardez la peau propre"\n                  "en: Keep your skin clean"', "E163", '"fr: Gardez', "in the same way"),
    "quotes around a dash's name too": Mistake(FAINT, f'- "fr: Évanouissement"{FAINT_EN}', "E163", '- "fr:', 'write   fr: "Évanouissement"'),
    "both languages in one text, after their names": Mistake(FAINT, '- "FR: Évanouissement / EN: Fainting"', "E103", '"FR:', '{fr: "Évanouissement", en: "Fainting"}'),
    "both languages, as a sheet of cells has them": Mistake(f"{FR}\n                  {EN}", "fr\tGardez la peau propre\n                  en\tKeep your skin clean", "E103", "fr", '{fr: "Gardez la peau propre", en: "Keep'),
    "brackets around a text": Mistake(EN, "en: [Keep your skin clean]", "E103", "en", f"on the same line:   {EN}"),
    "each language with a dash, and without its name": Mistake(FAINT, '- "Évanouissement"\n              - "Fainting"', "E103", '"Évanouissement"', '- {fr: "Évanouissement", en: "Fainting"}'),
    "a text in one language at the end of a list": Mistake(LAST_POINT, 'text: "Appelez si cela empire ou dure"', "E103", '"Appelez', "in each language"),
    "three quotes around a text": Mistake(EN, EN.replace('"', '"""'), "E163", '"', 'one pair of quotes: "Keep'),
    "a row of a table of values": Mistake(FAINT, '- "Évanouissement","Fainting"', "E104", '"Évanouissement"', 'fr: "Évanouissement"   en: "Fainting"'),
    "a comma after braces": Mistake(POINT, _text('fr: "Gardez la peau propre", en: "Keep your skin clean"') + ",", "E166", ",", "take it out"),
    "a number for the dash of two lines": Mistake(FAINT, FAINT.replace("- ", "1. ").replace("   en", "    en"), "E168", "1.", "lines under it begin under its first word"),
    "a value without its name": Mistake('- title: "Desert Sage Dermatology"', '- "Desert Sage Dermatology"', "E102", '"Desert', 'write   - title: "Desert'),
    "one dash for a row and its cell": Mistake('- - fr: "Petites cloques', '- fr: "Petites cloques', "E168", "- fr", 'write   - - fr: "Petites cloques'),
    "a note between the lines of a clinic": Mistake("    phone: 418 555-0147", "    à revoir avec Julie\n    phone: 418 555-0147", "E166", "à revoir", "begin it with #", CLINIC),
    "a note with a colon": Mistake("    phone: 418 555-0147", "    À faire: revoir avec Julie\n    phone: 418 555-0147", "E101", "À faire", "begin it with #", CLINIC),
    "a letter in the code of a web page": Mistake("N'y touchez pas", "N&#39;y touchez pas", "E176", "N&#39;y", "write “N'y”", ""),
    "a letter in the code of an email": Mistake("petits boutons parfois", "petits boutons s=C3=A9ch=C3=A9s parfois", "E176", "s=C3=A9ch=C3=A9s", "write “séchés”", ""),
    "a word cut in two at the end of a line": Mistake("Les bactéries des mains", "Les bac- téries des mains", "W173", "bac- téries", "write “bactéries”, or “bac-téries”", ""),
    "a field of a mail merge": Mistake("La peau enfle un peu", "«Prénom», la peau enfle un peu", "W173", "«Prénom»", "names no patient", ""),
    "a bullet before a text": Mistake("La peau enfle un peu", "• La peau enfle un peu", "W173", "•", "its own sign", ""),
    # quotes between braces
    "a quote that is missing between braces": Mistake(POINT, _text('fr: "Gardez la peau propre, en: "Keep your skin clean"'), "E163", '"', 'write   fr: "Gardez la peau propre"'),
    "the last quote that is missing between braces": Mistake(POINT, _text('fr: "Gardez la peau propre", en: "Keep your skin clean'), "E163", '"', 'write   en: "Keep your skin clean"'),
    "quotes inside a text between braces": Mistake(POINT, _text('fr: "Gardez la peau "propre"", en: "Keep your skin clean"'), "E163", '"', """write   fr: 'Gardez la peau "propre"'"""),
    "an apostrophe inside a text between braces": Mistake(POINT, _text("fr: 'Essuyez l'eau', en: 'Wipe the water'"), "E163", "'", """write   fr: "Essuyez l'eau\""""),
    "a placeholder at the end of a text that is not closed": Mistake(POINT, _text('fr: "Attendez {makeup_wait}, en: "Wait {makeup_wait}"'), "E163", '"', 'write   fr: "Attendez {makeup_wait}"'),
    "no colon between braces": Mistake(POINT, _text('fr "Gardez la peau propre", en: "Keep your skin clean"'), "E166", " ", 'write   fr: "Gardez la peau propre"'),
    "no comma between braces": Mistake(POINT, _text('fr: "Gardez la peau propre" en: "Keep your skin clean"'), "E160", "en", "write   , en: …"),
    # one word in place of a group or a list, and a part that is half there
    "a word for a cover": Mistake("    cover:\n      kind: none", "    cover: Non", "E103", "Non", "write   cover: { kind: none }", CLINIC),
    "a word for an approval": Mistake("    approval:\n      status: sample", "    approval: brouillon", "E103", "brouillon", "approval: { status: draft }"),
    "an approval in words": Mistake("    approval:\n      status: sample", "    approval: approved by Dr Roy on 2026-05-02", "E103", "approved", 'by: "…", role: {fr: "…", en: "…"}, on: 2026-05-02 }'),
    "an approval whose names share a line": Mistake("    approval:\n      status: sample", "    approval: approved, by: Dr Roy", "E167", "by:", 'write   approval: { status: approved, by: "…"'),
    "another name for a list of groups, and no dash": Mistake("      notes:\n        - file: assets/montreal-note.pdf", "      note:\n          file: assets/montreal-note.pdf", "E101", "note", "`notes`? If so, put a dash before the first of them", "clinics rivage-montreal"),
    "another name for a list, and no brackets": Mistake(SERVICES, "service: microneedling", "E101", "service", "`services`? If so, write it in square brackets", "clinics boreale-quebec"),
    "hours in a word": Mistake(HOURS, "    hours: 8h30 - 16h30\n", "E103", "8h30 - 16h30", "- { first: monday, opens: 9:00, closes: 17:00 }", CLINIC),
    "a service that nothing names": Mistake(SERVICES, "services: [microneedling, needling]", "E120", "needling", "under `services:`", "clinics boreale-quebec"),
    "a handout that is half copied": Mistake("\n  # 3.", '\n  peel:\n    code: PEL\n    version: "1.0"\n    service: microneedling\n  # 3.', "E102", "peel", "write each on a line of its own", "handouts peel", line=2),
    "a phone with a one before it and an extension": Mistake("418 555-0147", "1-418-555-0147 poste 204", "E108", "1-418-555-0147 poste 204", "only the number, 418 555-0147, and on a line", CLINIC),
    "a slug with spaces": Mistake("fr: boutons-apres-microperforation", "fr: Boutons après", "E124", "Boutons après", "hyphens: boutons-apres"),
    "a phone that is given twice": Mistake("    phone: 418 555-0134", "    phone: 418 555-0134\n    phone: 418 555-0199", "E154", "phone", "keep one of them", "clinics boreale-quebec", line=2),
    "a long text on the line of its bar": Mistake(EN, "en: | Keep your skin clean", "E160", "Keep", "next line"),
    # comments between braces
    "a sign of a comment before a language": Mistake(POINT, _text('fr: "Gardez la peau propre", # en: "Keep your skin clean"'), "E158", '# en: "Keep your skin clean"', "take the # away"),
    "a sign of a comment before a name, and an item after it": Mistake("last: thursday", "# last: thursday", "E158", "# last: thursday", "take the # away", CLINIC),
    # languages that changed places
    "two short texts that changed places": Mistake(f"{FR}\n                  {EN}", f"{FR.replace('fr:', 'en:')}\n                  {EN.replace('en:', 'fr:')}", "E204", '"Gardez', "put the words under `en:` under `fr:`", ""),
    # names and paths
    "languages in capitals": Mistake(FAINT, FAINT.replace("fr:", "FR:").replace("en:", "EN:"), "E105", "FR", "did you mean `fr`?", count=2),
    "a part in the column of its heading": Mistake("\n  getting-ready:", "\ngetting-ready:", "E101", "getting-ready", "put 2 spaces before it", "handouts getting-ready", line=2),
    "a part in the column of its heading, with others after it": Mistake("\n  pimples:", "\npimples:", "E101", "pimples", "put 2 spaces before it", line=2),
    "a whole part that is too far left, with others after it": Mistake(FIRST_WEEK, _to_the_left(FIRST_WEEK), "E101", "first-week", "each line that belongs to it", "handouts first-week", line=2),
    "a name that lost all its blanks": Mistake(f"                text:\n                  {FR}", f"text:\n                  {FR}", "E164", "text", "16 spaces more"),
    "a dash that lost all its blanks": Mistake(forty.DROP, forty.DROP.lstrip(), "E164", "- icon: drop", "14 spaces more"),
    "a remark at the left edge of a part": Mistake(EXPECT, f"Note: ask Julie\n{EXPECT}", "E101", "Note", "begin it with #"),
    # remarks that are in no part stop nothing
    "a remark between two clinics": Mistake("\n  boreale-levis:", "\nask about hours\n  boreale-levis:", "E166", "ask", "begin it with #", "", line=2),
    "two remarks between two clinics": Mistake("\n  boreale-levis:", "\nask about hours\nand the phone\n  boreale-levis:", "E166", "ask", "begin each with #", "", line=2),
    "a remark with a colon between two clinics": Mistake("\n  boreale-levis:", "\nTODO: ask about hours\n  boreale-levis:", "E101", "TODO", "begin it with #", "", line=2),
    "a remark with a colon before a heading": Mistake("\nhandouts:", "\nNote: ask Julie\nhandouts:", "E101", "Note", "begin it with #", "", line=2),
    "a remark before all else": Mistake("\nschema_version: 1", "\nThe version of Julie\nschema_version: 1", "E166", "The", "begin it with #", "", line=2),
    "a remark within a long text": Mistake("\n                souvent, ils", "\nAsk Julie\n                souvent, ils", "E164", "Ask", "put 16 spaces more before it", line=2),
    # two on a line
    "two languages on a line": Mistake(f"{FR}\n                  {EN}", f"{FR} {EN}", "E167", EN, "18 spaces in"),
    "two names on a line with a comma": Mistake('    code: BOU\n    version: "1.0"', '    code: BOU, version: "1.0"', "E167", "version:", "4 spaces in"),
    "a tab and a quote that is not closed": Mistake(f"                  {EN}", f"\t\t{EN[:-1]}", "E161", "\t", "18 spaces"),
    "a quote after the sign of a long text": Mistake("fr: >-\n                Les aiguilles ouvrent", 'fr: >- "\n                Les aiguilles ouvrent', "E160", '"', "take it away"),
    "a number with a colon for a dash": Mistake(FAINT, f"1:\n                {FAINT[2:]}", "E168", "1:", "in its place"),
    "a name between a text and its languages": Mistake('heading:\n          fr: "À faire"\n          en: "Do"', 'heading:\n          text:\n            fr: "À faire"\n            en: "Do"', "E101", "text", 'fr: "À faire"   en: "Do"', line=2),
    "cells in the place of a row": Mistake(ROW, '              - fr: ["Bosses fermes", "Réaction", "La clinique"]\n                en: ["Firm bumps", "Reaction", "The clinic"]', "E103", "fr", '- - fr: "…"'),
    "no space before the sign of a long text": Mistake("fr: >-\n                La rougeur se voit moins sur la peau brune ou noire. La", "fr:>-\n                La rougeur se voit moins sur la peau brune ou noire. La", "E167", "fr:", "with a space"),
    "days from one to another after a name of its own": Mistake("{first: monday, last: thursday,", "{days: lundi-jeudi,", "E101", "days", "first: monday, last: thursday, opens", CLINIC),
    "short names of languages": Mistake('heading:\n          fr: "À faire"\n          en: "Do"', 'heading:\n          fra: "À faire"\n          ang: "Do"', "E105", "fra", "`fr`", line=2, count=2),
    "the dots of an example": Mistake(f"- icon: drop\n{POINT}", "- …", "E103", "…", "- { icon: hand, text: … }"),
    "the sign of a number before an extension": Mistake("phone: 418 555-0147", "phone: 418 555-0147\n    extension: #204", "E159", "#204", '"204"', CLINIC, line=2),
    "days as one": Mistake("- first: 1\n                last: 3", "- jours: 1 à 3", "E101", "jours", "first: 1   and under it   last: 3"),
    "a dash before a text in quotes": Mistake(FR, 'fr: "- Gardez la peau propre"', "W173", "-", "take it out", ""),
    "an equals sign for the colon of two lines": Mistake("    code: BOU\n    version: ", "    code = BOU\n    version = ", "E166", "=", "in the next line too"),
    "a name and a text in two languages on a line": Mistake(f"- icon: drop\n{POINT}", f"- icon: drop, text: {FR}, {EN}", "E167", "text:", "take the comma away"),
    "a text in two languages on the line of its name": Mistake(POINT, f"                text: {FR}, {EN}", "E160", ":", f"text: {{{FR}, {EN}}}"),
    "a number for the name of a duration": Mistake("duration: makeup_wait", "duration: 48", "E103", "48", "2 hours"),
    "two quotes at the end": Mistake(EN, f'{EN}"', "E163", '"', "take one quote away"),
    "a bullet of a word processor that lost its blanks": Mistake('              - fr: "Évanouissement"', '•\u00a0fr: "Évanouissement"', "E168", "•", "14 spaces in"),
    "the line of the kind of a block cut": Mistake("          - block: timeline\n", "", "E103", "blocks", "- block: …", line=None),
    "two languages on a line with a comma": Mistake(f"{FR}\n                  {EN}", f"{FR}, {EN}", "E167", EN, "18 spaces in"),
    "two languages of an item on a line": Mistake(FAINT, '- fr: "Évanouissement" en: "Fainting"', "E167", "en:", "16 spaces in"),
    "two languages on a line with a dash": Mistake(f"{FR}\n                  {EN}", f"{FR} - {EN}", "E167", "- en:", "18 spaces in"),
    # dashes
    "a dash before the second language": Mistake(f"\n                  {EN}", f"\n                  - {EN}", "E168", "-", "take the dash away", line=2),
    "a dash that parts the languages of an item": Mistake(FAINT_EN, '\n              - en: "Fainting"', "E168", "en", "take the dash away", line=2),
    "no dash before braces": Mistake(FRIDAY, FRIDAY.replace("-", " "), "E168", "{first", "write   - {", CLINIC),
    "no dash and too far left": Mistake(FRIDAY, FRIDAY.replace("- ", ""), "E168", "{first", "write   - {", CLINIC),
    # on one line
    "two commas": Mistake(EDITIONS, EDITIONS.replace(",", ",,"), "E160", ",", "take it out", CLINIC),
    "no comma in brackets": Mistake(EDITIONS, EDITIONS.replace(",", ""), "E121", "two_sided single", "two_sided, single", CLINIC),
    "round brackets": Mistake(EDITIONS, "editions: (two_sided, single)", "E103", "(two", "[two_sided, single]", CLINIC),
    "no opening bracket": Mistake(EDITIONS, EDITIONS.replace("[", ""), "E103", "two", "[two_sided, single]", CLINIC),
    "semicolons in braces": Mistake(LEVIS, LEVIS.replace(",", ";"), "E160", ";", ", closes: …", CLINIC),
    "a brace too many": Mistake(f"{LEVIS}}}", f"{LEVIS}}}}}", "E160", "}", "take it out", CLINIC),
    "the head of an email amid a list": Mistake("              - id: washing", "De : Marie\nEnvoyé : lundi\n\n              - id: washing", "E101", "De : Marie", "delete lines"),
    "a bracket after the name of a list": Mistake("items:\n              - id: hands", "items: [\n              - id: hands", "E163", "[", "take it away"),
    "a long text with a colon and without its >-": Mistake("fr: >-\n                Les aiguilles ouvrent", "fr:\n                Les aiguilles ouvrent", "E160", "fr:", "write   fr: >-"),
    "an item that is a long text with a colon and without its >-": Mistake("- fr: >-\n                  Les aiguilles ouvrent de", "- fr:\n                  Il faut savoir : les aiguilles ouvrent de", "E160", "- fr:", "write   fr: >-"),
    "words in place of the name of a duration": Mistake("duration: makeup_wait", "duration: 24 à 48 heures", "E103", "24 à 48", "write it in each language"),
    "no colon before a word in braces": Mistake("last: thursday", "last thursday", "E166", " ", "last: thursday", CLINIC),
    "no space in braces": Mistake("last: thursday", "last:thursday", "E167", "last", "last: thursday", CLINIC),
    "no comma before a language": Mistake(BOREALE, 'name: {fr: "Boréale" en: "Boréale"}', "E160", "en", "write   , en: …", forty.BRAND),
    "no colon after a language": Mistake(BOREALE, 'name: {fr "Boréale", en: "Boréale"}', "E166", " ", 'write   fr: "Boréale"', forty.BRAND),
    # comments without their sign
    "a comment in capitals": Mistake("  # 1. PIMPLES", "  1. PIMPLES", "E166", "1. PIMPLES", "begin it with #", ""),
    "a comment in words": Mistake("    sections:\n", "    sections:\n      the sheet begins here\n", "E166", "the sheet", "begin it with #", line=2),
    "a comment with a colon": Mistake("# BRANDS: how", "BRANDS: how", "E154", "BRANDS", "begin it with #", ALL),
    "a list on the line of its name": Mistake(SERVICES, "services: - microneedling", "E168", "-", "services: [microneedling]", "clinics boreale-quebec"),
    "blanks for the dash of a list": Mistake("items:\n              - icon: hand", "items:\n              icon: hand", "E168", "icon", "- icon: hand", line=2),
    "a dash before a shared fact": Mistake("  spf:\n", "  - spf:\n", "E168", "-", "take the dash away", ALL),
    # figures
    "a size with its unit": Mistake("corner_radius: 0", "corner_radius: 12px", "E109", "12px", "write the number alone: 12", forty.BRAND),
    "a day that no calendar has": Mistake("reviewed: 2026-05-02", "reviewed: 2026-02-30", "E109", "2026-02-30", "no calendar"),
    "days in one": Mistake("- first: 1\n                last: 3", "- first: 1-3", "E109", "1-3", "last: 3"),
    "a version with a leading zero": Mistake('version: "1.0"', "version: 01", "E108", "01", 'write "1.0"'),
    # languages and names
    "the same language twice, and not the other": Mistake(EN, EN.replace("en", "fr", 1), "E154", "fr", "write `en:`"),
    "a language that is none": Mistake(EN, EN.replace("en", "an", 1), "E105", "an", "`en`"),
    "the same name with a capital": Mistake("phone: 418 555-0147", "phone: 418 555-0147\n    Phone: 418 555-0147", "E154", "Phone", "keep one", CLINIC, line=2),
    "the French name of a heading": Mistake('heading:\n          fr: "À faire"', 'titre:\n          fr: "À faire"', "E101", "titre", "`heading`"),
    "a duration that there is not": Mistake("duration: actives_wait", "duration: active_wait", "E173", "active_wait", "write actives_wait", ""),
    "a name in braces that nothing has": Mistake("fièvre de {fever}", "fièvre de {fevre}", "E173", "{fevre}", "{fever}", ""),
    # lines in the wrong column
    "a handout inside another": Mistake("\n  first-week:", "\n    first-week:", "E164", "first-week", "take 2 spaces away", line=2),
    "the second line of a long text": Mistake(SETTLE, SETTLE.replace("                {", "              {"), "E164", "{pimples", "put 2 spaces more", line=2),
    "a text that an editor broke": Mistake(EN, "en: Keep your skin\nclean", "E164", "clean", "spaces more", line=2),
    "a section moved in part": Mistake(EXPECT, EXPECT.replace("      ", "        "), "E164", "- id", "2 spaces away"),
    # cut and pasted
    "the top of a handout cut down to a section": Mistake(TOP, "\n  pimples:\n      - id: message", "E102", "- id: message", "bring them back", line=3),
    "lines with the numbers of an editor": Mistake(PASTED, PASTED.replace("\n", "\n 388 "), "E166", "388", "to line", line=2),
    "lines with numbers and colons": Mistake(PASTED, PASTED.replace("\n", "\n388:"), "E166", "388:", "to line", line=2),
    "a line of a message": Mistake(f"                  {EN}", f"  390 |                   {EN}", "E166", "390 |", "delete it"),
    "a quoted email": Mistake(PASTED, PASTED.replace("\n", "\n> "), "E166", ">", "to line", line=2),
    "half a merge": Mistake(f"                  {EN}", f"                  {EN}\n=======", "E166", "=======", "delete the line", line=2),
    "the line of a list cut": Mistake("            items:\n              - icon: hand", "              - icon: hand", "E102", "- icon", "items:"),
    "the line of a text cut": Mistake(f"                text:\n                  {FR}", f"                  {FR}", "E102", "fr", "text:"),
    "the line of the blocks cut": Mistake("        blocks:\n          - block: timeline", "          - block: timeline", "E102", "- block", "blocks:"),
    "the line of the sections cut": Mistake("    sections:\n      - id: message", "      - id: message", "E102", "- id", "sections:"),
    "the line of a handout cut": Mistake("\n  first-week:\n    code: SEM", "\n    code: SEM", "E154", "code", "another handout begins here, write its id", line=2),
    "a clinic at the end of the handouts": Mistake("  first-week:\n", '  new-clinic:\n    brand: boreale\n    name: {fr: "X", en: "X"}\n  first-week:\n', "E101", "new-clinic", "`clinics:`", "handouts new-clinic"),
    "the end of a document": Mistake("      - id: expect", "...\n      - id: expect", "E156", "...", "delete this line", ALL),
    # words of YAML, and words that other programs know
    "a tilde for a text": Mistake(EN, "en: ~", "E104", "en", "after `en:`"),
    "null for a text": Mistake(EN, "en: null", "E104", "en", "after `en:`"),
    "a tilde for a brand": Mistake("  boreale-levis:\n    brand: boreale", "  boreale-levis:\n    brand: ~", "E102", "brand", "write   brand:", CLINIC, line=2),
    "a brand with a capital": Mistake("  boreale-levis:\n    brand: boreale", "  boreale-levis:\n    brand: Boreale", "E120", "Boreale", "did you mean `boreale`?", CLINIC, line=2),
    "a service with a capital": Mistake("    service: microneedling", "    service: Microneedling", "E120", "Microneedling", "did you mean `microneedling`?"),
    "a day that is closed": Mistake(f"      - {FRIDAY_HOURS}", "      - {first: sunday, closed: yes}", "E101", "closed", "leave a day out", CLINIC),
    "a day that is closed, in French": Mistake(f"      - {FRIDAY_HOURS}", "      - {first: sunday, fermé: oui}", "E101", "fermé", "leave a day out", CLINIC),
    "hours before and after a break": Mistake(LEVIS, f'{LEVIS}, opens: "17:30", closes: "19:00"', "E154", "opens", "after a break on a line of their own", CLINIC),
    "two hours after one name": Mistake(LEVIS, LEVIS.replace('"08:30"', '"8h30 à 12h"'), "E109", '"8h30 à 12h"', 'opens: "8:30", closes: "12:00"', CLINIC),
    "days from one to another": Mistake("{first: monday, last: thursday,", "{first: lundi au jeudi,", "E107", "lundi au jeudi", "first: monday, last: thursday", CLINIC),
    "an address in two languages": Mistake("street: rue du Vieux-Passeur", 'street: {fr: "rue du Passeur", en: "Passeur Street"}', "E103", "street", 'on the same line:   street: "rue du Passeur"', CLINIC),
    "all hours in one text": Mistake(HOURS, "    hours: lun-jeu 8h30-16h30, ven 8h30-12h\n", "E103", "lun-jeu", '- {first: monday, last: thursday, opens: "8:30", closes: "16:30"}   - {first: friday', CLINIC),
    "limits that changed places": Mistake("    min: 12\n    max: 72", "    min: 72\n    max: 12", "E111", "72", "smaller figure", forty.FIGURE),
    "a corner that is too round": Mistake("corner_radius: 9", "corner_radius: 25", "E109", "25", "write at most 9", "brands rivage clinics rivage-limoilou clinics rivage-montreal"),
    "two addresses": Mistake("https://levis.boreale.example", "https://levis.boreale.example,www.boreale.example", "E111", "https://levis.boreale.example,", "nothing else: https://levis.boreale.example", CLINIC),
    "an address without its colon": Mistake("https://levis.boreale.example", "https//levis.boreale.example", "E111", "https//", "write https://levis.boreale.example", CLINIC),
    "a text where a duration is named": Mistake("duration: actives_wait", "duration: toujours", "E173", "toujours", 'duration: { fr: "toujours", en: "…" }', ""),
    "an hour of closing, in French": Mistake(LEVIS, LEVIS.replace("closes", "ferme"), "E101", "ferme", "did you mean `closes`?", CLINIC),
    "an edition in French, as an id": Mistake(EDITIONS, "editions: [gros_caracteres, single]", "E121", "gros_caracteres", "did you mean `large_print`?", CLINIC),
    "a day that opens closed": Mistake(LEVIS, LEVIS.replace('"08:30"', "fermé"), "E109", "fermé", "leave a day out", CLINIC),
    "an item copied with its id": Mistake("- id: sweating", "- id: makeup", "E135", "makeup", "another id"),
    "an unseen mark before a line": Mistake("        blocks:\n          - block: timeline", "\ufeff        blocks:\n          - block: timeline", "E153", " ", "delete it"),
    # what is copied from an email or a web page, and what stands in place of a name
    "the code of a web page for a quote": Mistake(FR, "fr: &quot;Gardez la peau propre&quot;", "E160", "&quot;", f"write   {FR}"),
    "lines of an email that was answered twice": Mistake(f"{forty.DROP}\n                text:\n                  {FR}\n", f"> > - icon: drop\n> >   text:\n> >     {FR}\n", "E166", "> >", "of each line", count=2),
    "a title in place of its name": Mistake('- title: "Dermatique"\n        url:', '- "Dermatique":', "E101", '"Dermatique"', 'write   - title: "Dermatique"   and under it   url: https'),
    "a duration in brackets": Mistake("duration: makeup_wait", "duration: [makeup_wait]", "E103", "duration", "duration: makeup_wait"),
    "the first line of a warning cut": Mistake("          - block: warning\n            level: same_day", "            level: same_day", "E154", "level", "write above this line   - block: warning"),
    "the languages of a heading too far left": Mistake('heading:\n          fr: "À faire"\n          en: "Do"', 'heading:\n        fr: "À faire"\n        en: "Do"', "E101", "fr", "2 spaces", line=2),
    "a path with backslashes": Mistake("file: assets/limoilou-couverture.pdf", 'file: "assets\\limoilou-couverture.pdf"', "E165", "\\", '"assets/limoilou-couverture.pdf"', "clinics rivage-limoilou"),
    "a service by its own words": Mistake(f"{SERVICES}\n    cover:\n      kind: none", "services: microperforation\n    cover:\n      kind: none", "E103", "microperforation", "[microneedling]", CLINIC),
    "a clinic's own figure with a unit": Mistake("value: 48\n        to: 72\n", "value: 2\n        to: 3\n        unit: days\n", "E101", "unit", "in the unit of `makeup_wait`", "clinics rivage-montreal", line=3),
    "a fact in one text": Mistake('spf:\n    fr: "FPS 30"\n    en: "SPF 30"', "spf: FPS 30", "E103", "FPS 30", '{fr: "FPS 30"', "facts spf handouts pimples"),
    "a brand with an accent": Mistake("brands:\n  boreale:", "brands:\n  boréale:", "E108", "boréale", "write boreale", "brands boréale clinics boreale-levis clinics boreale-quebec", line=2),
    "no English of a text of several lines": Mistake("        en: >-\n          Cover of the Clinique Rivage Limoilou: a white disc above pink and plum waves. Welcome. This handout is for\n          you. Keep it within reach. 40, rue du Quai, Québec (Québec) G1L 0A1, 418 555-0156, rivage.example.\n", "", "E104", "alt", 'add   en: "..."', "clinics rivage-limoilou", line=None),
    "a figure with a plus": Mistake("value: 38\n    unit: celsius", "value: 38+\n    unit: celsius", "E109", "38+", "write 38", "durations fever handouts first-week handouts getting-ready handouts pimples"),
    "editions that are none": Mistake(EDITIONS, "editions: []", "E110", "editions", "at least 1", CLINIC),
    "a bar that is none": Mistake("message_bar: 0", "message_bar: aucune", "E109", "aucune", "write 0", "brands rivage clinics rivage-limoilou clinics rivage-montreal"),
    "the number of a line with hyphens": Mistake('au 811, option 1"\n    en', 'au 8-1-1, option 1"\n    en', "W257", "8-1-1", "write 811", ""),
    "a space beside an apostrophe": Mistake("Rincez à l'eau", "Rincez à l 'eau", "W262", "l '", "take the space out", ""),
    "another sign that closes hours": Mistake('closes: "16:30"}', 'closes: "16:30")', "E160", ")", "write } in its place", CLINIC),
    "a text above its languages": Mistake('heading:\n          fr: "À faire"', 'heading: À faire\n          fr: "À faire"', "E160", "À faire", "take it out"),
    "two editions with a word between them": Mistake(EDITIONS, "editions: [two_sided et single]", "E121", "two_sided et", "two_sided, single", CLINIC),
    "a clinic's own range, in French": Mistake("to: 72\n        reason", "à: 72\n        reason", "E101", "à", "did you mean `to`?", "clinics rivage-montreal"),
    "languages in their own words": Mistake("schema_version: 1", "schema_version: 1\nlanguages: français et anglais", "E103", "français", "languages: [fr, en]", ALL, line=2),
    "a town with its province": Mistake("city: Lévis", "city: Lévis QC", "W264", "Lévis QC", "the town alone", ""),
    "a brand that nobody uses, with no logo": Mistake("\nbrands:\n", '\nbrands:\n  aurore: {name: {fr: "Aurore", en: "Aurore"}, logo: assets/aurore.svg, colors: {brand: "#0B4F5C", brand_mid: "#B7D6DA", brand_tint: "#E6F1F2"}}\n', "E510", "assets/aurore.svg", "put it into assets/", "", line=3),
    "a comma at the end of a text": Mistake(FR, FR[:-1] + ',"', "W262", ",", "take it out", ""),
    "a list of words that looks like none": Mistake("          - block: contact\n", "          - block: write_in\n            lines: notes\n          - block: contact\n", "E103", "notes", "lines: [notes]", line=2),
    "a clinic's own figures as a list": Mistake("overrides:\n      makeup_wait:\n        value: 48\n        to: 72\n", "overrides:\n      - makeup_wait:\n          value: 48\n          to: 72\n", "E103", "overrides", "take the dashes away", "clinics rivage-montreal", count=2),
    "a section without its dash and id": Mistake("sections:\n      - id: message\n", "sections:\n      message:\n", "E168", "message:", "- id: message", line=2),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_once_at_its_place_with_the_fix_and_stops_no_other_sheet(slip: Mistake, tmp_path: Path) -> None:
    forty.test_a_mistake_is_told_once_at_its_place_with_the_fix_and_stops_no_other_sheet(slip, tmp_path)


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (('"#6B2A4A"', '"#6B2A4"'), ("assets/rivage.svg", "assets/rivages.svg"), ["E108", "E510"]),
        (("418 555-0156", "418 555-015"), ("assets/limoilou-couverture.pdf", "assets/x.pdf"), ["E108", "E510"]),
        (("schema_version: 1", "schema_version: 1\ninclude: [more/*.yaml]"), (f"{EN}\n", f"{FR.replace('fr', 'en')}\n"), ["E141", "E203"]),
    ],
    ids=["a colour and a logo", "a telephone number and a cover", "an included file and a translation"],
)  # fmt: skip
def test_what_leaves_a_part_out_does_not_hide_what_else_is_wrong_in_it(
    first: tuple[str, str], second: tuple[str, str], codes: list[str], tmp_path: Path
) -> None:
    text = short_sample().replace(*first, 1).replace(*second, 1)
    assert [problem.code for problem in forty.told(tmp_path, text.encode()).problems] == codes
