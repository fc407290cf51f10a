"""A card of half a Letter page for each language, two on a sheet: what it is, whom to call."""

from handouts.layout import Gap, Layout, Scale, Spacing, Type
from handouts.paper import LETTER_LANDSCAPE, Box

POCKET_CARD = Layout(
    id="pocket_card",
    names={"fr": "carte de poche", "en": "pocket card"},
    file_words={"fr": "carte-de-poche", "en": "pocket-card"},
    paper=LETTER_LANDSCAPE,
    flow=Box(27, 22, 342, 563 - 22),
    arrangement="cards",
    bilingual=True,
    scale=Scale(
        title=Type(19, 22),
        message=Type(14, 17.5),
        key_point=Type(13, 16),
        heading=Type(14.5, 18),
        body=Type(12, 15),
        stage=Type(12, 15),
        emergency=Type(20, 18),
        level=Type(14, 18),
        mark=Type(9.5, 12.5),
    ),
    spacing=Spacing(
        title=Gap(7, 4),
        message=Gap(6, 4),
        warnings=Gap(9, 5),
        levels=Gap(5, 3),
        padding=Gap(7, 4),
        top=Gap(22, 20),
    ),
    wide=False,
    max_pages=1,
    short=True,
    blocks=frozenset({"main_message", "key_points", "warning", "contact"}),
    code="P",
    icon=15,
    logo=27,
    footer="card",
    footer_bottom=20,
    cards=(27, 423),
    label_width=112,
    covered=False,
)
