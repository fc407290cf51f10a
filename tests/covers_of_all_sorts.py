"""Crafted covers that mean well: what design programs, scanners, office programs and bad transfers make."""

import io
import re
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.covers import (
    FONT,
    LETTER,
    bent,
    cover,
    drawn,
    in_catalog,
    on_page,
    script,
    unchanged,
    with_annotation,
    with_content,
)
from tests.covers_of_malice import BOX, INK, PAGES, form, image, link, made, stream, written

GREY = bytes(range(0, 256, 4))
"""Eight by eight pixels of grey."""


def packed_as(kind: str, **options: Any) -> bytes:
    """A picture file."""
    file = io.BytesIO()
    Image.linear_gradient("L").save(file, kind, **options)
    return file.getvalue()


# protected or signed


@cover("E542")
def old_lock() -> bytes:
    """A file with a password, in the oldest way."""
    return bent(unchanged, encryption=pikepdf.Encryption(owner="a", user="b", R=2, aes=False, metadata=False))


@cover("E542")
def new_restriction() -> bytes:
    """A file that may not be changed, in the newest way."""
    return bent(unchanged, encryption=pikepdf.Encryption(owner="a", user="", R=6))


@cover("E542")
def strange_lock() -> bytes:
    """A file locked by a program that nobody has."""
    return written(*PAGES, BOX + b">>", INK, trailer=b"/Encrypt <</Filter /Own /V 9>> /ID [(a) (b)]")


@cover("E543")
def signed_in_group() -> bytes:
    """A signature in a group of fields."""

    def bend(pdf: Pdf) -> None:
        value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("x"))
        inner = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("s"), V=value))
        outer = pdf.make_indirect(Dictionary(T=String("g"), Kids=Array([inner])))
        pdf.Root.AcroForm = Dictionary(Fields=Array([outer]))

    return bent(bend)


@cover("figure", "W541")
def unsigned() -> bytes:
    """A place to sign that nobody signed."""
    line = Dictionary(FT=Name.Sig, T=String("s"))
    return in_catalog(AcroForm=Dictionary(Fields=Array([line])))


@cover("figure", "W541")
def awaited_signature() -> bytes:
    """A place to sign that nobody signed, announced by a flag."""
    line = Dictionary(FT=Name.Sig, T=String("s"))
    return in_catalog(AcroForm=Dictionary(Fields=Array([line]), SigFlags=1))


@cover("E544")
def mixed_form() -> bytes:
    """A form that one program shows in its own way."""
    return in_catalog(AcroForm=Dictionary(Fields=Array(), XFA=Array([String("template"), String("<t/>")])))


# boxes, turns, units


@cover("figure")
def turned_back() -> bytes:
    """A page turned by -270 degrees."""
    return on_page(Rotate=-270)


@cover("figure")
def no_turn() -> bytes:
    """A page whose turn is no number."""
    return on_page(Rotate=Name.Foo)


@cover("figure")
def international() -> bytes:
    """A page of A4."""
    return drawn(size=(595.28, 841.89))


@cover("figure")
def landscape() -> bytes:
    """A page that is wider than high."""
    return drawn(size=(792, 612))


@cover("figure")
def poster() -> bytes:
    """A poster."""
    return drawn(size=(2384, 3370))


@cover("figure")
def banner() -> bytes:
    """A page ten times as wide as high."""
    return drawn(size=(4000, 400))


@cover("E549")
def words_for_a_box() -> bytes:
    """A page box of words."""
    return on_page(MediaBox=Array([String("a"), String("b"), String("c"), String("d")]))


@cover("E549")
def flat_box() -> bytes:
    """A page without height."""
    return on_page(MediaBox=Array([0, 0, 612, 0]))


@cover("figure")
def indirect_box() -> bytes:
    """A page box whose numbers stand elsewhere."""
    box = b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox 5 0 R>>"
    return written(*PAGES, box, INK, b"[0 0 6 0 R 792.00]", b"612")


@cover("E549")
def crop_elsewhere() -> bytes:
    """A page cropped to where it is not."""
    return on_page(CropBox=Array([5000, 5000, 6000, 6000]))


@cover("figure")
def no_unit() -> bytes:
    """A page whose unit is nothing."""
    return on_page(UserUnit=0)


@cover("figure")
def giant_unit() -> bytes:
    """A page whose unit is a metre, which nobody means."""
    return on_page(UserUnit=2835)


@cover("figure")
def far_away() -> bytes:
    """A page whose corner is far from the origin."""
    box = BOX.replace(b"0 0 612 792", b"10000 10000 10612 10792")
    return written(*PAGES, box + b">>", INK.replace(b"72 72 300 300", b"10072 10072 300 30"))


@cover("figure")
def grandchild() -> bytes:
    """A page that has everything from the parent of its parent."""
    top = b"<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] /Resources <<>>>>"
    middle = b"<</Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1>>"
    return written(PAGES[0], top, middle, b"<</Type /Page /Parent 3 0 R /Contents 5 0 R>>", INK)


# colours and images


@cover("figure")
def indexed() -> bytes:
    """An image with a palette."""
    palette = Array([Name.Indexed, Name.DeviceRGB, 1, String("\x00\x40\x80\xff\xff\xff")])
    return image(bytes([0, 1] * 32), ColorSpace=palette)


@cover("figure")
def bitmap() -> bytes:
    """A stencil."""
    return image(b"\xaa\x55" * 4, ImageMask=True, BitsPerComponent=1)


@cover("figure")
def fine_grey() -> bytes:
    """An image of 16 bits a pixel."""
    return image(GREY * 2, BitsPerComponent=16)


@cover("figure")
def negative() -> bytes:
    """An image that is inverted."""
    return image(GREY, Decode=Array([1, 0]))


@cover("figure")
def color_key() -> bytes:
    """An image in which one grey is transparent."""
    return image(GREY, Mask=Array([0, 10]))


@cover("figure")
def letters_around_photograph() -> bytes:
    """A JPEG written in hexadecimal digits."""
    data = packed_as("JPEG").hex().encode() + b">"
    return image(data, Width=256, Height=256, Filter=Array([Name.ASCIIHexDecode, Name.DCTDecode]))


@cover("figure")
def packed_photograph() -> bytes:
    """A JPEG that is packed once more."""
    data = zlib.compress(packed_as("JPEG"))
    return image(data, Width=256, Height=256, Filter=Array([Name.FlateDecode, Name.DCTDecode]))


@cover("figure")
def run_length_image() -> bytes:
    """An image of run lengths."""
    return image(b"\xc1\x40\x80", Filter=Name.RunLengthDecode)


@cover("picture", "W540")
def wavelets() -> bytes:
    """A JPEG 2000 image."""
    return image(packed_as("JPEG2000"), Width=256, Height=256, Filter=Name.JPXDecode)


@cover("figure")
def smooth() -> bytes:
    """A small image that is to be smoothed."""
    return image(GREY, Interpolate=True)


@cover("figure")
def calibrated() -> bytes:
    """Calibrated colours."""
    space = Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]))])
    return with_content(b"/Cal cs 0.2 0.4 0.6 scn 100 100 99 99 re f", ColorSpace={"Cal": space})


@cover("picture", "W540")
def broken_profile() -> bytes:
    """A colour profile of noise."""

    def space(pdf: Pdf) -> Array:
        return Array([Name.ICCBased, made(b"noise" * 99, N=3, Alternate=Name.DeviceRGB)(pdf)])

    return with_content(b"/Icc cs 0.2 0.4 0.6 scn 100 100 99 99 re f", ColorSpace={"Icc": space})


@cover("picture", "W540")
def many_inks() -> bytes:
    """Colours of several inks."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 0, 0]), N=1)
    space = Array([Name.DeviceN, Array([Name.Gold, Name.Silver]), Name.DeviceRGB, tint])
    return with_content(b"/Inks cs 1 0 scn 100 100 99 99 re f", ColorSpace={"Inks": space})


@cover("figure")
def in_line() -> bytes:
    """A small image within the drawing."""
    return with_content(b"90 0 0 90 72 72 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x80\xff\x40 EI")


@cover("figure")
def tiles() -> bytes:
    """A pattern of tiles."""
    tile = made(
        b"0 0 4 4 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]), XStep=9,
        YStep=9, Resources=Dictionary(),
    )  # fmt: skip
    return with_content(b"/Pattern cs /Ti scn 0 0 300 300 re f", Pattern={"Ti": tile})


def mesh(kind: int, data: bytes, **entries: Any) -> bytes:
    """A good cover with colours that run between the points of a mesh, 16 bits a coordinate and 8 a colour."""
    shading = made(
        data, ShadingType=kind, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=16, BitsPerComponent=8,
        Decode=Array([0, 612, 0, 792, 0, 1, 0, 1, 0, 1]), **entries,
    )  # fmt: skip
    return with_content(b"q 100 100 400 500 re W n /Me sh Q", Shading={"Me": shading})


CORNERS = (b"\x20\x00\x20\x00", b"\xd0\x00\x20\x00", b"\x20\x00\xd0\x00", b"\xd0\x00\xd0\x00")
COLORS = (b"\xff\x00\x00", b"\x00\xff\x00", b"\x00\x00\xff", b"\xff\xff\x00")


@cover("figure")
def mesh_of_triangles() -> bytes:
    """A gradient mesh of triangles."""
    points = [b"\x00" + corner + color for corner, color in zip(CORNERS, COLORS, strict=True)]
    return mesh(4, b"".join(points[:3]), BitsPerFlag=8)


@cover("figure")
def mesh_of_rows() -> bytes:
    """A gradient mesh of rows."""
    points = [corner + color for corner, color in zip(CORNERS, COLORS, strict=True)]
    return mesh(5, b"".join(points), VerticesPerRow=2)


def patch(inner: int) -> bytes:
    """A patch with the points of its edge, of which one side bulges, and those inside."""
    edge = [(32, 32), (32, 90), (32, 150), (32, 208), (90, 240), (150, 240), (208, 208), (208, 150), (208, 90)]
    edge += [(208, 32), (150, 32), (90, 32), (90, 90), (90, 150), (150, 150), (150, 90)]
    return b"\x00" + b"".join(bytes([x, 0, y, 0]) for x, y in edge[: 12 + inner]) + b"".join(COLORS)


@cover("figure")
def mesh_of_patches() -> bytes:
    """A gradient mesh as Illustrator draws it."""
    return mesh(6, patch(0), BitsPerFlag=8)


@cover("figure")
def mesh_of_tensors() -> bytes:
    """A gradient mesh with points inside its patches."""
    return mesh(7, patch(4), BitsPerFlag=8)


@cover("figure")
def defined_plain_colors() -> bytes:
    """A file that says what its plain RGB means."""
    space = Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]), Gamma=Array([1, 1, 1]))])
    return with_content(b"0.8 0.3 0.1 rg 100 100 99 99 re f", ColorSpace={"DefaultRGB": space})


# transparency and layers


@cover("figure")
def multiplied() -> bytes:
    """Colours multiplied."""
    return with_content(b"/Mul gs 1 1 0 rg 0 500 400 292 re f", ExtGState={"Mul": Dictionary(BM=Name.Multiply)})


@cover("figure")
def faded() -> bytes:
    """A drawing that fades out."""

    def state(pdf: Pdf) -> Dictionary:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        mask = made(
            b"0.5 g 0 0 300 792 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792]), Group=group,
            Resources=Dictionary(),
        )  # fmt: skip
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask(pdf)))

    return with_content(b"/Fade gs 1 0 0 rg 0 0 612 300 re f", ExtGState={"Fade": state})


@cover("figure")
def knocked_out() -> bytes:
    """A group whose parts knock each other out."""
    return form(b"1 0 0 rg 0 0 60 60 re f", Group=Dictionary(S=Name.Transparency, I=True, K=True))


def layers(content: bytes, **shown: Any) -> bytes:
    """A cover with a layer, shown in some way."""

    def bend(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Prix")))
        settings = {f"/{key}": Array([layer]) if value is True else value for key, value in shown.items()}
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(settings))
        group = Dictionary(Type=Name.OCMD, OCGs=Array([layer]), P=Name.AllOff)
        pdf.pages[0].obj.Resources.Properties = Dictionary(Layer=layer, None_=group)
        pdf.pages[0].contents_add(content)

    return bent(bend)


SHOWN = b"q /OC /Layer BDC 1 0 0 rg 100 100 300 100 re f EMC Q"


def with_secret(category: str, **own: Any) -> bytes:
    """A cover with a hidden layer, in something that some programs draw without minding layers."""

    def bend(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Prix")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        holder = pdf.make_stream(b"/OC /Layer BDC 0 g 0 0 612 792 re f EMC", BBox=Array([0, 0, 612, 792]), **own)
        holder.Resources = Dictionary(Properties=Dictionary(Layer=layer))
        resources = pdf.pages[0].obj.Resources
        if category == "Pattern":
            resources.Pattern = Dictionary(Secret=holder)
            pdf.pages[0].contents_add(b"q /Pattern cs /Secret scn 100 100 300 100 re f Q")
        else:
            mask = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=holder))
            resources.ExtGState = Dictionary(Secret=mask)
            pdf.pages[0].contents_add(b"q /Secret gs 1 0 0 rg 100 100 300 100 re f Q")

    return bent(bend)


@cover("E553")
def hidden_in_a_pattern() -> bytes:
    """A hidden layer in a pattern, which PDFium shows."""
    return with_secret("Pattern", PatternType=1, PaintType=1, TilingType=1, XStep=20, YStep=20)


@cover("E553")
def hidden_in_a_mask() -> bytes:
    """A hidden layer in a soft mask, which PDFium minds as if it were shown."""
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    return with_secret("ExtGState", Type=Name.XObject, Subtype=Name.Form, Group=group)


@cover("figure", "W544")
def turned_too_far() -> bytes:
    """A page turned by an angle larger than PDFium's numbers, which leaves it as it is; the repair does too."""
    return on_page(Rotate=90 + 360 * 12_000_000)


@cover("picture", "W540")
def all_off() -> bytes:
    """Layers of which all are off unless said otherwise."""
    return layers(SHOWN, BaseState=Name.OFF)


@cover("picture", "W540")
def only_in_print() -> bytes:
    """A layer that is shown on some occasions."""
    usage = Array([Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array())])
    return layers(SHOWN, AS=usage)


@cover("figure")
def all_on() -> bytes:
    """A layer that is on, and named in the list of what may be switched."""
    return layers(SHOWN, ON=True, Order=True)


@cover("picture", "W540")
def not_when_on() -> bytes:
    """A drawing that is shown when a layer is not."""
    return layers(b"q /OC /None_ BDC 1 0 0 rg 100 100 300 100 re f EMC Q", ON=True)


@cover("figure")
def hidden_note() -> bytes:
    """A stamp that is hidden."""

    def bend(pdf: Pdf) -> None:
        look = made(b"1 0 0 rg 0 0 128 28 re f", Subtype=Name.Form, BBox=Array([0, 0, 128, 28]))(pdf)
        stamp = Dictionary(Subtype=Name.Stamp, Rect=Array([72, 72, 200, 100]), F=2, AP=Dictionary(N=look))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])

    return bent(bend)


@cover("picture", "W540", "W541")
def filled_in() -> bytes:
    """A form field that is filled in."""

    def bend(pdf: Pdf) -> None:
        look = made(b"1 0 0 rg 0 0 128 28 re f", Subtype=Name.Form, BBox=Array([0, 0, 128, 28]))(pdf)
        line = Dictionary(
            Subtype=Name.Widget, FT=Name.Tx, T=String("nom"), V=String("Léa"), Rect=Array([72, 72, 200, 100]), F=4,
            AP=Dictionary(N=look),
        )  # fmt: skip
        reference = pdf.make_indirect(line)
        pdf.pages[0].obj.Annots = Array([reference])
        pdf.Root.AcroForm = Dictionary(Fields=Array([reference]))

    return bent(bend)


@cover("figure", "W541")
def commented() -> bytes:
    """A comment of the proofreader."""
    return with_annotation(Subtype=Name.Text, Contents=String("à revoir"), Open=False)


# text


@cover("picture", "W540")
def drawn_letters() -> bytes:
    """Letters that are drawn one by one, with names that say nothing."""

    def font(pdf: Pdf) -> Dictionary:
        letter = pdf.make_stream(b"1000 0 0 0 1000 1000 d1 0 0 700 700 re f")
        return Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), CharProcs=Dictionary(x1=letter),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=97, LastChar=97, Widths=Array([1000]),
            Encoding=Dictionary(Differences=Array([97, Name.x1])), Resources=Dictionary(),
        )  # fmt: skip

    return with_content(b"BT /T3 40 Tf 72 72 Td (aa) Tj ET", Font={"T3": font})


@cover("picture", "W540")
def cut_font() -> bytes:
    """A typeface whose program is cut off."""

    def bend(pdf: Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            program = font.FontDescriptor.FontFile2
            program.write(program.read_bytes()[:3000])

    return bent(bend)


@cover("E547")
def unseen_text() -> bytes:
    """A page of text that is not painted, as scanners put it behind a picture."""
    text = stream(b"BT /F 20 Tf 3 Tr 72 72 Td (Bonjour) Tj ET")
    page = BOX + b"/Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>>"
    return written(*PAGES, page, text)


@cover("E547")
def clipped_away() -> bytes:
    """A page on which everything is clipped away."""
    return written(*PAGES, BOX + b">>", stream(b"0 0 1 1 re W n 72 72 99 99 re f"))


@cover("E547")
def lost_content() -> bytes:
    """A page whose drawing is not in the file."""
    return written(*PAGES, BOX.replace(b"4 0 R", b"9 0 R") + b">>", INK)


@cover("E547")
def second_blank() -> bytes:
    """Two pages, the second of them blank."""

    def bend(pdf: Pdf) -> None:
        pdf.add_blank_page(page_size=LETTER)

    return bent(bend)


@cover("figure")
def four_pages() -> bytes:
    """As many pages as can be."""
    return drawn(pages=4)


# files that were moved about


@cover("figure", "W544")
def half_table() -> bytes:
    """A file whose table of objects is gone."""
    data = written(*PAGES, BOX + b">>", INK)
    return data[: data.rindex(b"xref\n0 ")]


@cover("figure")
def wrong_start() -> bytes:
    """A file that says its table is elsewhere."""
    data = written(*PAGES, BOX + b">>", INK)
    return data[: data.rindex(b"startxref")] + b"startxref\n17\n%%EOF\n"


@cover("figure")
def two_lives() -> bytes:
    """A file that was changed after it was made."""
    data = written(*PAGES, BOX + b">>", INK)
    place, new = len(data), INK.replace(b"0 0 1 rg", b"1 0 0 rg")
    data += b"4 0 obj\n" + new + b"\nendobj\n"
    table = b"xref\n4 1\n%010d 00000 n \n" % place
    last = b"trailer <</Root 1 0 R /Size 5 /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + table + last % (data.rindex(b"xref\n0 "), len(data))


@cover("figure")
def oldest() -> bytes:
    """A file of PDF 1.0."""
    return written(*PAGES, BOX + b">>", INK).replace(b"%PDF-1.7", b"%PDF-1.0")


@cover("figure")
def newest() -> bytes:
    """A file of PDF 2.0."""
    return written(*PAGES, BOX + b">>", INK).replace(b"%PDF-1.7", b"%PDF-2.0")


@cover("figure")
def byte_order_mark() -> bytes:
    """A file behind a byte order mark."""
    return b"\xef\xbb\xbf" + drawn()


@cover("figure")
def wrong_length() -> bytes:
    """A drawing that is shorter than it says."""
    return written(*PAGES, BOX + b">>", INK.replace(b"/Length 27", b"/Length 5"))


@cover("figure")
def in_pieces() -> bytes:
    """A drawing in three hundred pieces."""
    pieces = [stream(b"0 0 1 rg 72 %d 99 1 re f" % (72 + 2 * number)) for number in range(300)]
    places = b" ".join(b"%d 0 R" % (4 + number) for number in range(300))
    return written(*PAGES, BOX.replace(b"4 0 R", b"[" + places + b"]") + b">>", *pieces)


@cover("figure")
def wrong_count() -> bytes:
    """A file that says it has nine pages and has one."""
    return written(PAGES[0], PAGES[1].replace(b"/Count 1", b"/Count 9"), BOX + b">>", INK)


@cover("figure")
def nameless() -> bytes:
    """A page tree whose parts do not say what they are."""
    box = b"<</Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>>"
    return written(PAGES[0], b"<</Kids [3 0 R] /Count 1>>", box, INK)


@cover("figure")
def settings() -> bytes:
    """A file with wishes about how it is shown."""
    wishes = Dictionary(HideToolbar=True, FitWindow=True)
    return in_catalog(ViewerPreferences=wishes, PageMode=Name.FullScreen, Lang=String("x"))


@cover("figure")
def large_metadata() -> bytes:
    """Metadata of megabytes, with entities in them."""
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>' + b" " * 3_000_000
    catalog = PAGES[0][:-2] + b"/Metadata 5 0 R>>"
    return written(catalog, PAGES[1], BOX + b">>", INK, stream(entities, b"/Type /Metadata /Subtype /XML"))


@cover("E541")
def no_catalog() -> bytes:
    """A file without a catalog."""
    return written(b"<</Type /Font>>", b"<</Type /Font>>")


@cover("figure")
def telephone() -> bytes:
    """A link to a telephone and a letter box."""
    return link(S=Name.URI, URI=String("tel:+14185550134"))


@cover("figure")
def loud_address() -> bytes:
    """A link whose scheme is in capitals, with a blank before it."""
    return link(S=Name.URI, URI=String(" HTTPS://clinique.example/"))


@cover("figure")
def letter_with_a_subject() -> bytes:
    """A link that begins a message with its subject and first words."""
    return link(S=Name.URI, URI=String("mailto:info@clinique.example?subject=Rendez-vous&body=Bonjour,%0D%0A"))


@cover("figure", "W541")
def letter_with_a_file() -> bytes:
    """A link that begins a message with a file of the reader's machine in it."""
    return link(S=Name.URI, URI=String("mailto:info@clinique.example?subject=Bonjour&%61ttach=/etc/passwd"))


@cover("figure", "W541")
def letter_with_an_attachment() -> bytes:
    """A link that begins a message with an attachment, written as a web page would write it."""
    return link(S=Name.URI, URI=String("mailto:info@clinique.example?body=a&amp;attachment=b.txt"))


@cover("figure", "W541")
def hidden_copy() -> bytes:
    """A link that sends a copy of what a patient writes to somebody else, unseen."""
    return link(S=Name.URI, URI=String("mailto:info@clinique.example?bcc=someone@evil.example"))


@cover("figure", "W541")
def disguised_host() -> bytes:
    """A link that begins with the name of a bank and leads elsewhere."""
    return link(S=Name.URI, URI=String("https://banque.example@evil.example/"))


@cover("figure", "W541")
def host_of_two_readings() -> bytes:
    """A link whose host is one for some readers and another for others."""
    return link(S=Name.URI, URI=String("https://clinique.example\\@evil.example/"))


@cover("figure")
def address_with_a_mailbox_in_it() -> bytes:
    """A link to a page whose address holds a mailbox behind its host."""
    return link(S=Name.URI, URI=String("https://clinique.example/ecrire?a=info@clinique.example"))


# how a file opens


@cover("figure")
def opens_at_a_page() -> bytes:
    """A file that opens at its first page, in full, as most design programs write it."""
    return bent(lambda pdf: pdf.Root.update(Dictionary(OpenAction=Array([pdf.pages[0].obj, Name.Fit]))))


@cover("figure")
def goes_to_a_page() -> bytes:
    """A file that goes to its first page on opening."""

    def bend(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))

    return bent(bend)


@cover("figure", "W541")
def goes_to_a_page_and_on() -> bytes:
    """A file that goes to its first page on opening, then runs a script."""
    return in_catalog(OpenAction=Dictionary(S=Name.GoTo, D=String("cover"), Next=script()))


@cover("figure")
def empty_shelves() -> bytes:
    """A file with places for fields, scripts, attached files and actions, and nothing in any of them."""
    none = Dictionary(Names=Array())
    names = Dictionary(JavaScript=none, EmbeddedFiles=none)
    return in_catalog(AcroForm=Dictionary(Fields=Array()), Names=names, AA=Dictionary(), AF=Array())


# what a drawing carries with it


def _file(pdf: Pdf) -> Any:
    data = pdf.make_stream(b"id;name\n", Type=Name.EmbeddedFile)
    return pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("list.csv"), EF=Dictionary(F=data)))


@cover("figure", "W541")
def picture_with_a_file() -> bytes:
    """A picture with a file attached to it."""

    def bend(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources.XObject.Im.AF = Array([_file(pdf)])

    return bent(bend, image(GREY))


@cover("figure", "W541")
def picture_in_a_form_with_a_file() -> bytes:
    """A picture within a form, with a file attached to it."""

    def bend(pdf: Pdf) -> None:
        inner = made(GREY, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8)(pdf)
        inner.ColorSpace, inner.AF = Name.DeviceGray, Array([_file(pdf)])
        pdf.pages[0].obj.Resources.XObject.Fm.Resources = Dictionary(XObject=Dictionary(Im=inner))

    return bent(bend, form(b"90 0 0 90 0 0 cm /Im Do"))


# what only some readers know


@cover("figure")
def unknown_operators_that_may_be_ignored() -> bytes:
    """A drawing with operators of a newer version, marked as ones that a reader may leave out."""
    return with_content(b"0 0 1 rg BX 1 2 /Glow frobnicate BX (a) shimmer EX 3 gleam EX 72 72 99 99 re f")


@cover("picture", "W540")
def unknown_operators_behind_what_may_be_ignored() -> bytes:
    """A drawing with an operator that nobody knows, behind the part in which it might be left out."""
    return with_content(b"BX 1 frobnicate EX EX 0 0 1 rg 72 72 99 99 re f 1 frobnicate")


@cover("figure")
def form_listed_in_itself() -> bytes:
    """A form that lists itself among what it may draw, and does not draw it."""

    def bend(pdf: Pdf) -> None:
        drawing = pdf.pages[0].obj.Resources.XObject.Fm
        drawing.Resources = Dictionary(XObject=Dictionary(Fm=drawing))

    return bent(bend, form(b"0 0 1 rg 0 0 90 90 re f"))


@cover("E550")
def content_in_countless_parts() -> bytes:
    """A page whose drawing is the same damaged part, thousands of times, which takes readers minutes."""
    page = BOX.replace(b"4 0 R", b"[" + b"4 0 R " * 2500 + b"]") + b">>"
    return written(*PAGES, page, stream(b"<~no hex~>", b"/Filter [/ASCIIHexDecode /FlateDecode]"))


@cover("picture", "W540")
def second_part_damaged() -> bytes:
    """A drawing in two parts, of which the second cannot be unpacked: readers show the first."""
    page = BOX.replace(b"4 0 R", b"[4 0 R 5 0 R]") + b">>"
    return written(*PAGES, page, INK, stream(b"<~no hex~>", b"/Filter /ASCIIHexDecode"))


# typefaces that are chosen and show nothing


@cover("figure")
def default_typeface() -> bytes:
    """An ordinary export, which begins each page by choosing a typeface that is not embedded and shows nothing."""
    drawn()  # which registers the typeface
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.setFont(FONT, 30)
    canvas.drawString(72, 500, "Clinique Boréale")
    canvas.save()
    return file.getvalue()


@cover("figure")
def idle_typeface_of_a_form() -> bytes:
    """A form that chooses a typeface and shows no word in it."""
    return form(b"BT /F7 12 Tf 72 72 Td ET q /F8 9 Tf Q 0 0 1 rg 0 0 90 90 re f")


# photographs that tell more than they show

SECRET = b"46.8139 N, 71.2080 W"
"""Where a photograph was taken."""


@cover("figure")
def talkative_photograph() -> bytes:
    """A photograph that says where it was taken, with a thumbnail, a comment and an archive behind it."""
    photograph = packed_as("JPEG")
    notes = b"".join(
        bytes((0xFF, marker)) + (len(text) + 2).to_bytes(2, "big") + text
        for marker, text in ((0xE1, b"Exif\0\0" + SECRET), (0xE2, b"ICC_PROFILE\0" + SECRET), (0xFE, SECRET))
    )
    return image(
        photograph[:2] + notes + photograph[2:] + b"PK\x03\x04" + SECRET, Width=256, Height=256, Filter=Name.DCTDecode
    )


@cover("picture", "W540")
def broken_photograph() -> bytes:
    """A photograph whose parts cannot be told apart."""
    return image(
        packed_as("JPEG")[:2] + b"\xff\xe1\xff" + packed_as("JPEG")[2:], Width=256, Height=256, Filter=Name.DCTDecode
    )


# typefaces and numbers that an archival file may not have (ISO 19005-2)


def with_font(bend: Callable[[Any], None]) -> bytes:
    """A good cover whose typeface is changed."""

    def change(pdf: Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            bend(font)

    return bent(change)


@cover("picture", "W540")
def silent_symbols() -> bytes:
    """A symbol typeface that does not say which letters it shows."""

    def bend(font: Any) -> None:
        del font["/ToUnicode"]

    return with_font(bend)


@cover("picture", "W540")
def private_letters() -> bytes:
    """A typeface whose letters have numbers that only its maker knows."""

    def bend(font: Any) -> None:
        text = font.ToUnicode.read_bytes()
        font.ToUnicode.write(re.sub(rb"<00(..)>(?=\n|>|\r|]| )", rb"<E0\1>", text))

    return with_font(bend)


@cover("picture", "W540")
def control_letters() -> bytes:
    """A typeface whose letters are said to be control characters."""

    def bend(font: Any) -> None:
        codes = b"".join(b"<%02X> <0003>\n" % code for code in range(256))
        font.ToUnicode.write(b"256 beginbfchar\n" + codes + b"endbfchar")

    return with_font(bend)


@cover("picture", "W540")
def mislabelled_program() -> bytes:
    """A typeface whose program is said to be of another kind."""

    def bend(font: Any) -> None:
        program = font.FontDescriptor.FontFile2
        program.Subtype = Name.Type1C
        font.FontDescriptor.FontFile3 = program
        del font.FontDescriptor["/FontFile2"]

    return with_font(bend)


@cover("picture", "W540")
def endless_box() -> bytes:
    """A typeface with a number that no reader has room for."""

    def bend(font: Any) -> None:
        font.FontDescriptor.FontBBox = Array([0, 0, 5401309915162058, 1309915162058])

    return with_font(bend)


@cover("picture", "W540")
def endless_number() -> bytes:
    """A drawing with a number that no reader has room for."""
    return with_content(b"1 0 0 rg 9999999999 0 m 72 72 200 200 re f")


@cover("picture", "W540")
def smoothed_inline_image() -> bytes:
    """An image in the drawing itself that asks to be smoothed."""
    data = b"BI /W 8 /H 8 /BPC 8 /CS /G /I true ID " + GREY + b" EI"
    return with_content(b"q 99 0 0 99 72 72 cm " + data + b" Q")


@cover("figure")
def plain_inline_image() -> bytes:
    """An image in the drawing itself that asks for nothing."""
    data = b"BI /W 8 /H 8 /BPC 8 /CS /G /I false ID " + GREY + b" EI"
    return with_content(b"q 99 0 0 99 72 72 cm " + data + b" Q")


@cover("figure")
def short_filter_names() -> bytes:
    """A drawing that is packed by a short name, which is for images in drawings alone; every reader knows it."""
    packed = zlib.compress(b"0 0 1 rg 72 72 200 200 re f")
    return written(*PAGES, BOX + b">>", stream(packed, b"/Filter /Fl"))
