"""Deliberate faults in a good tagged file: a gate that lets one of them pass is worthless.

Every fault says which tools catch it. `ua1` and `2a` are veraPDF's verdicts, `invariants` is this project's
own check of the finished file, `reading` compares the words of the tree, as poppler reads them, with the
words meant.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf

Tool = Literal["ua1", "2a", "invariants", "reading"]
Mutation = Callable[[Pdf], None]
Instructions = list[Any]


class NothingToBreakError(Exception):
    """The file has nothing of the kind that this fault needs."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One deliberate fault: what is wrong, how to make it, and which tools catch it."""

    name: str
    apply: Mutation
    caught_by: frozenset[Tool]

    def broken(self, good: bytes) -> bytes:
        """The good file with this fault in it.

        Raises:
            NothingToBreakError: The file has nothing of the kind.
        """
        with pikepdf.open(io.BytesIO(good)) as pdf:
            try:
                self.apply(pdf)
            except (AttributeError, KeyError, StopIteration) as missing:
                raise NothingToBreakError(str(missing)) from missing
            buffer = io.BytesIO()
            pdf.save(buffer)
            return buffer.getvalue()


FAULTS: list[Fault] = []
"""All faults, in the order of this file."""


def fault(*caught_by: Tool) -> Callable[[Mutation], Mutation]:
    """Register a mutation under the first line of its docstring."""

    def register(mutation: Mutation) -> Mutation:
        FAULTS.append(Fault((mutation.__doc__ or "").strip().rstrip("."), mutation, frozenset(caught_by)))
        return mutation

    return register


def elements(pdf: Pdf) -> Iterator[Any]:
    """The structure elements in reading order."""
    stack = [pdf.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        if "/S" in node and node.get("/Type") != Name.OBJR:
            yield node
        stack.extend(kid for kid in reversed(kids(node)) if isinstance(kid, Dictionary))


def kids(node: Any) -> list[Any]:
    """The kids of an element, however it writes them."""
    found = node.get("/K", Array())
    return list(found) if isinstance(found, Array) else [found]


def first(pdf: Pdf, *roles: str, where: Callable[[Any], bool] = lambda _: True) -> Any:
    """The first element of one of these roles.

    Raises:
        NothingToBreakError: There is none.
    """
    names = {f"/{role}" for role in roles}
    for node in elements(pdf):
        if str(node.S) in names and where(node):
            return node
    raise NothingToBreakError(" or ".join(roles))


def annotations(pdf: Pdf, subtype: str) -> list[Any]:
    """The annotations of one kind, page by page.

    Raises:
        NothingToBreakError: There is none.
    """
    every = [note for page in pdf.pages for note in page.get("/Annots", ()) if note.Subtype == f"/{subtype}"]
    if not every:
        raise NothingToBreakError(subtype)
    return every


def has_text(node: Any) -> bool:
    """Whether an element has marked content of its own."""
    return any(not isinstance(kid, Dictionary) or kid.get("/Type") == Name.MCR for kid in kids(node))


def reads(node: Any) -> bool:
    """Whether an element has marked content, its own or further down."""
    return has_text(node) or any(reads(kid) for kid in kids(node) if "/S" in kid)


def page_of(pdf: Pdf, node: Any) -> Any:
    """The page that an element's first content stands on."""
    held = next(kid for kid in kids(node) if not isinstance(kid, Dictionary) or kid.get("/Type") == Name.MCR)
    owner = held if isinstance(held, Dictionary) and "/Pg" in held else node
    return next(page for page in pdf.pages if page.obj.objgen == owner.Pg.objgen)


def mcid_of(node: Any) -> int:
    """The first MCID of an element."""
    held = next(kid for kid in kids(node) if not isinstance(kid, Dictionary) or kid.get("/Type") == Name.MCR)
    return int(held.MCID if isinstance(held, Dictionary) else held)


def parent_entry(pdf: Pdf, number: int) -> Any:
    """What the parent tree holds for a page or an annotation (ISO 32000-1, 14.7.4.4)."""
    stack = [pdf.Root.StructTreeRoot.ParentTree]
    while stack:
        node = stack.pop()
        stack.extend(node.get("/Kids", ()))
        pairs = list(node.get("/Nums", ()))
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            if int(key) == number:
                return value
    raise NothingToBreakError(f"parent tree entry {number}")


def rewrite(pdf: Pdf, page: Any, change: Callable[[Instructions], Instructions]) -> None:
    """Change the instructions of a page's content stream."""
    instructions = change(list(pikepdf.parse_content_stream(page)))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def is_begin(instruction: Any, mcid: int | None = None) -> bool:
    """Whether an instruction opens marked content of the tree, of any or of one MCID."""
    if str(instruction.operator) != "BDC" or not isinstance(instruction.operands[1], Dictionary):
        return False
    found = instruction.operands[1].get("/MCID")
    return found is not None and (mcid is None or int(found) == mcid)


def reopened(mcid: int, *opening: Any) -> Callable[[Instructions], Instructions]:
    """A change that opens one piece of marked content in another way; no opening leaves it bare."""

    def change(instructions: Instructions) -> Instructions:
        start = next(index for index, each in enumerate(instructions) if is_begin(each, mcid))
        end = next(i for i in range(start, len(instructions)) if str(instructions[i].operator) == "EMC")
        inside = instructions[start + 1 : end]
        return [*instructions[:start], *opening, *inside, *instructions[end + (not opening) :]]

    return change


def begin(tag: str, mcid: int) -> Any:
    """The instruction that opens marked content."""
    return pikepdf.ContentStreamInstruction([Name(f"/{tag}"), Dictionary(MCID=mcid)], Operator("BDC"))


def fonts(pdf: Pdf) -> list[Any]:
    """The fonts of the pages that have a program in the file, each once."""
    every = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    return list({font.objgen: font for font in every if descriptor(font)}.values())


def descriptor(font: Any) -> Any:
    """A font's descriptor, its descendant's for a composite font."""
    described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return described.get("/FontDescriptor")


def edit_metadata(pdf: Pdf, old: str, new: str) -> None:
    """Replace a piece of the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes().decode()
    if old not in packet:
        raise NothingToBreakError(old)
    pdf.Root.Metadata.write(packet.replace(old, new).encode())


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same object of the file."""
    return isinstance(one, Dictionary) and one.objgen == other.objgen
