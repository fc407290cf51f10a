"""Faults in what a file says about itself as a whole, and in its fonts."""

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.gate.mutate import NothingToBreakError, descriptor, edit_metadata, elements, fault, fonts


@fault("ua1", "2a", "invariants")
def not_marked(pdf: Pdf) -> None:
    """The file does not say that it is tagged."""
    del pdf.Root.MarkInfo


@fault("ua1", "invariants")
def suspects(pdf: Pdf) -> None:
    """The file says that its own tags are suspect."""
    pdf.Root.MarkInfo.Suspects = True


@fault("ua1", "2a", "invariants", "reading")
def no_tree(pdf: Pdf) -> None:
    """There is no structure tree."""
    del pdf.Root.StructTreeRoot


@fault("ua1", "invariants")
def no_language(pdf: Pdf) -> None:
    """No language is named anywhere."""
    del pdf.Root.Lang
    for node in elements(pdf):
        if "/Lang" in node:
            del node.Lang


@fault("invariants")
def language_in_words(pdf: Pdf) -> None:
    """The language is a word, not a code."""
    pdf.Root.Lang = String("francais")


@fault("ua1", "invariants")
def title_not_shown(pdf: Pdf) -> None:
    """The window would show the file's name, not its title."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@fault("ua1", "2a", "invariants")
def no_title(pdf: Pdf) -> None:
    """The metadata give no title."""
    edit_metadata(pdf, "dc:title", "dc:subject")


@fault("invariants")
def titles_disagree(pdf: Pdf) -> None:
    """Info and metadata give different titles."""
    pdf.docinfo["/Title"] = "Un autre titre"


@fault("ua1", "2a", "invariants")
def no_ua_mark(pdf: Pdf) -> None:
    """The metadata do not claim PDF/UA."""
    edit_metadata(pdf, "pdfuaid:part", "pdfuaid:amd")


@fault("2a", "invariants")
def no_output_intent(pdf: Pdf) -> None:
    """Colours have no output intent."""
    del pdf.Root.OutputIntents


@fault("2a", "invariants")
def script(pdf: Pdf) -> None:
    """A script runs when the file opens."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@fault("2a", "invariants")
def attachment(pdf: Pdf) -> None:
    """Another file is attached."""
    pdf.attachments["notes.txt"] = b"notes"


@fault("ua1", "2a", "invariants")
def font_not_embedded(pdf: Pdf) -> None:
    """A font is not in the file."""
    del descriptor(fonts(pdf)[0]).FontFile2


@fault("ua1", "2a", "invariants", "reading")
def no_unicode(pdf: Pdf) -> None:
    """A font does not say which characters its glyphs are."""
    for font in fonts(pdf):
        del font.ToUnicode


@fault("ua1", "2a", "invariants")
def widths_wrong(pdf: Pdf) -> None:
    """The widths given for a font are not those of its glyphs."""
    font = fonts(pdf)[0]
    if "/Widths" in font:
        font.Widths = Array([int(width) + 50 for width in font.Widths])
    else:
        font.DescendantFonts[0].DW = 50
        del font.DescendantFonts[0].W


@fault("reading")
def wrong_characters(pdf: Pdf) -> None:
    """A font gives the characters of its neighbours: it looks right and reads as nonsense."""
    font = fonts(pdf)[0]
    text = font.ToUnicode.read_bytes()
    shifted = text.replace(b"<0065>", b"<0066>")
    if shifted == text:
        raise NothingToBreakError("the letter e")
    font.ToUnicode.write(shifted)
