"""A finished file says what it is, opens at its title, and is the same every time."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from handouts.assembly.assemble import assemble
from handouts.body import PageLabel
from handouts.invariants import check
from tests.bodies import DETAILS, whole_body
from tests.gate.verapdf import Validate
from tests.inspection import embedded_fonts, page_count

WHOLE = assemble(whole_body(), DETAILS)


def reader(data: bytes = WHOLE) -> PdfReader:
    """A reader of a finished file."""
    return PdfReader(io.BytesIO(data))


def catalog(data: bytes = WHOLE) -> Any:
    """Its catalog."""
    return reader(data).root_object


def xmp(data: bytes = WHOLE) -> str:
    """Its metadata as they stand in the file."""
    packet: bytes = catalog(data)["/Metadata"].get_data()
    return packet.decode()


def test_a_file_with_one_of_everything_passes_verapdf(verapdf: Validate, tmp_path: Path) -> None:
    file = tmp_path / "whole.pdf"
    file.write_bytes(WHOLE)
    assert [str(verdict) for verdict in verapdf([file]) if not verdict.passed] == []


def test_a_file_with_one_of_everything_breaks_no_invariant() -> None:
    assert check(WHOLE) == []


def test_every_typeface_is_embedded_that_of_fields_included() -> None:
    fonts = embedded_fonts(WHOLE)
    assert len(fonts) == 2
    assert all(fonts.values())


def test_pages_stay_as_they_were_drawn() -> None:
    body = replace(whole_body(), fields=(), links=())
    pictures = [
        pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().tobytes()
        for data in (body.pdf, assemble(body, DETAILS))
    ]
    assert pictures[0] == pictures[1]
    assert page_count(WHOLE) == 2


def test_metadata_and_document_information_say_the_same() -> None:
    information = reader().metadata
    assert information is not None
    assert information.title == DETAILS.title
    assert information.author == DETAILS.author
    assert str(information["/Keywords"]) == "soins, injection"
    assert '<rdf:li xml:lang="x-default">Soins après l’injection &amp; &lt;suites&gt;</rdf:li>' in xmp()
    assert information.creation_date == DETAILS.modified
    assert "<xmp:ModifyDate>2026-03-01T12:30:00Z</xmp:ModifyDate>" in xmp()


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-5)), None])
def test_a_moment_is_written_in_universal_time_wherever_it_was_taken(zone: timezone | None) -> None:
    moment = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    local = moment.astimezone(zone) if zone else moment.replace(tzinfo=None)
    assert "<xmp:ModifyDate>2026-03-01T12:00:00Z<" in xmp(assemble(whole_body(), replace(DETAILS, modified=local)))


def test_the_file_opens_at_its_title_and_prints_unscaled_on_both_sides() -> None:
    assert dict(catalog()["/ViewerPreferences"]) == {
        "/DisplayDocTitle": True, "/PrintScaling": "/None", "/Duplex": "/DuplexFlipLongEdge",
    }  # fmt: skip
    assert "/Duplex" not in catalog(assemble(whole_body(), replace(DETAILS, duplex=False)))["/ViewerPreferences"]


def test_the_language_is_that_of_the_details() -> None:
    assert catalog()["/Lang"] == "fr-CA"


def test_colours_mean_srgb() -> None:
    (intent,) = catalog()["/OutputIntents"]
    assert intent.get_object()["/DestOutputProfile"].get_data()[36:40] == b"acsp"


def test_pages_are_labelled_and_numbered_from_one_before_the_first_label() -> None:
    assert reader().page_labels == ["couverture", "1"]
    late = replace(DETAILS, page_labels=(PageLabel(1, "r", start=4),))
    assert reader(assemble(whole_body(), late)).page_labels == ["1", "iv"]


def test_bookmarks_lead_to_their_pages() -> None:
    document = pypdfium2.PdfDocument(WHOLE)
    found = [(item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()]
    assert found == [(0, "Français", 0), (1, "Soins", 0), (0, "Suite", 1)]
    assert catalog()["/Outlines"]["/Count"] == 3


def test_a_file_without_bookmarks_has_no_outline() -> None:
    assert "/Outlines" not in catalog(assemble(replace(whole_body(), bookmarks=()), DETAILS))


def annotation(kind: str, data: bytes = WHOLE) -> Any:
    """The annotation of a kind."""
    (found,) = (a.get_object() for a in reader(data).pages[0]["/Annots"] if a.get_object()["/Subtype"] == kind)  # type: ignore[attr-defined]
    return found


def test_a_link_says_what_it_is_and_is_printed_without_a_frame() -> None:
    link = annotation("/Link")
    assert link["/A"]["/URI"] == "https://clinique.example/%C3%A9t%C3%A9"
    assert link["/Contents"] == "Le site de la clinique"
    assert (link["/F"], link["/Border"]) == (4, [0, 0, 0])


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "file:///etc/passwd", "http://clinique.example", "HTTPS:x"])
def test_a_link_to_anywhere_but_the_web_a_mailbox_or_a_telephone_is_refused(uri: str) -> None:
    body = whole_body()
    with pytest.raises(ValueError, match="may not lead"):
        assemble(replace(body, links=(replace(body.links[0], uri=uri),)), DETAILS)


def test_a_field_is_empty_described_and_types_in_an_embedded_typeface_with_french_letters() -> None:
    field = annotation("/Widget")
    assert (field["/FT"], field["/T"], field["/TU"]) == ("/Tx", "rendez-vous", "Date du rendez-vous")
    assert "/V" not in field
    assert "/AA" not in field
    name = field["/DA"].split()[0]
    font = catalog()["/AcroForm"]["/DR"]["/Font"][name]
    widths = dict(enumerate(font["/Widths"], start=font["/FirstChar"]))
    assert all(widths[code] > 100 for code in "éÀœ’«\u00a0".encode("cp1252"))


def test_what_is_typed_into_a_field_can_be_seen() -> None:
    document = pypdfium2.PdfDocument(WHOLE)
    document.init_forms()
    page = document[0]
    empty = page.render(scale=1, may_draw_forms=True).to_pil().tobytes()
    raw = pypdfium2.raw
    raw.FORM_OnLButtonDown(document.formenv, page, 0, 100, 510)
    raw.FORM_OnLButtonUp(document.formenv, page, 0, 100, 510)
    for letter in "été":
        raw.FORM_OnChar(document.formenv, page, ord(letter), 0)
    raw.FORM_ForceToKillFocus(document.formenv)
    assert page.render(scale=1, may_draw_forms=True).to_pil().tobytes() != empty


def test_the_identifier_comes_from_the_fingerprint() -> None:
    other = assemble(whole_body(), replace(DETAILS, fingerprint="ffff"))
    assert reader().trailer["/ID"] != reader(other).trailer["/ID"]
    assert reader().trailer["/ID"] == reader(assemble(whole_body(), DETAILS)).trailer["/ID"]


SCRIPT = """
import hashlib, sys
from handouts.assembly.assemble import assemble
from tests.bodies import DETAILS, covered_body, whole_body
from tests.covers import drawn
for body in (whole_body(), covered_body(drawn())):
    sys.stdout.write(hashlib.sha256(assemble(body, DETAILS)).hexdigest() + "\\n")
"""


def test_the_bytes_are_the_same_in_other_processes_hash_seeds_and_time_zones() -> None:
    digests = set()
    for seed, zone in (("0", "UTC"), ("1", "America/Montreal"), ("77", "Asia/Tokyo")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1
    assert hashlib.sha256(WHOLE).hexdigest() in digests.pop()


def test_finishing_adds_little_to_the_size_of_a_page() -> None:
    body = replace(whole_body(), fields=(), links=(), bookmarks=())
    assert len(assemble(body, DETAILS)) < len(body.pdf) + 6_000
