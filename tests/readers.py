"""The structure tree of a finished PDF as three independent readers see it: poppler, pdf.js and PDFium.

A validator tells whether a tree is legal. Only reading it tells whether a listener gets the words, and in
order. poppler gives the bytes as they are: words joined at a line end stay joined. pdf.js and PDFium look at
the page too and put a space where they see a gap or a new line, so that they hide that fault and confirm the
rest.
"""

import ctypes
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from tests.gate.install import GATE, INSTRUCTION, installed
from tests.gate.require import require


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element as a reader gives it: elements and texts in reading order."""

    role: str
    kids: tuple["Element | str", ...] = ()
    lang: str = ""
    alt: str = ""

    def texts(self) -> Iterator[str]:
        """Yield the texts under this element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, str):
                yield kid
            else:
                yield from kid.texts()

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all under it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def find(self, role: str) -> list["Element"]:
        """The elements of one role, in reading order."""
        return [element for element in self.walk() if element.role == role]

    @property
    def text(self) -> str:
        """The texts under this element, joined as they are; a space that is missing stays missing."""
        return "".join(self.texts())


BLOCKS = {"P", "H1", "H2", "H3", "LI", "Lbl", "LBody", "TH", "TD", "Caption", "Note", "BlockQuote"}
"""The roles that start a new line for a reader (ISO 32000-1, 14.8.4.3): no word goes on over their edges."""


def read(element: Element) -> str:
    """The text of a tree as it is read out: blocks apart, inline pieces joined just as the file has them."""
    pieces = (kid if isinstance(kid, str) else read(kid) for kid in element.kids)
    text = "".join(pieces)
    return f"\n{text}\n" if element.role in BLOCKS else text


@contextmanager
def file_of(pdf: bytes) -> Iterator[Path]:
    """A file with these bytes, for readers that want one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        path.write_bytes(pdf)
        yield path


# --- poppler ------------------------------------------------------------------------------------------------


def struct_text(pdf: bytes) -> str:
    """The whole text of the structure tree in reading order, through poppler."""
    return read(tree_poppler(pdf))


def tree_poppler(pdf: bytes) -> Element:
    """The structure tree through `pdfinfo -struct-text`: an indented outline with texts in quotes."""
    require(shutil.which("pdfinfo") is not None, "poppler is not installed: apt-get install poppler-utils")
    with file_of(pdf) as path:
        command = ["pdfinfo", "-enc", "UTF-8", "-struct-text", str(path)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return outline(iter(LINE.findall(done.stdout)))


LINE = re.compile(r'^( *)(?:"(.*?)"|([A-Z][A-Za-z0-9]*)(?=[ :\n]).*)$', re.MULTILINE)
"""An indent with a text or with a role; `Object 7 0` and attributes are told apart afterwards."""


def outline(lines: Iterator[tuple[str, str, str]]) -> Element:
    """Build a tree from lines of (indent, text, role)."""
    stack: list[tuple[int, str, list[Element | str]]] = [(-1, "StructTreeRoot", [])]
    for indent, text, role in lines:
        close(stack, len(indent))
        if role and role != "Object":
            stack.append((len(indent), role, []))
        elif not role:
            stack[-1][2].append(text)
    close(stack, 0)
    return Element("StructTreeRoot", tuple(stack[0][2]))


def close(stack: list[tuple[int, str, list[Element | str]]], indent: int) -> None:
    """Finish the elements that a line of this indent is not inside of."""
    while stack[-1][0] >= indent:
        _, role, kids = stack.pop()
        stack[-1][2].append(Element(role, tuple(kids)))


# --- pdf.js -------------------------------------------------------------------------------------------------


def tree_pdfjs(pdf: bytes) -> Element:
    """The structure trees of all pages through pdf.js; an element over two pages appears once for each."""
    require(installed(), f"pdf.js is not installed: {INSTRUCTION}")
    with file_of(pdf) as path:
        script = Path(__file__).with_name("gate") / "structure.mjs"
        module = GATE / "pdfjs" / "legacy" / "build" / "pdf.mjs"
        command = [shutil.which("node") or "node", str(script), str(path), str(module)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    pages = (
        pdfjs_element(page["tree"], pdfjs_texts(page["items"])) for page in json.loads(done.stdout) if page["tree"]
    )
    return Element("StructTreeRoot", tuple(pages))


def pdfjs_texts(items: list[dict[str, Any]]) -> dict[str, str]:
    """The text of each piece of marked content of a page, by the name that pdf.js gives it."""
    texts: dict[str, str] = {}
    inside: list[str] = []
    for item in items:
        if item.get("type", "").startswith("beginMarkedContent"):
            inside.append(item.get("id") or "")
        elif item.get("type") == "endMarkedContent":
            inside.pop()
        elif inside:
            texts[inside[-1]] = texts.get(inside[-1], "") + item["str"] + ("\n" if item["hasEOL"] else "")
    return texts


def pdfjs_element(node: dict[str, Any], texts: dict[str, str]) -> Element:
    """One element of pdf.js's tree with its texts filled in."""
    kids: list[Element | str] = []
    for child in node.get("children", ()):
        if "role" in child:
            kids.append(pdfjs_element(child, texts))
        elif child["type"] == "content":
            kids.append(texts.get(child["id"], ""))
    return Element(node["role"], tuple(kids), node.get("lang", ""), node.get("alt", ""))


# --- PDFium -------------------------------------------------------------------------------------------------


def tree_pdfium(pdf: bytes) -> Element:
    """The structure trees of all pages through PDFium; an element over two pages appears once for each."""
    with pdfium.PdfDocument(pdf) as document:
        return Element("StructTreeRoot", tuple(kid for page in document for kid in pdfium_page(page)))


def pdfium_page(page: pdfium.PdfPage) -> list[Element]:
    """The top elements of one page; PDFium forgets the tree when the page closes."""
    texts = pdfium_texts(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        tops = (raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count))
        return [pdfium_element(top, texts) for top in tops if top]
    finally:
        raw.FPDF_StructTree_Close(tree)


def pdfium_texts(page: pdfium.PdfPage) -> dict[int, str]:
    """The text of each piece of marked content of a page, by its MCID."""
    texts: dict[int, str] = {}
    textpage = page.get_textpage()
    for shape in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
        mcid = raw.FPDFPageObj_GetMarkedContentID(shape)
        texts[mcid] = texts.get(mcid, "") + utf16(raw.FPDFTextObj_GetText, shape, textpage)
    return texts


def pdfium_element(element: Any, texts: dict[int, str]) -> Element:
    """One element of PDFium's tree with its texts filled in."""
    kids: list[Element | str] = []
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        mcid = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if child:
            kids.append(pdfium_element(child, texts))
        elif mcid >= 0:
            kids.append(texts.get(mcid, ""))
    role = utf16(raw.FPDF_StructElement_GetType, element)
    lang, alt = (
        utf16(raw.FPDF_StructElement_GetLang, element),
        utf16(raw.FPDF_StructElement_GetAltText, element),
    )
    return Element(role, tuple(kids), lang, alt)


def utf16(ask: Any, *subject: Any) -> str:
    """A text from a PDFium function that fills a buffer with UTF-16 and a final zero."""
    size = ask(*subject, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ask.argtypes[len(subject)])
    ask(*subject, pointer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
