"""Small drawn bodies, made by hand: what the drawing side hands over, without the drawing side."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from handouts.body import Body, Bookmark, Details, Field, Link, PageLabel, Slot
from handouts.paper import LETTER
from handouts.prepared import Prepared
from handouts.supplied.preparing import prepare
from handouts.tagging import MarkedContent, Node, Role
from handouts.typography.fonts import bundled_family

DETAILS = Details(
    title="Soins après l’injection & <suites>",
    language="fr-CA",
    author="Clinique Boréale",
    subject="Consignes",
    modified=datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
    fingerprint="0a1b2c3d4e5f",
    page_labels=(PageLabel(0, None, "couverture"), PageLabel(1, "D")),
    duplex=True,
    keywords=("soins", "injection"),
)


class Drawing:
    """A canvas that puts every text into marked content of a node."""

    def __init__(self) -> None:
        face = bundled_family().regular
        self._font = face.name
        self._buffer = io.BytesIO()
        canvas: Any = Canvas
        size = (LETTER.width, LETTER.height)
        self._canvas = canvas(self._buffer, pagesize=size, invariant=1, initialFontName=face.name, pageCompression=1)
        self._page, self._mcid, self._y = 0, 0, 720.0

    def text(self, node: Node, text: str) -> None:
        """Draw a line of a node, under what was drawn before."""
        node.kids.append(MarkedContent(self._page, self._mcid))
        self._canvas._code.append(f"/{node.role} <</MCID {self._mcid}>> BDC")
        self._canvas.setFont(self._font, 12)
        self._canvas.drawString(72, self._y, text)
        self._canvas._code.append("EMC")
        self._mcid += 1
        self._y -= 20

    def end_page(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        self._page, self._mcid, self._y = self._page + 1, 0, 720.0

    def finish(self) -> bytes:
        """Return ReportLab's file."""
        self._canvas.save()
        return self._buffer.getvalue()


def written(tree: Sequence[tuple[Role, str]]) -> tuple[bytes, Node]:
    """Draw one page of paragraphs and the like under a French section."""
    drawing, document = Drawing(), Node("Document")
    section = document.add("Sect", lang="fr-CA")
    for role, text in tree:
        drawing.text(section.add(role), text)
    drawing.end_page()
    return drawing.finish(), document


def whole_body() -> Body:
    """A body with one of each: headings, a link, a list, a table, a field, a paragraph over two pages, bookmarks."""
    drawing, document = Drawing(), Node("Document")
    section = document.add("Sect", lang="fr-CA")
    drawing.text(section.add("H1"), "Soins après l’injection")
    paragraph = section.add("P")
    drawing.text(paragraph, "Voyez ")
    link = paragraph.add("Link")
    drawing.text(link, "notre site")
    bullets = section.add("L")
    bullets.numbering = "Disc"
    item = bullets.add("LI")
    drawing.text(item.add("Lbl"), "•")
    drawing.text(item.add("LBody"), "Reposez-vous.")
    table = section.add("Table")
    for cells in (("TH", "Jour", "Attente"), ("TD", "Premier", "Enflure")):
        row = table.add("TR")
        for text in cells[1:]:
            cell = row.add("TH", scope="Column") if cells[0] == "TH" else row.add("TD")
            drawing.text(cell, text)
    section.add("P")  # nothing is drawn for it
    form = section.add("Form", lang="fr-CA")
    long = section.add("P")
    drawing.text(long, "Un texte qui commence ici ")
    drawing.end_page()
    drawing.text(long, "et finit là.")
    drawing.end_page()
    return Body(
        drawing.finish(),
        document,
        links=(Link(0, (72, 676, 200, 692), "https://clinique.example/été", link, "Le site de la clinique"),),
        fields=(Field(0, (72, 500, 300, 520), "rendez-vous", "Date du rendez-vous", form, 11),),
        bookmarks=(Bookmark("Français", 0, 792, (Bookmark("Soins", 0, 720),)), Bookmark("Suite", 1, 720)),
    )


def covered_body(cover: bytes) -> Body:
    """A body of one page behind the pages of a clinic's cover."""
    return body_behind(prepare(cover))


def body_behind(prepared: Prepared) -> Body:
    """A body of one page behind the pages of a cover that was prepared."""
    drawing, document = Drawing(), Node("Document")
    slots = []
    for number in range(len(prepared.pages)):
        figure = document.add("Figure", alt="Une feuille d’érable sur fond bleu", lang="fr-CA")
        slots.append(Slot(number, figure, prepared, number))
        drawing.end_page()
    drawing.text(document.add("Sect", lang="fr-CA").add("H1"), "Soins après l’injection")
    drawing.end_page()
    return Body(drawing.finish(), document, slots=tuple(slots))
