"""Crafted covers that are meant to do harm: they act, reach out, never end, or are larger than they look."""

import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.covers import bent, cover, drawn, in_catalog, on_page, script, with_annotation, with_content


def link(**action: Any) -> bytes:
    """A good cover with a link that does something."""
    return with_annotation(Subtype=Name.Link, A=Dictionary(**action))


def address(uri: str) -> bytes:
    """A good cover with a link to an address."""
    return link(S=Name.URI, URI=String(uri))


@cover("figure", "W541")
def call_forwarding() -> bytes:
    """A link that dials a command to the telephone network."""
    return address("tel:*21*4185550134%23")


def made(content: bytes = b"", **entries: Any) -> Callable[[Pdf], pikepdf.Object]:
    """A stream, made in the file that it goes into."""

    def make(pdf: Pdf) -> pikepdf.Object:
        stream = pdf.make_stream(content)
        stream.update(Dictionary(**entries))
        return stream

    return make


def image(content: bytes, **entries: Any) -> bytes:
    """A good cover with an image."""
    usual = {
        "Type": Name.XObject, "Subtype": Name.Image, "Width": 8, "Height": 8, "BitsPerComponent": 8,
        "ColorSpace": Name.DeviceGray,
    }  # fmt: skip
    return with_content(b"100 0 0 100 72 72 cm /Im Do", XObject={"Im": made(content, **(usual | entries))})


def form(content: bytes, **entries: Any) -> bytes:
    """A good cover with a form."""
    usual = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 99, 99]), "Resources": Dictionary()}
    return with_content(b"/Fm Do", XObject={"Fm": made(content, **(usual | entries))})


def written(*objects: bytes, trailer: bytes = b"", end: bytes = b"") -> bytes:
    """A file of these objects, the first of them its catalog."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    last = b"trailer <</Root 1 0 R /Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, trailer, len(data))
    return data + head + table + (end or last)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream as it is written."""
    return b"<</Length %d %s>> stream\n%s\nendstream" % (len(content), entries, content)


PAGES = b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
BOX = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
INK = stream(b"0 0 1 rg 72 72 300 300 re f")


# links that do more than lead to a page


@cover("figure", "W541")
def local_file() -> bytes:
    """A link to a file of the reader's machine, as an address."""
    return address("file:///etc/passwd")


@cover("figure", "W541")
def data_address() -> bytes:
    """A link that carries a page of its own."""
    return address("data:text/html,<script>alert(1)</script>")


@cover("figure", "W541")
def plain_http() -> bytes:
    """A link without encryption."""
    return address("http://clinique.example")


@cover("figure", "W541")
def network_share() -> bytes:
    """A link to a network share."""
    return address("\\\\attacker.example\\share")


@cover("figure", "W541")
def broken_address() -> bytes:
    """A web address with a line break and a script behind it."""
    return address("https://clinique.example\njavascript:alert(1)")


@cover("figure", "W541")
def embedded_target() -> bytes:
    """A link into an embedded file."""
    return link(S=Name.GoToE, T=Dictionary(R=Name.C, N=String("a")))


@cover("figure", "W541")
def importing_link() -> bytes:
    """A link that reads data into the form."""
    return link(S=Name.ImportData, F=String("data.fdf"))


@cover("figure", "W541")
def chained_script() -> bytes:
    """A link that leads to the web first and runs a script next."""
    return link(S=Name.URI, URI=String("https://clinique.example"), Next=script())


@cover("figure", "W541")
def playing_link() -> bytes:
    """A link that plays a rendition with a script."""
    return link(S=Name.Rendition, OP=0, JS=String("app.alert(1)"))


@cover("figure", "W541")
def hiding_link() -> bytes:
    """A link that hides parts of the page."""
    return link(S=Name.Hide, T=String("x"))


@cover("figure", "W541")
def layer_link() -> bytes:
    """A link that switches layers."""
    return link(S=Name.SetOCGState, State=Array([Name.ON]))


@cover("figure", "W541")
def printing_link() -> bytes:
    """A link that prints."""
    return link(S=Name.Named, N=Name.Print)


@cover("figure")
def inner_link() -> bytes:
    """A link to a place on the page itself."""
    return link(S=Name.GoTo, D=Array([0, Name.Fit]))


@cover("figure", "W541")
def opening_print() -> bytes:
    """A file that prints itself on opening."""
    return in_catalog(OpenAction=Dictionary(S=Name.Named, N=Name.Print))


@cover("figure", "W541")
def closing_script() -> bytes:
    """A script that runs before the file is closed."""
    return in_catalog(AA=Dictionary(WC=script()))


@cover("figure", "W541")
def bookmark_script() -> bytes:
    """A bookmark that runs a script."""
    return bent(_with_bookmark)


def _with_bookmark(pdf: Pdf) -> None:
    mark = pdf.make_indirect(Dictionary(Title=String("a"), A=script()))
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=mark, Last=mark, Count=1))
    mark.Parent = outline
    pdf.Root.Outlines = outline


# files within the file


@cover("figure", "W541")
def pinned_file() -> bytes:
    """A file pinned to the page."""
    return with_annotation(Subtype=Name.FileAttachment, FS=Dictionary(Type=Name.Filespec, F=String("a.exe")))


@cover("figure", "W541")
def film() -> bytes:
    """A film on the page."""
    return with_annotation(Subtype=Name.Screen, A=Dictionary(S=Name.Rendition))


@cover("figure", "W541")
def flash() -> bytes:
    """Rich media on the page."""
    return with_annotation(Subtype=Name.RichMedia)


@cover("figure", "W541")
def solid() -> bytes:
    """A 3D model with a script."""
    return with_annotation(Subtype=Name("/3D"), OnInstantiate=String("x"))


@cover("figure", "W541")
def sound() -> bytes:
    """A sound on the page."""
    return with_annotation(Subtype=Name.Sound)


@cover("figure", "W541")
def associated() -> bytes:
    """A file that goes with the page."""
    return on_page(AF=Array([Dictionary(Type=Name.Filespec, F=String("data.xlsx"))]))


@cover("picture", "W540")
def elsewhere() -> bytes:
    """An image whose data is in another file."""
    return image(b"", F=String("/etc/passwd"))


@cover("figure")
def referring_form() -> bytes:
    """A form that stands for a page of another file."""
    return form(b"0 0 9 9 re f", Ref=Dictionary(F=String("other.pdf"), Page=0))


@cover("picture", "W540")
def postscript() -> bytes:
    """A form in PostScript."""
    return form(b"(a) show", Subtype2=Name.PS)


@cover("figure")
def print_shop() -> bytes:
    """A form with instructions to a print shop, and private data."""
    return form(b"0 0 9 9 re f", OPI=Dictionary(), PieceInfo=Dictionary(X=Dictionary(Private=script())))


# never ending


@cover("E550")
def double_packed() -> bytes:
    """A drawing that is packed twice and unpacks to gigabytes."""
    once = zlib.compress(zlib.compress(bytes(1 << 28), 9), 9)

    def bend(pdf: Pdf) -> None:
        content = pdf.make_stream(once)
        content.Filter = Array([Name.FlateDecode, Name.FlateDecode])
        pdf.pages[0].obj.Contents = content

    return bent(bend)


@cover("E550")
def run_lengths() -> bytes:
    """A drawing of run lengths that unpacks to hundreds of megabytes."""
    return form(b"\x81 " * 1_500_000 + b"\x80", Filter=Name.RunLengthDecode)


@cover("E550")
def many_operators() -> bytes:
    """A drawing of millions of operators."""
    return with_content(b"0 0 1 1 re f\n" * 3_000_000)


@cover("picture", "W540")
def tiny_dashes() -> bytes:
    """A line of a billion dashes."""
    return with_content(b"[0.0000005] 0 d 1 w " + b"72 72 m 300 72 l S")


@cover("E550")
def letter_in_itself() -> bytes:
    """A drawn letter that is written with itself."""

    def font(pdf: Pdf) -> pikepdf.Object:
        letter = pdf.make_stream(b"1000 0 d0 BT /T3 1 Tf (a) Tj (a) Tj ET")
        found = pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            CharProcs=Dictionary(a=letter), Encoding=Dictionary(Differences=Array([97, Name.a])), FirstChar=97,
            LastChar=97, Widths=Array([1000]),
        ))  # fmt: skip
        letter.Resources = Dictionary(Font=Dictionary(T3=found))
        return found

    return with_content(b"BT /T3 1 Tf (a) Tj ET", Font={"T3": font})


@cover("picture", "W540")
def tiny_tiles() -> bytes:
    """A pattern of millions of tiles."""
    tile = made(
        b"0 0 .005 .005 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
        BBox=Array([0, 0, 0.01, 0.01]), XStep=0.01, YStep=0.01, Resources=Dictionary(),
    )  # fmt: skip
    return with_content(b"/Pattern cs /Ti scn 0 0 612 792 re f", Pattern={"Ti": tile})


@cover("picture", "W540")
def huge_function() -> bytes:
    """A shading by a table of billions of values."""
    table = made(
        b"\x00", FunctionType=0, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1, 0, 1, 0, 1]),
        Size=Array([100_000, 100_000]), BitsPerSample=8,
    )  # fmt: skip
    shading = Dictionary(ShadingType=1, ColorSpace=Name.DeviceRGB)

    def shade(pdf: Pdf) -> Dictionary:
        shading.Function = table(pdf)
        return shading

    return with_content(b"/Sh sh", Shading={"Sh": shade})


@cover("picture", "W540")
def wide_predictor() -> bytes:
    """An image whose rows are said to be a billion pixels wide."""
    parameters = Dictionary(Predictor=15, Columns=10**9, Colors=4)
    return image(zlib.compress(bytes(72)), Filter=Name.FlateDecode, DecodeParms=parameters)


@cover("E550")
def tall_mask() -> bytes:
    """An image with a mask of billions of pixels."""

    def masked(pdf: Pdf) -> pikepdf.Object:
        found = made(
            bytes(64), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )(pdf)  # fmt: skip
        found.SMask = made(
            b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=50_000, Height=50_000, BitsPerComponent=1,
            ColorSpace=Name.DeviceGray,
        )(pdf)  # fmt: skip
        return found

    return with_content(b"100 0 0 100 72 72 cm /Im Do", XObject={"Im": masked})


# structures that bite their own tail


@cover("E545")
def pages_in_themselves() -> bytes:
    """A page tree that holds itself."""
    return written(PAGES[0], b"<</Type /Pages /Kids [2 0 R] /Count 1>>")


@cover("figure")
def table_before_itself() -> bytes:
    """A cross-reference table that comes before itself."""
    data = written(*PAGES, BOX + b">>", INK)
    place = data.rindex(b"xref\n0 ")
    return written(*PAGES, BOX + b">>", INK, trailer=b"/Prev %d" % place)


@cover("figure", "W544")
def length_of_itself() -> bytes:
    """A stream whose length is the stream itself."""
    return written(*PAGES, BOX + b">>", INK.replace(b"/Length 27", b"/Length 4 0 R"))


@cover("figure", "W544")
def deep_array() -> bytes:
    """Lists in lists, twenty thousand deep, in the page."""
    return written(*PAGES, BOX + b"/Deep " + b"[" * 20_000 + b"]" * 20_000 + b">>", INK)


@cover("figure")
def deep_catalog() -> bytes:
    """Groups in groups, five hundred deep, in the catalog."""
    deep = b"<</A " * 500 + b"1" + b">>" * 500
    return written(PAGES[0][:-2] + b"/Deep " + deep + b">>", PAGES[1], BOX + b">>", INK)


@cover("figure")
def countless_objects() -> bytes:
    """A file that says it has a billion objects."""
    return written(*PAGES, BOX + b">>", INK).replace(b"/Size 5", b"/Size 1000000000")


@cover("E546")
def countless_pages() -> bytes:
    """A page that is listed twenty thousand times."""
    return written(PAGES[0], b"<</Type /Pages /Count 20000 /Kids [" + b"3 0 R " * 20_000 + b"]>>", BOX + b">>", INK)


@cover("E546")
def pages_of_pages() -> bytes:
    """A page tree in which every branch holds the next one ten times."""
    levels = [b"<</Type /Pages /Count 1 /Kids [" + b"%d 0 R " % (3 + level) * 10 + b"]>>" for level in range(9)]
    return written(PAGES[0], *levels, b"<</Type /Page /MediaBox [0 0 612 792]>>")


@cover("E541")
def stream_in_itself() -> bytes:
    """An object stream that holds the catalog and itself."""
    packed = stream(b"1 0 2 5 <<  >>", b"/Type /ObjStm /N 2 /First 8 /Extends 1 0 R")
    return b"%PDF-1.7\n1 0 obj\n" + packed + b"\nendobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"


@cover("figure")
def many_annotations() -> bytes:
    """A page with five thousand links."""
    one = b"<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /URI /URI (https://a.example)>>>> "
    return written(*PAGES, BOX + b"/Annots [" + one * 5_000 + b"]>>", INK)


@cover("E540")
def disguised() -> bytes:
    """A web page with a PDF far behind it."""
    return b"<html><script>alert(1)</script>" + b" " * 2000 + drawn()


@cover("figure")
def two_faced() -> bytes:
    """A PDF that is a web page as well."""
    return b"<html><script>alert(1)</script><!--\n" + drawn() + b"--></html>"
