"""One Letter sheet: French on the front, English on the back, every block at the same height on both."""

from handouts.layout import Layout, Scale, Spacing, Type
from handouts.paper import LETTER, Box

TWO_SIDED = Layout(
    id="two_sided",
    names={"fr": "feuille recto verso", "en": "two-sided sheet"},
    file_words={"fr": "recto-verso", "en": "two-sided"},
    paper=LETTER,
    flow=Box(36, 27, 540, 754 - 27),
    arrangement="pages",
    bilingual=True,
    scale=Scale(
        title=Type(26, 29),
        message=Type(15.5, 20),
        key_point=Type(13, 16),
        heading=Type(14.5, 18),
        body=Type(12, 15),
        stage=Type(13, 16),
        emergency=Type(21, 20),
        level=Type(17, 20),
    ),
    spacing=Spacing(),
    wide=True,
    max_pages=1,
    short=True,
    duplex=True,
)
