"""The tree that is written is the tree that was meant, and the parent tree leads back to it."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from handouts.assembly.assemble import assemble
from handouts.assembly.structure import completed
from handouts.body import Body
from handouts.tagging import AnnotationRef, MarkedContent, Node
from tests.bodies import DETAILS, Drawing, whole_body, written
from tests.inspection import read, struct_text, tree_poppler, words


def catalog(data: bytes) -> Any:
    """The catalog of a file; what is in it is what the test is about."""
    return PdfReader(io.BytesIO(data)).root_object


def elements(node: Any) -> list[Any]:
    """Every element under one, in reading order."""
    kids = node.get("/K", [])
    kids = [kid.get_object() for kid in kids] if isinstance(kids, list) else [kids.get_object()]
    found = [kid for kid in kids if isinstance(kid, dict) and "/S" in kid]
    return [element for kid in found for element in (kid, *elements(kid))]


def roles(data: bytes) -> list[str]:
    """The roles of all elements in reading order."""
    return [element["/S"][1:] for element in elements(catalog(data)["/StructTreeRoot"])]


def test_elements_stand_in_the_order_of_the_tree_not_of_the_drawing() -> None:
    drawing, document = Drawing(), Node("Document")
    first, second = document.add("P"), document.add("P")
    drawing.text(second, "deuxième")
    drawing.text(first, "premier ")
    drawing.end_page()
    data = assemble(Body(drawing.finish(), document), DETAILS)
    assert words(struct_text(data)) == ["premier", "deuxième"]


def test_a_node_that_nothing_was_drawn_for_is_left_out() -> None:
    assert roles(assemble(whole_body(), DETAILS)).count("P") == 2  # of three


def test_an_empty_cell_stays_so_that_the_row_keeps_its_length() -> None:
    row = Node("TR")
    row.add("TD").kids.append(MarkedContent(0, 0))
    row.add("TD")
    row.add("P")
    kept = completed(row, {}, {})
    assert kept is not None
    assert [kid.role for kid in kept.kids if isinstance(kid, Node)] == ["TD", "TD"]


def test_completing_a_tree_leaves_the_tree_of_the_body_as_it_is() -> None:
    body = whole_body()
    before = [(node.role, len(node.kids)) for node in body.document.walk()]
    assemble(body, DETAILS)
    assert [(node.role, len(node.kids)) for node in body.document.walk()] == before


def test_what_is_added_to_a_node_follows_what_it_holds() -> None:
    link = Node("Link", kids=[MarkedContent(0, 0)])
    whole = completed(link, {link: [AnnotationRef(0, 0)]}, {})
    assert whole is not None
    assert whole.kids == [MarkedContent(0, 0), AnnotationRef(0, 0)]


def test_a_node_can_be_replaced_by_several_or_by_what_remains_of_them() -> None:
    document = Node("Document")
    slot = document.add("Figure")
    full, empty = Node("Part", kids=[MarkedContent(0, 0)]), Node("Part")
    whole = completed(document, {}, {slot: [full, empty]})
    assert whole is not None
    assert [kid.role for kid in whole.kids if isinstance(kid, Node)] == ["Part"]


def test_a_paragraph_over_two_pages_is_one_element_that_says_where_its_second_part_is() -> None:
    data = assemble(whole_body(), DETAILS)
    reader = PdfReader(io.BytesIO(data))
    paragraph: Any = elements(catalog(data)["/StructTreeRoot"])[-1]
    assert paragraph["/Pg"]["/StructParents"] == 0
    here, there = (kid.get_object() for kid in paragraph["/K"])
    assert isinstance(here, int)
    assert there["/Type"] == "/MCR"
    assert there["/Pg"].get_object()["/StructParents"] == 1
    assert len(reader.pages) == 2


def test_the_parent_tree_leads_from_every_piece_of_content_to_its_element() -> None:
    tree = catalog(assemble(whole_body(), DETAILS))["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    first_page = numbers[1].get_object()
    assert [element.get_object()["/S"] for element in first_page] == [
        "/H1", "/P", "/Link", "/Lbl", "/LBody", "/TH", "/TH", "/TD", "/TD", "/P",
    ]  # fmt: skip
    assert tree["/ParentTreeNextKey"] == 4  # two pages, a link, a field


def test_annotation_and_element_name_each_other() -> None:
    tree = catalog(assemble(whole_body(), DETAILS))["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    by_number = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for role in ("/Link", "/Form"):
        (element,) = (element for element in elements(tree) if element["/S"] == role)
        kids = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
        (reference,) = (kid.get_object() for kid in kids if isinstance(kid.get_object(), dict))
        assert by_number[reference["/Obj"]["/StructParent"]].get_object() is element


@pytest.mark.parametrize(
    ("node", "attributes"),
    [
        (Node("TH", scope="Row"), [{"/O": "/Table", "/Scope": "/Row"}]),
        (Node("TD", headers=("a", "b")), [{"/O": "/Table", "/Headers": ["a", "b"]}]),
        (Node("TD", span=(2, 3)), [{"/O": "/Table", "/RowSpan": 2, "/ColSpan": 3}]),
        (Node("L", numbering="Decimal"), [{"/O": "/List", "/ListNumbering": "/Decimal"}]),
        (
            Node("Figure", alt="Une dent", bbox=(1, 2, 30.00049, 4)),
            [{"/O": "/Layout", "/BBox": [1, 2, 30, 4], "/Placement": "/Block"}],
        ),
        (Node("P"), []),
    ],
)
def test_a_node_has_the_attributes_that_its_role_needs(node: Node, attributes: list[dict[str, object]]) -> None:
    drawing, document = Drawing(), Node("Document")
    document.kids.append(node)
    drawing.text(node, "texte")
    drawing.end_page()
    element = elements(catalog(assemble(Body(drawing.finish(), document), DETAILS))["/StructTreeRoot"])[-1]
    found = element.get("/A", [])
    assert (found if isinstance(found, list) else [found]) == attributes


def test_language_alternative_text_and_actual_text_are_those_of_the_node() -> None:
    data, document = written([("P", "H2O")])
    node = next(node for node in document.walk() if node.role == "P")
    node.lang, node.alt, node.actual_text, node.ident = "en-CA", "de l’eau", "H₂O", "eau"
    root = catalog(assemble(Body(data, document), DETAILS))["/StructTreeRoot"]
    element = elements(root)[-1]
    assert {key: element[key] for key in ("/Lang", "/Alt", "/ActualText", "/ID")} == {
        "/Lang": "en-CA", "/Alt": "de l’eau", "/ActualText": "H₂O", "/ID": "eau",
    }  # fmt: skip
    assert root["/IDTree"]["/Names"][1].get_object() is element


def test_poppler_reads_the_whole_tree() -> None:
    tree = tree_poppler(assemble(whole_body(), DETAILS))
    assert words(read(tree)) == words(
        "Soins après l’injection Voyez notre site • Reposez-vous. Jour Attente Premier Enflure "
        "Un texte qui commence ici et finit là."
    )
