"""Two landscape Letter pages: French at the left, English at the right, block beside block."""

from handouts.layout import Gap, Layout, Scale, Spacing, Type
from handouts.paper import LETTER_LANDSCAPE, Box

SIDE_BY_SIDE = Layout(
    id="side_by_side",
    names={"fr": "feuille côte à côte", "en": "side-by-side sheet"},
    file_words={"fr": "cote-a-cote", "en": "side-by-side"},
    paper=LETTER_LANDSCAPE,
    flow=Box(36, 21, 720, 564 - 21),
    arrangement="rows",
    bilingual=True,
    scale=Scale(
        title=Type(20, 22),
        message=Type(14, 17.5),
        key_point=Type(13, 16),
        heading=Type(14.5, 18),
        body=Type(12, 15),
        stage=Type(12, 15),
        emergency=Type(20, 18),
        level=Type(14, 18),
    ),
    spacing=Spacing(
        title=Gap(8, 5),
        message=Gap(6, 4),
        levels=Gap(5, 3),
        row=Gap(2.75, 2.25),
        padding=Gap(7, 4),
        top=Gap(21, 21),
    ),
    wide=False,
    max_pages=2,
    short=True,
    order=("main_message", "warning", "..."),
    icon=15,
    logo=27,
    footer="columns",
    gutter=28,
    label_width=112,
    duplex=True,
)
