"""What the program cannot mend is told with the right form; what is right is left alone."""

from pathlib import Path

import pytest

from handouts.checks.text.manuscript import Manuscript
from handouts.checks.writing.typographic import check_typography
from tests.check_samples import in_paragraph, load_with, spot


def told(part: str, folder: Path) -> list[tuple[str, str]]:
    loaded = load_with(part, folder)
    problems = check_typography(Manuscript(loaded.content, loaded.sources.files))
    return [(problem.code, spot(problem, loaded)) for problem in problems]


@pytest.mark.parametrize(
    ("fr", "code", "at"),
    [
        ("A éviter : le soleil.", "W250", "A"),
        ("Rincez. A la maison, dormez.", "W250", "A"),
        ("A l'eau tiède.", "W250", "A"),
        ("Etape par étape", "W250", "Etape"),
        ("Evitez le soleil.", "W250", "Evitez"),
        ("Ca passe.", "W250", "Ca"),
        ("La 1ère fois", "W251", "1ère"),
        ("Le 2ème jour", "W251", "2ème"),
        ("Le 3ième jour", "W251", "3ième"),
        ("Un oedème léger", "W252", "oedème"),
        ("Le coeur bat.", "W252", "coeur"),
        ("Venez le Lundi.", "W253", "Lundi"),
        ("En mai ou en Juin", "W253", "Juin"),
        ("Le microneedling pique.", "W254", "microneedling"),
        ("Pour céduler un soin, appelez.", "W254", "céduler"),
        ("Nous répondons 24/7.", "W254", "24/7"),
        ("Un SPF élevé", "W254", "SPF"),
        ("Lave tes mains.", "W255", "tes"),
        ("N'oublie pas le savon.", "W255", "N'oublie pas"),
        ("La clinique t'appelle.", "W255", "t'"),
        ("Ne tire pas dessus.", "W255", "Ne tire pas"),
        ("Évite le soleil.", "W255", "Évite"),
        ("Reste à l'ombre.", "W255", "Reste"),
        ("Repose-toi.", "W255", "Repose-toi"),
        ("Bosses profonde qui font mal", "W263", "profonde"),
        ("Boutons rouge, pus", "W263", "rouge"),
        ("Jour 0 - le soin", "W262", "0 -"),
        ("Un savon ''doux''", "W262", "''doux''"),
        ("Venez à 9:30.", "W257", "9:30"),
        ("Venez à 9 h 00.", "W257", "9 h 00"),
        ("Venez à 09 h.", "W257", "09 h"),
        ("Venez à 1 h pm.", "W257", "1 h pm."),
        ("Prenez-en 0.5 ml.", "W257", "0.5"),
        ("Cela coûte $25.", "W257", "$25"),
        ("Le 05/06/2026", "W257", "05/06/2026"),
        ("Composez le 9-1-1.", "W257", "9-1-1"),
        ("Appelez le (418) 555-0134.", "W257", "(418) 555-0134"),
        ("Appelez le 1-800-463-5060.", "W257", "1-800-463-5060"),
        ("NE TOUCHEZ PAS", "W258", "NE TOUCHEZ PAS"),
        ("Ne frottez JAMAIS.", "W258", "JAMAIS"),
        ("Lavez la la peau.", "W259", "la la"),
        ("Venez le mai 2, 2026.", "W257", "mai 2, 2026"),
        ("Venez le 1 mai.", "W257", "1"),
        ("Venez le lundi, 2 mai.", "W257", "lundi,"),
        ("Attendez 12-18 mois.", "W257", "12-18"),
        ("Lisez le no. 2.", "W257", "no."),
        ("Lavez à 38oC.", "W257", "oC"),
        ("Une gaze de 5 cm x 5 cm", "W257", "cm x"),
        ("Lavez 2 x par jour.", "W257", "2 x par jour"),
        ("Voyez le Dr. Roy.", "W262", "Dr."),
        ("Du pain (ex.: une tranche)", "W262", "ex.:"),
        ("Savon, crème, etc...", "W262", "etc..."),
        ("Dites “non”.", "W262", "“non”"),
        ("Le lobe & le cartilage", "W262", "&"),
        ("Attendez - puis lavez.", "W262", "Attendez -"),
        ("Lavez l`ongle.", "W262", "`"),
        ("Mangez mou :yogourt; sel:poivre", "W262", ":"),
        ("Le savon et/ou la crème", "W404", "et/ou"),
    ],
)
def test_a_french_mistake_is_told_at_its_place(fr: str, code: str, at: str, tmp_path: Path) -> None:
    assert (code, at) in told(in_paragraph(fr, "x y"), tmp_path)


@pytest.mark.parametrize(
    "fr",
    [
        "À éviter : le soleil.",
        "Elle a éternué. Il y a du pus. S'il y a enflure, appelez.",
        "Vitamine A et C",
        "Le 1er mai, le 2e jour, la 1re fois",
        "L'œil et le cœur",
        "Le coefficient et la moelle",
        "Lundi, appelez. Venez en mai.",
        "Microperforation (microneedling)",
        "Tout de suite, et par la suite",
        "Le ton de la peau",
        "Vous vous lavez les mains.",
        "Venez à 9 h 30, au 418 555-0134, poste 150.",
        "Il reste 0,5 ml à 25 $ et 10 000 copies.",
        "Appelez le 911, le 811 ou le 1 800 463-5060.",
        "Le CLSC, les UV, la RAMQ et le FPS 30",
        "Garde fermée la nuit",
        "Voir https://boreale.example/24/7/page",
    ],
)
def test_right_french_is_left_alone(fr: str, tmp_path: Path) -> None:
    assert told(in_paragraph(fr, "x y"), tmp_path) == []


@pytest.mark.parametrize(
    ("en", "code", "at"),
    [
        ("The color fades.", "W256", "color"),
        ("Come at 13:30.", "W257", "13:30"),
        ("Come on 2nd May.", "W257", "2nd May"),
        ("Come on May 2nd.", "W257", "May 2nd"),
        ("Come on may 2.", "W253", "may"),
        ("Say « no ».", "W262", "« no »"),
        ("Run & dance", "W262", "&"),
        ("Rest -- then walk.", "W262", "Rest --"),
        ("Soap and/or cream", "W404", "and/or"),
        ("Soft food, e.g., soup", "W404", "e.g."),
        ("Use a moisturiser.", "W256", "moisturiser"),
        ("Go to the center.", "W256", "center"),
        ("FPS 30", "W256", "FPS"),
        ("Call on monday.", "W253", "monday"),
        ("We speak french.", "W253", "french"),
        ("Come at 1:30 pm.", "W257", "1:30 pm"),
        ("Come at 13 h 30.", "W257", "13 h 30"),
        ("Use 0,5 ml.", "W257", "0,5"),
        ("It costs 25 $.", "W257", "25 $"),
        ("Fever of 100 °F", "W257", "100 °F"),
        ("Do NOT scratch.", "W258", "NOT"),
        ("Pat the the skin.", "W259", "the the"),
    ],
)
def test_an_english_mistake_is_told_at_its_place(en: str, code: str, at: str, tmp_path: Path) -> None:
    assert (code, at) in told(in_paragraph("x y", en), tmp_path)


@pytest.mark.parametrize(
    "en",
    [
        "The colour of the centre",
        "Use a moisturizer.",
        "On Monday in May",
        "It may march on.",
        "At 1:30 p.m. for $25, 10,000 copies",
        "SPF 30, UVA",
    ],
)
def test_right_english_is_left_alone(en: str, tmp_path: Path) -> None:
    assert told(in_paragraph("x y", en), tmp_path) == []


def test_a_french_heading_in_capitals_like_an_english_one_is_told(tmp_path: Path) -> None:
    part = "heading: {fr: Soigner Votre Peau Fragile, en: Caring for Your Skin}"
    assert told(part, tmp_path) == [("W253", "Votre")]
