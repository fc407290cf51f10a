"""The two controls of the gate: a small file that must pass every check, and one that must fail.

The good one is made without any of this project's own code, so that a mistake there cannot hide in both. It
has one of each thing that a handout has: headings, links, a list, a table, a figure, a field, two languages,
two pages.
"""

import io
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PACKAGE = Path(__file__).resolve().parents[2] / "handouts"
FONT = "GateControl"
TITLE = "Soins après une extraction"

Mark = tuple[str, str]
"""What one piece of marked content is, and its text; `Figure` is a square, `Artifact` belongs to nobody."""

PAGES: tuple[tuple[Mark, ...], ...] = (
    (
        ("Artifact", "Clinique Témoin"),
        ("H1", "Soins après une extraction"),
        ("P", "Serrez la compresse, puis lisez "),
        ("Link", "la page d’aide"),
        ("P", " ou appelez au "),
        ("Link", "514 555-0100"),
        ("P", ", même le soir. "),
        ("P", "Buvez un grand "),
        ("P", "verre d’eau."),
        ("H2", "À faire"),
        ("Lbl", "•"),
        ("LBody", "Reposez-vous."),
        ("Lbl", "•"),
        ("LBody", "Mangez mou."),
        ("TH", "Jour"),
        ("TH", "Attente"),
        ("TD", "Premier"),
        ("TD", "Enflure"),
        ("TD", "Deuxième"),
        ("TD", "Mieux"),
        ("Figure", ""),
    ),
    (
        ("Artifact", "page 2"),
        ("H1", "After an extraction"),
        ("P", "Bite on the gauze. Your next visit: "),
    ),
)

LINKS = ((2, "https://example.org/aide", "la page d’aide"), (4, "tel:+15145550100", "514 555-0100"))
"""For each link of the first page: its MCID, where it leads, what it is."""

Spec = tuple[str, dict[str, Any], list[Any]]
"""An element: role, entries, kids; a number is an MCID, `link0` or `field` the annotation of that name."""

FRENCH: Spec = (
    "Sect",
    {"Lang": String("fr-CA")},
    [
        ("H1", {}, [0]),
        ("P", {}, [1, ("Link", {}, [2, "link0"]), 3, ("Link", {}, [4, "link1"]), 5]),
        ("P", {}, [6, 7]),
        ("H2", {}, [8]),
        ("L", {}, [("LI", {}, [("Lbl", {}, [mcid]), ("LBody", {}, [mcid + 1])]) for mcid in (9, 11)]),
        (
            "Table",
            {},
            [
                (
                    "TR",
                    {},
                    [("TH", {"A": Dictionary(O=Name.Table, Scope=Name.Column)}, [mcid]) for mcid in (13, 14)],
                ),
                ("TR", {}, [("TD", {}, [15]), ("TD", {}, [16])]),
                ("TR", {}, [("TD", {}, [17]), ("TD", {}, [18])]),
            ],
        ),
        (
            "Figure",
            {
                "Alt": String("Une dent"),
                "A": Dictionary(O=Name.Layout, BBox=Array([72, 100, 102, 130]), Placement=Name.Block),
            },
            [19],
        ),
    ],
)
ENGLISH: Spec = (
    "Sect",
    {"Lang": String("en-CA")},
    [("H1", {}, [0]), ("P", {}, [1, ("Form", {}, ["field"])])],
)

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def bad_file() -> bytes:
    """What ReportLab writes by itself: no structure, no title shown, a font that is not in the file."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 700, "Bonjour")
    canvas.save()
    return buffer.getvalue()


def good_file() -> bytes:
    """A file that is valid PDF/UA-1 and PDF/A-2a and reads in the right order."""
    pdf = pikepdf.open(io.BytesIO(drawn()))
    fields = annotate(pdf)
    structure(pdf, fields)
    describe(pdf)
    buffer = io.BytesIO()
    pdf.save(buffer, min_version="1.7", deterministic_id=True)
    return buffer.getvalue()


def good_words() -> list[str]:
    """The words of the good file as its tree must give them, in order."""
    marks = [(mark, text) for page in PAGES for mark, text in page if mark not in {"Artifact", "Figure"}]
    inline = {"Link", "P"}
    text = ""
    for (before, _), (mark, piece) in zip([("", ""), *marks], marks, strict=False):
        text += piece if {before, mark} <= inline else f" {piece}"
    return text.split()


def drawn() -> bytes:
    """The pages with marked content, before there is a tree."""
    pdfmetrics.registerFont(TTFont(FONT, PACKAGE / "fonts" / "source-sans-3" / "SourceSans3-Regular.ttf"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792), invariant=1)
    for page in PAGES:
        canvas.setFont(FONT, 12)
        mcid = 0
        for line, (mark, text) in enumerate(page):
            content = "/Artifact BMC" if mark == "Artifact" else f"/{mark} <</MCID {mcid}>> BDC"
            mcid += mark != "Artifact"
            draw(canvas, content, text, 720 - 24 * line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw(canvas: Canvas, content: str, text: str, y: float) -> None:
    """Draw one piece of marked content on a line of its own."""
    canvas._code.append(content)  # type: ignore[attr-defined]
    if text:
        canvas.drawString(72, y, text)
    else:
        canvas.rect(72, 100, 30, 30, stroke=0, fill=1)
    canvas._code.append("EMC")  # type: ignore[attr-defined]


def annotate(pdf: pikepdf.Pdf) -> dict[str, tuple[int, Any]]:
    """Add the links of the first page and the field of the second; give each by name with its page."""
    made: dict[str, tuple[int, Any]] = {}
    for index, (_, target, words) in enumerate(LINKS):
        box = Array([72, 672 - index * 48, 172, 684 - index * 48])
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, F=4, Border=Array([0, 0, 0]))
        link.Contents = String(words)
        link.A = Dictionary(S=Name.URI, URI=String(target))
        made[f"link{index}"] = (0, pdf.make_indirect(link))
    face = pdf.make_stream(b"/Tx BMC EMC", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 20]))
    font = pdf.pages[1].Resources.Font
    box = Array([72, 600, 272, 620])
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=box, F=4, FT=Name.Tx, T=String("visit"))
    field.TU = String("Next visit")
    field.AP = Dictionary(N=face)
    # ReportLab's own font comes first and is not embedded; keys() has no order of its own.
    field.DA = String(f"{max(font.keys())} 12 Tf 0 g")
    made["field"] = (1, pdf.make_indirect(field))
    pdf.Root.AcroForm = Dictionary(Fields=Array([made["field"][1]]), DR=Dictionary(Font=font))
    for page, annotation in made.values():
        pdf.pages[page].Annots = Array([*pdf.pages[page].get("/Annots", Array()), annotation])
        annotation.P = pdf.pages[page].obj
    return made


class Tree:
    """A structure tree and its parent tree in the making (ISO 32000-1, 14.7.2 and 14.7.4.4)."""

    def __init__(self, pdf: pikepdf.Pdf, annotations: dict[str, tuple[int, Any]]) -> None:
        self.pdf = pdf
        self.annotations = annotations
        self.parents: list[Any] = [Array([Name.Null] * sum(mark != "Artifact" for mark, _ in page)) for page in PAGES]

    def build(self, spec: Spec, parent: Any, page: int) -> None:
        """Add an element, all of it on one page, to its parent."""
        role, entries, kids = spec
        element = Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, Pg=self.pdf.pages[page].obj)
        node = self.pdf.make_indirect(element)
        node.K = Array()
        for key, value in entries.items():
            node[f"/{key}"] = value
        parent.K.append(node)
        for kid in kids:
            self.bind(kid, node, page)

    def bind(self, kid: Any, node: Any, page: int) -> None:
        """Add to an element marked content, an annotation or another element."""
        if isinstance(kid, int):
            node.K.append(kid)
            self.parents[page][kid] = node
        elif isinstance(kid, str):
            annotation = self.annotations[kid][1]
            annotation.StructParent = len(self.parents)
            self.parents.append(node)
            node.K.append(Dictionary(Type=Name.OBJR, Pg=self.pdf.pages[page].obj, Obj=annotation))
        else:
            self.build(kid, node, page)

    def parent_tree(self) -> Dictionary:
        """The number tree from pages and annotations to elements."""
        pairs = ((number, self.pdf.make_indirect(parent)) for number, parent in enumerate(self.parents))
        return Dictionary(Nums=Array([entry for pair in pairs for entry in pair]))


def structure(pdf: pikepdf.Pdf, annotations: dict[str, tuple[int, Any]]) -> None:
    """Write the structure: one part for each language, each on its page."""
    tree = Tree(pdf, annotations)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    root.K.append(document)
    for number, (spec, page) in enumerate(zip((FRENCH, ENGLISH), pdf.pages, strict=True)):
        tree.build(spec, document, number)
        page.StructParents = number
        page.Tabs = Name.S
    root.ParentTree = tree.parent_tree()
    root.ParentTreeNextKey = len(tree.parents)
    pdf.Root.StructTreeRoot = root


def describe(pdf: pikepdf.Pdf) -> None:
    """Write language, title, metadata and output intent."""
    profile = pdf.make_stream((PACKAGE / "icc" / "sRGB.icc").read_bytes(), N=3)
    condition = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=condition,
        DestOutputProfile=profile,
    )
    root = pdf.Root
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String("fr-CA")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.OutputIntents = Array([intent])
    root.Metadata = pdf.make_stream(XMP.format(title=TITLE).encode(), Type=Name.Metadata, Subtype=Name.XML)
    del pdf.trailer["/Info"]
    pdf.docinfo["/Title"] = TITLE
