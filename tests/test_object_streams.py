"""The writer gives small files that every reader opens, and the same bytes from the same objects."""

import base64
import io
import subprocess
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import IndirectObject, NullObject, StreamObject

from handouts.pdf.object_streams import write_file
from handouts.pdf.objects import Objects, Value, dictionary, name, stream, text


def file_with(value: Value, extra: int = 0) -> bytes:
    """A file of one blank page whose catalog holds a value, with more objects if wanted."""
    objects = Objects()
    tree = dictionary({"/Type": "/Pages", "/Count": 1})
    pages = objects.add(tree)
    page = objects.add({"/Type": "/Page", "/Parent": pages, "/MediaBox": [0, 0, 100, 100]})
    tree.update(dictionary({"/Kids": [page]}))
    more = [objects.add({"/Number": number}) for number in range(extra)]
    catalog = objects.add({"/Type": "/Catalog", "/Pages": pages, "/Value": value, "/More": more})
    return write_file(catalog, objects.add({"/Title": text("Titre")}), bytes(range(16)))


def value_in(data: bytes) -> object:
    """What a reader finds in the place of the value."""
    return PdfReader(io.BytesIO(data)).root_object["/Value"]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (1.5, 1.5),
        (-0.25, -0.25),
        (0.00001, 0.00001),
        (1234567.875, 1234567.875),
        (-3, -3),
        (True, True),
        ("/A name (odd)", "/A name (odd)"),
        (text("(a) \\ b)\r\n"), "(a) \\ b)\r\n"),
        (text("é ’ 中"), "é ’ 中"),
        ([1, [2, "/N", {}], {"/K": [0.5, -1]}], [1, [2, "/N", {}], {"/K": [0.5, -1]}]),
    ],
)
def test_a_value_is_read_back_as_it_was_written(value: Value, read: object) -> None:
    assert value_in(file_with(value)) == read


@given(st.text())
def test_any_text_is_read_back_as_it_was_written(value: str) -> None:
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert str(value_in(file_with(text(whole)))) == whole


@given(st.floats(min_value=-1e6, max_value=1e6))
def test_a_number_is_written_without_an_exponent_and_is_right_to_a_hundred_millionth(value: float) -> None:
    found = value_in(file_with(value))
    assert isinstance(found, int | float)
    assert abs(found - value) <= 1e-8


def test_a_name_without_its_slash_is_taken_for_a_mistake() -> None:
    with pytest.raises(ValueError, match="slash"):
        name("Title")


def test_data_without_a_filter_is_packed_and_metadata_is_left_in_plain_sight() -> None:
    long = b"plain " * 500
    assert long not in file_with(Objects().add(stream(long)))
    assert long in file_with(Objects().add(stream(long, {"/Type": "/Metadata", "/Subtype": "/XML"})))


def test_the_plain_text_encoding_that_reportlab_adds_is_undone() -> None:
    data = base64.a85encode(zlib.compress(b"BT ET")) + b"~>"
    wrapped = stream(data, {"/Filter": ["/ASCII85Decode", "/FlateDecode"]})
    found = PdfReader(io.BytesIO(file_with(Objects().add(wrapped)))).root_object["/Value"]
    assert isinstance(found, StreamObject)
    assert str(found["/Filter"]) == "/FlateDecode"
    assert found.get_data() == b"BT ET"


def test_what_nothing_leads_to_is_not_written() -> None:
    objects = Objects()
    objects.add({"/Secret": text("nobody reads this")})
    lost = objects.add({"/Type": "/Catalog"})
    data = write_file(lost, objects.add({}), bytes(16))
    assert len(PdfReader(io.BytesIO(data)).xref_objStm) == 2


def test_a_reference_to_nothing_becomes_null() -> None:
    lost = IndirectObject(99, 0, PdfReader(io.BytesIO(file_with(1))))
    found = PdfReader(io.BytesIO(file_with([lost]))).root_object["/Value"]
    assert isinstance(found, list)
    assert isinstance(found[0].get_object(), NullObject)


def test_an_object_that_is_named_twice_is_written_once() -> None:
    objects = Objects()
    shared = objects.add({"/Shared": 1})
    data = file_with([shared, shared])
    found = PdfReader(io.BytesIO(data)).root_object["/Value"]
    assert isinstance(found, list)
    assert list.__getitem__(found, 0) == list.__getitem__(found, 1)


@pytest.mark.parametrize("extra", [0, 249, 250, 251, 1000])
def test_qpdf_finds_no_fault_however_many_objects_there_are(extra: int, tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(file_with(1, extra))
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)  # noqa: S607
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_objects_give_the_same_bytes() -> None:
    assert file_with([1, text("a")], 300) == file_with([1, text("a")], 300)


def test_the_file_says_its_version_and_its_identifier() -> None:
    data = file_with(1)
    assert data.startswith(b"%PDF-1.7\n")
    identifier = bytes(range(16)).hex()
    assert f"/ID[<{identifier}><{identifier}>]".encode() in data
