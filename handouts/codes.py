"""Every error and warning of this project by its code, which never changes its meaning.

E1 and W1: the content. E15 and E16: its YAML.
"""

CODES: dict[str, str] = {
    # what stands where
    "E101": "A name that cannot stand here",
    "E102": "A name that must be given is missing",
    "E103": "A text, a list or a group of names where another of them belongs",
    "E104": "A text is missing in a language",
    "E105": "A text is given in a language that the content does not have",
    "E106": "A text is empty or too long",
    "E107": "Not one of the words that can stand here",
    "E108": "Not written the way that this is written",
    "E109": "Not a number, date or hour, or one out of bounds",
    "E110": "A list is too short or too long",
    "E111": "Two values that do not go together",
    # what refers to what
    "E120": "A name refers to nothing",
    "E121": "An edition that no layout makes",
    "E122": "A clinic's own figure is outside what its source allows",
    "E123": "Two handouts have the same code",
    "E124": "A slug that cannot be a file name",
    "E125": "Two handouts have the same slug",
    "E126": "A name that Windows keeps for itself",
    "E127": "Something is named twice in one list",
    "E128": "A language that this program does not know, or in the wrong order",
    # what every handout has
    "E130": "A handout needs one main message, as its first block",
    "E131": "Key points come once, right after the main message",
    "E132": "A handout needs one warning of each level",
    "E133": "A handout needs one contact panel",
    "E134": "A block that every edition prints stands where some editions leave it out",
    "E135": "Two sections of a handout have the same id",
    # how files and brands are put together
    "E140": "A brand extends a brand that does not exist, or itself",
    "E141": "An `include` finds no file",
    "E142": "An `include` leads outside the folder of the content",
    "E143": "An included file holds what only the first file can",
    "E144": "The same id stands in two files",
    # YAML
    "E150": "A file cannot be read",
    "E151": "A file is not UTF-8 text",
    "E152": "A file is too large",
    "E153": "A character that cannot be printed",
    "E154": "The same name twice in one group",
    "E155": "A YAML anchor, alias, tag or merge, which would drop text",
    "E156": "More than one YAML document, or a YAML directive",
    "E157": "Nested too deeply",
    "E158": "A comment cuts off a text",
    "E159": "A value was taken for a comment",
    "E160": "A text that must stand in quotes",
    "E161": "A tab where only spaces can stand",
    "E162": "A no-break space where an ordinary space belongs",
    "E163": "Quotes that do not close, or close too early",
    "E164": "A line that does not line up",
    "E165": "A backslash inside double quotes",
    "E166": "A line that YAML cannot read",
    "E167": "No space after a colon",
    # markup and names in braces
    "E170": "Bold text that does not end, has no words or stands in bold text",
    "E171": "A link that cannot be read",
    "E172": "A link that leads where no link may lead",
    "E173": "A name in braces that nothing has",
    "E174": "A shared fact that names another",
    "E175": "A clinic does not have what a text asks of it",
    # warnings
    "W170": "A name in braces stands in one language and not in another",
    "W171": "A quotation mark without a partner",
    "W101": "A name with nothing after it, which changes nothing",
}
"""Title by code."""
