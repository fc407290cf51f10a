"""The blocks that a section of a handout is made of.

To add a block type: a class in the module that it is like, its name in `Block`, its `case` in `handouts.story`.
"""

from typing import Annotated

from pydantic import Field

from handouts.model.blocks.any_block import AnyBlock
from handouts.model.blocks.calls import Contact, Level, Warning, WriteIn, WriteInLines  # noqa: A004 (the field's word)
from handouts.model.blocks.days import Checklist, ChecklistDay, Stage, StageIcon, Timeline
from handouts.model.blocks.lists import AvoidList, Bullets, DoList, ListItem, Steps
from handouts.model.blocks.pictures import Figure, QrCode
from handouts.model.blocks.texts import Callout, KeyIcon, KeyPoint, KeyPoints, MainMessage, Paragraph, Question, Table

Block = Annotated[
    MainMessage | KeyPoints | Paragraph | Bullets | Steps | DoList | AvoidList | Timeline | Warning | Contact
    | Checklist | Callout | Table | Figure | QrCode | WriteInLines | Question,
    Field(discriminator="block"),
]  # fmt: skip

__all__ = [
    "AnyBlock",
    "AvoidList",
    "Block",
    "Bullets",
    "Callout",
    "Checklist",
    "ChecklistDay",
    "Contact",
    "DoList",
    "Figure",
    "KeyIcon",
    "KeyPoint",
    "KeyPoints",
    "Level",
    "ListItem",
    "MainMessage",
    "Paragraph",
    "QrCode",
    "Question",
    "Stage",
    "StageIcon",
    "Steps",
    "Table",
    "Timeline",
    "Warning",
    "WriteIn",
    "WriteInLines",
]
