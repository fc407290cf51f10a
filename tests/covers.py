"""Crafted covers: what designers, printers and malice supply, each with what must become of it.

All are made here, from code: a drawing by ReportLab with an embedded typeface, then bent with pikepdf.
"""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "CoverSans"
LETTER = (612.0, 792.0)
_FILE = Path(__file__).resolve().parents[1] / "handouts" / "fonts" / "source-sans-3" / "SourceSans3-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Crafted:
    """A crafted cover: `fate` is the way in which it is placed, or the code with which it is refused."""

    name: str
    make: Callable[[], bytes]
    fate: str
    notes: frozenset[str]


COVERS: list[Crafted] = []
"""Every kind, in the order of this file."""


def cover(fate: str, *notes: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a kind of cover under its docstring."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        COVERS.append(Crafted((make.__doc__ or "").rstrip("."), cache(make), fate, frozenset(notes)))
        return make

    return register


def drawn(draw: Callable[[Canvas], object] | None = None, size: tuple[float, float] = LETTER, pages: int = 1) -> bytes:
    """A cover of a band and a title; `draw` adds to every page."""
    pdfmetrics.registerFont(TTFont(FONT, str(_FILE)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, initialFontName=FONT)  # type: ignore[arg-type]
    for _ in range(pages):
        canvas.setFillColorRGB(0.04, 0.31, 0.36)
        canvas.rect(0, size[1] - 150, size[0], 150, stroke=0, fill=1)
        canvas.setFont(FONT, 30)
        canvas.drawString(72, size[1] - 300, "Clinique Boréale")
        if draw is not None:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def bent(bend: Callable[[Pdf], None], data: bytes | None = None, **options: Any) -> bytes:
    """A good cover, changed."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data or drawn())) as pdf:
        bend(pdf)
        pdf.save(buffer, static_id=True, **options)
    return buffer.getvalue()


def unchanged(_: Pdf) -> None:
    """Leave a cover as it is; how it is saved is what matters."""


def on_page(**entries: Any) -> bytes:
    """A good cover with entries added to its page."""

    def bend(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj["/" + key] = pdf.make_indirect(value) if isinstance(value, Dictionary) else value

    return bent(bend)


def in_catalog(**entries: Any) -> bytes:
    """A good cover with entries added to its catalog."""

    def bend(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root["/" + key] = value

    return bent(bend)


def with_annotation(**entries: Any) -> bytes:
    """A good cover with an annotation."""

    def bend(pdf: Pdf) -> None:
        annotation = Dictionary(Type=Name.Annot, Rect=Array([72, 72, 200, 100]), F=4, **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])

    return bent(bend)


def with_content(content: bytes, **resources: Any) -> bytes:
    """A good cover that draws more; resources are categories."""

    def bend(pdf: Pdf) -> None:
        page = pdf.pages[0]
        for category, entries in resources.items():
            holder = page.obj.Resources.get("/" + category, Dictionary())
            for key, value in entries.items():
                holder["/" + key] = value(pdf) if callable(value) else value
            page.obj.Resources["/" + category] = holder
        page.contents_add(b"q " + content + b" Q")

    return bent(bend)


def script(code: str = "app.alert(1)") -> Dictionary:
    """An action that runs a script."""
    return Dictionary(S=Name.JavaScript, JS=String(code))


# good covers


@cover("figure")
def plain() -> bytes:
    """A clean drawing."""
    return drawn()


@cover("figure")
def gradient() -> bytes:
    """A gradient."""
    return drawn(lambda canvas: canvas.linearGradient(72, 72, 300, 72, ((1, 0, 0), (0, 0, 1)), extend=False))


@cover("figure")
def transparent() -> bytes:
    """Transparency."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillAlpha(0.4)
        canvas.circle(300, 300, 100, stroke=0, fill=1)

    return drawn(draw)


@cover("figure")
def photograph() -> bytes:
    """A JPEG photograph."""
    buffer = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(buffer, "JPEG")
    return drawn(lambda canvas: canvas.drawImage(ImageReader(buffer), 72, 72, 200, 200))


@cover("figure")
def cut_out() -> bytes:
    """An image with a soft mask."""
    picture = Image.new("RGBA", (50, 50), (200, 30, 30, 0))
    picture.paste((200, 30, 30, 200), (10, 10, 40, 40))
    return drawn(lambda canvas: canvas.drawImage(ImageReader(picture), 72, 72, 200, 200, mask="auto"))


@cover("figure")
def form() -> bytes:
    """A form XObject that is drawn twice."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("logo")
        canvas.rect(0, 0, 50, 50, fill=1)
        canvas.endForm()
        canvas.doForm("logo")
        canvas.translate(100, 100)
        canvas.doForm("logo")

    return drawn(draw)


@cover("figure")
def object_streams() -> bytes:
    """A file with object streams."""
    return bent(unchanged, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@cover("figure")
def linearized() -> bytes:
    """A file made for the web."""
    return bent(unchanged, linearize=True)


@cover("figure")
def junk_before() -> bytes:
    """Junk before the header."""
    return b"junk\n" * 20 + drawn()


@cover("figure")
def junk_after() -> bytes:
    """Junk after the end."""
    return drawn() + b"\njunk" * 50


@cover("figure")
def unbalanced() -> bytes:
    """More states restored than saved."""
    return bent(lambda pdf: pdf.pages[0].contents_add(b"Q Q 0.5 0 0 0.5 0 0 cm q"))


@cover("figure")
def marked() -> bytes:
    """Marked content without a tree."""
    return with_content(b"/P <</MCID 0>> BDC 0 0 50 50 re f EMC")


@cover("figure")
def visible_layer() -> bytes:
    """A layer that is switched on."""
    return layered(off=False)


# pages of all shapes


@cover("figure")
def turned_right() -> bytes:
    """A page turned by 90 degrees."""
    return on_page(Rotate=90)


@cover("figure")
def turned_over() -> bytes:
    """A page turned by 180 degrees."""
    return on_page(Rotate=180)


@cover("figure")
def turned_left() -> bytes:
    """A page turned by -90 degrees."""
    return on_page(Rotate=-90)


@cover("figure")
def turned_more() -> bytes:
    """A page turned by 450 degrees."""
    return on_page(Rotate=450)


@cover("E549")
def turned_oddly() -> bytes:
    """A page turned by 45 degrees."""
    return on_page(Rotate=45)


@cover("figure")
def shifted() -> bytes:
    """A page whose corner is not the origin."""
    return on_page(MediaBox=Array([-100, 50.5, 512, 842.5]))


@cover("figure")
def inverted() -> bytes:
    """A page box given from its upper right corner."""
    return on_page(MediaBox=Array([612, 792, 0, 0]))


@cover("figure")
def cropped() -> bytes:
    """A page cropped, and turned."""
    return bent(lambda pdf: pdf.pages[0].obj.update(Dictionary(CropBox=Array([50, 300, 500, 792]), Rotate=90)))


@cover("figure", "W542")
def trimmed() -> bytes:
    """A page with a bleed and marks around it."""
    return on_page(TrimBox=Array([20, 20, 592, 772]))


@cover("figure")
def crop_outside() -> bytes:
    """A page cropped to more than it has."""
    return on_page(CropBox=Array([-100, -100, 900, 900]))


@cover("figure")
def scaled_unit() -> bytes:
    """A page whose unit is two points."""
    return on_page(UserUnit=2)


@cover("figure")
def inherited() -> bytes:
    """Size, turn and resources inherited from the page tree."""

    def bend(pdf: Pdf) -> None:
        page, parent = pdf.pages[0].obj, pdf.Root.Pages
        for key in ("/MediaBox", "/Resources"):
            parent[key] = page[key]
            del page[key]
        if "/Rotate" in page:
            del page["/Rotate"]
        parent.Rotate = 90

    return bent(bend)


@cover("figure")
def business_card() -> bytes:
    """A page as small as a business card."""
    return drawn(size=(252, 144 + 200))


@cover("E549")
def no_size() -> bytes:
    """A page without a size."""

    def bend(pdf: Pdf) -> None:
        del pdf.pages[0].obj["/MediaBox"]

    return bent(bend)


@cover("E549")
def stamp() -> bytes:
    """A page as small as a stamp."""
    return on_page(MediaBox=Array([0, 0, 20, 20]))


@cover("E549")
def huge_page() -> bytes:
    """A page of kilometres."""
    return on_page(MediaBox=Array([0, 0, 10**9, 10**9]))


@cover("E549")
def broken_box() -> bytes:
    """A page box of three numbers."""
    return on_page(MediaBox=Array([0, 0, 612]))


# not clean: printed as a picture


@cover("picture", "W540")
def press_colours() -> bytes:
    """CMYK colours."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(1, 0.2, 0, 0)
        canvas.rect(100, 100, 200, 200, fill=1)

    return drawn(draw)


@cover("picture", "W540")
def press_photograph() -> bytes:
    """A CMYK photograph."""
    buffer = io.BytesIO()
    Image.new("CMYK", (40, 40), (200, 30, 0, 0)).save(buffer, "JPEG")
    return drawn(lambda canvas: canvas.drawImage(ImageReader(buffer), 72, 72, 200, 200))


@cover("picture", "W540")
def spot_colour() -> bytes:
    """A spot colour with a CMYK equivalent."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 0, 0, 0]), N=1)
    space = Array([Name.Separation, Name("/PANTONE 300"), Name.DeviceCMYK, tint])
    return with_content(b"/Spot cs 1 scn 100 100 99 99 re f", ColorSpace={"Spot": space})


@cover("picture", "W540")
def not_embedded() -> bytes:
    """A typeface that is not embedded."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 20)
        canvas.drawString(72, 200, "Bienvenue")

    return drawn(draw)


@cover("picture", "W540")
def wrong_widths() -> bytes:
    """A typeface that is not as wide as it says."""

    def bend(pdf: Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            font.Widths = Array([width * 2 for width in font.Widths])

    return bent(bend)


@cover("picture", "W540")
def unreadable() -> bytes:
    """A typeface that does not say which letters it shows."""

    def bend(pdf: Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            del font["/ToUnicode"]
            font.Encoding = Dictionary(Differences=Array([0, *(Name(f"/g{code}") for code in range(256))]))

    return bent(bend)


@cover("picture", "W540")
def lost_font() -> bytes:
    """A typeface that is named but not there."""
    return with_content(b"BT /Lost 20 Tf 72 200 Td (Bienvenue) Tj ET")


@cover("picture", "W540")
def unknown_operator() -> bytes:
    """An operator that does not exist."""
    return with_content(b"1 2 bogus")


@cover("picture", "W540")
def transfer() -> bytes:
    """Colours bent for one press."""
    curve = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2)
    return with_content(b"/Bent gs 0 0 10 10 re f", ExtGState={"Bent": Dictionary(TR=curve)})


@cover("picture", "W540")
def damaged_image() -> bytes:
    """An image whose data is cut off."""

    def image(pdf: Pdf) -> pikepdf.Object:
        made = pdf.make_stream(zlib.compress(bytes(range(256)) * 12)[:-100])
        made.update(Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=32, Height=32, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB, Filter=Name.FlateDecode,
        ))  # fmt: skip
        return made

    return with_content(b"100 0 0 100 72 72 cm /Cut Do", XObject={"Cut": image})


@cover("picture", "W540")
def hidden_layer() -> bytes:
    """A layer that is switched off."""
    return layered(off=True)


@cover("picture", "W540")
def stamped() -> bytes:
    """A stamp laid over the page as an annotation."""

    def bend(pdf: Pdf) -> None:
        look = pdf.make_stream(b"1 0 0 rg 0 0 128 28 re f", Type=Name.XObject, Subtype=Name.Form)
        look.BBox = Array([0, 0, 128, 28])
        pdf.pages[0].obj.Annots = Array([
            pdf.make_indirect(Dictionary(
                Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([72, 72, 200, 100]), F=4, AP=Dictionary(N=look)
            ))
        ])  # fmt: skip

    return bent(bend)


@cover("E553")
def hidden_for_design() -> bytes:
    """A layer that is switched off, but for designing alone: programs that mind it show it."""
    return layered(off=True, Intent=Name.Design)


@cover("picture", "W540")
def hidden_for_design_and_view() -> bytes:
    """A layer that is switched off for designing and for viewing, as drawing programs write it."""
    return layered(off=True, Intent=Array([Name.View, Name.Design]))


def layered(*, off: bool, **more: Any) -> bytes:
    """A cover with a layer, and more said of it."""

    def bend(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Prix"), **more))
        order = Dictionary(Order=Array([layer]), OFF=Array([layer] if off else []), ON=Array([] if off else [layer]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=order)
        pdf.pages[0].obj.Resources.Properties = Dictionary(Layer=layer)
        pdf.pages[0].contents_add(b"q /OC /Layer BDC 1 0 0 rg 100 100 300 100 re f EMC Q")

    return bent(bend)


# active: placed without what acts


@cover("figure", "W541")
def opening_script() -> bytes:
    """A script that runs on opening."""
    return in_catalog(OpenAction=script())


@cover("figure", "W541")
def named_script() -> bytes:
    """A script for the whole document."""
    return in_catalog(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()]))))


@cover("figure", "W541")
def page_script() -> bytes:
    """A script that runs when the page is shown."""
    return on_page(AA=Dictionary(O=script()))


@cover("figure", "W541")
def attachment() -> bytes:
    """An attached file."""

    def bend(pdf: Pdf) -> None:
        pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(
            pdf, b"secret", filename="notes.txt", description="", mime_type="text/plain", creation_date="", mod_date=""
        )

    return bent(bend)


@cover("figure", "W541")
def launching_link() -> bytes:
    """A link that starts a program."""
    return with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("calc.exe")))


@cover("figure", "W541")
def script_link() -> bytes:
    """A link that runs a script."""
    return with_annotation(Subtype=Name.Link, A=script())


@cover("figure", "W541")
def script_address() -> bytes:
    """A link to a script as an address."""
    return with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("javascript:alert(1)")))


@cover("figure", "W541")
def file_link() -> bytes:
    """A link to another file."""
    return with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F=String("/etc/passwd")))


@cover("figure", "W541")
def sending_link() -> bytes:
    """A link that sends data."""
    return with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.SubmitForm, F=String("https://x.example")))


@cover("figure")
def good_link() -> bytes:
    """A link to the clinic's site."""
    return with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://clinique.example")))


@cover("figure", "W541")
def private_data() -> bytes:
    """Private data of a design program, with a script in it."""
    return on_page(PieceInfo=Dictionary(Illustrator=Dictionary(Private=script())))


@cover("figure")
def hidden_in_resources() -> bytes:
    """A script among the resources."""
    return with_content(b"/Sly gs", ExtGState={"Sly": Dictionary(LW=1, JS=String("x"), AA=script())})


@cover("figure", "W541")
def field() -> bytes:
    """An empty form field."""

    def bend(pdf: Pdf) -> None:
        line = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("nom"), Rect=Array([72, 72, 200, 100]), F=4
        )
        reference = pdf.make_indirect(line)
        pdf.pages[0].obj.Annots = Array([reference])
        pdf.Root.AcroForm = Dictionary(Fields=Array([reference]))

    return bent(bend)


# refused


@cover("E540")
def nothing() -> bytes:
    """An empty file."""
    return b""


@cover("E540")
def web_page() -> bytes:
    """A web page."""
    return b"<!DOCTYPE html><html><body>Clinique</body></html>"


@cover("E540")
def word_file() -> bytes:
    """A Word file."""
    return b"PK\x03\x04" + bytes(200)


@cover("E540")
def packed_file() -> bytes:
    """A zip file with a good cover in it, not compressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("cover.pdf", plain())
    return file.getvalue()


@cover("E540")
def corel_file() -> bytes:
    """A CorelDRAW file."""
    return b"RIFF\x00\x00\x00\x00CDRA" + bytes(200)


@cover("E540")
def picture_file() -> bytes:
    """A PNG image."""
    buffer = io.BytesIO()
    Image.new("RGB", (5, 5)).save(buffer, "PNG")
    return buffer.getvalue()


@cover("E542")
def locked() -> bytes:
    """A file with a password."""
    return bent(unchanged, encryption=pikepdf.Encryption(owner="a", user="b", R=6))


@cover("E542")
def restricted() -> bytes:
    """A file that may not be changed."""
    return bent(unchanged, encryption=pikepdf.Encryption(owner="a", user="", R=4))


@cover("E543")
def signed() -> bytes:
    """A signed file."""

    def bend(pdf: Pdf) -> None:
        value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("x"))
        signature = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("s"), V=value))
        pdf.Root.AcroForm = Dictionary(Fields=Array([signature]), SigFlags=3)

    return bent(bend)


@cover("E544")
def adobe_form() -> bytes:
    """A form that only one program shows."""
    return in_catalog(NeedsRendering=True, AcroForm=Dictionary(Fields=Array(), XFA=String("<xdp/>")))


@cover("E545")
def no_page() -> bytes:
    """A file without a page."""

    def bend(pdf: Pdf) -> None:
        del pdf.pages[0]

    return bent(bend)


@cover("E546")
def booklet() -> bytes:
    """A booklet of five pages."""
    return drawn(pages=5)


@cover("E547")
def blank() -> bytes:
    """A page on which nothing is drawn."""
    return on_page(Contents=Array())


@cover("E547")
def white() -> bytes:
    """A page of white drawing only."""
    return bent(lambda pdf: pdf.pages[0].contents_add(b"1 1 1 rg 0 0 612 792 re f"))


@cover("E548")
def too_large() -> bytes:
    """A file too large to be emailed."""
    return drawn() + bytes(20_000_001)


@cover("E550")
def inflating() -> bytes:
    """An image that unpacks to hundreds of megabytes."""

    def image(pdf: Pdf) -> pikepdf.Object:
        packing = zlib.compressobj(9)
        data = b"".join(packing.compress(bytes(1 << 20)) for _ in range(100)) + packing.flush()
        made = pdf.make_stream(data)
        made.update(Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=6000, Height=6000, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB, Filter=Name.FlateDecode,
        ))  # fmt: skip
        return made

    return with_content(b"100 0 0 100 72 72 cm /Bomb Do", XObject={"Bomb": image})


@cover("E550")
def pixels() -> bytes:
    """An image of billions of pixels."""

    def image(pdf: Pdf) -> pikepdf.Object:
        made = pdf.make_stream(b"\x00")
        made.update(Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=60000, Height=60000, BitsPerComponent=1,
            ColorSpace=Name.DeviceGray,
        ))  # fmt: skip
        return made

    return with_content(b"100 0 0 100 72 72 cm /Wide Do", XObject={"Wide": image})


def nested_forms(depth: int, *, loop: bool) -> bytes:
    """Forms that each draw the next one ten times."""

    def form_of(pdf: Pdf, content: bytes) -> Any:
        made = pdf.make_stream(content)
        made.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
        made.Resources = Dictionary(XObject=Dictionary())
        return made

    def first(pdf: Pdf) -> Any:
        last = made = form_of(pdf, b"/Next Do" if loop else b"0 0 1 1 re f")
        for _ in range(depth):
            outer = form_of(pdf, b"/Next Do " * 10)
            outer.Resources.XObject.Next = made
            made = outer
        if loop:
            last.Resources.XObject.Next = made
        return made

    return with_content(b"/First Do", XObject={"First": first})


@cover("E550")
def multiplied() -> bytes:
    """Forms within forms, ten billion drawings."""
    return nested_forms(11, loop=False)


@cover("E550")
def endless() -> bytes:
    """Forms that draw each other."""
    return nested_forms(3, loop=True)


@cover("E551")
def portfolio() -> bytes:
    """A collection of files."""
    return in_catalog(Collection=Dictionary(View=Name.D))


# damaged


@cover("figure", "W544")
def cut_off() -> bytes:
    """A file without its last line, which a reader can repair."""
    return drawn()[:-20]


@cover("E541")
def header_only() -> bytes:
    """A header and nothing else."""
    return b"%PDF-1.7\n"


@cover("E541")
def noise() -> bytes:
    """A header and noise."""
    return b"%PDF-1.7\n" + bytes((index * 7919) % 251 for index in range(5000))
