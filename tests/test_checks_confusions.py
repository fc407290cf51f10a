"""A word taken for another that sounds alike is told at its place; the same word where it is right is left alone."""

from pathlib import Path

import pytest

from handouts.checks.text.manuscript import Manuscript
from handouts.checks.writing.agreement import check_agreement
from handouts.checks.writing.confusions import check_confusions
from handouts.checks.writing.gender import check_gender
from tests.check_samples import in_paragraph, load_with, spot


def told(fr: str, en: str, folder: Path) -> list[str]:
    loaded = load_with(in_paragraph(fr, en), folder)
    return [spot(each, loaded) for each in check_confusions(Manuscript(loaded.content, loaded.sources.files))]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Restez a l'ombre.", "a"),
        ("Elle enfle quant elle guérit.", "quant"),
        ("Une tâche foncée reste.", "tâche"),
        ("Lavez deux foies par jour.", "foies"),
        ("Lavez sang frotter.", "sang"),
        ("De 2 a 3 jours.", "a"),
        ("Il à mal.", "à"),
        ("Appelez le 811, où allez à l'urgence.", "où"),
        ("Lavez la zone ou vous avez mal.", "ou"),
        ("Lentille perdue où déchirée.", "où"),
        ("Avec le temps, sa pourrait foncer.", "sa"),
        ("Ils brouille le signal.", "brouille"),
        ("Elles vous aide à guérir.", "aide"),
        ("Cela peut ressembler a des boutons.", "a"),
        ("Lavez ça plaie.", "ça"),
        ("Souvent, ces normal.", "ces"),
        ("Gardez se pansement.", "se"),
        ("On peu marcher.", "peu"),
        ("La plaie peux saigner.", "peux"),
        ("Les points peut lâcher.", "peut"),
        ("Lavez sans frotté.", "frotté"),
        ("Vous pouvez lavé la peau.", "lavé"),
        ("Lavé la plaie sous la douche.", "Lavé"),
        ("Trouver votre activité, puis lisez.", "Trouver"),
        ("Lavez vos mains et sécher la plaie.", "sécher"),
        ("Vos mains est froides.", "est"),
        ("Votre peau sont sèche.", "sont"),
        ("Les lèvres sèche vite.", "sèche"),
        ("Ils partent d'eux mêmes.", "eux mêmes"),
        ("Ne toucher pas à la plaie.", "toucher"),
        ("Essayez de ne pas vous grattez.", "grattez"),
        ("Si vous aurez mal, appelez.", "aurez"),
        ("Cet crème aide.", "Cet"),
        ("Gardez ce onguent.", "ce"),
        ("Il ce peut que la peau pèle.", "ce"),
        ("Vous aurez besoins d'aide.", "besoins"),
        ("La douleur ai forte.", "ai"),
        ("Deux fois par jours.", "jours"),
        ("Lavez toute les deux heures.", "toute"),
        ("Lavez tout les jours.", "tout"),
        ("Elle est entrain de guérir.", "entrain"),
        ("La peau est très sensibles.", "sensibles"),
        ("La plaie c'est ouverte.", "c'est"),
        ("La peau et chaude.", "et"),
        ("Il n'y a qu'a rincer.", "a"),
        ("Vous n'avez qu'a rincer.", "a"),
        ("Attendez jusqu'a 48 heures.", "a"),
        ("Ci vous saignez, appelez.", "Ci"),
        ("Elle sont rouges.", "Elle"),
        ("Dormez sur le coté.", "coté"),
        ("Souvent, elles peut peler.", "peut"),
        ("Elle connaît votre peau est vos allergies.", "est"),
        ("Lavez, rincez est séchez.", "est"),
        ("De petites plaies ou les aiguilles de métal peut irriter.", "peut"),
        ("Les bords de la plaie est secs.", "est"),
        ("La peau doit d'abord guéri.", "guéri"),
        ("Gardez votre bras élever.", "élever"),
        ("Mangez se que vous voulez.", "se"),
        ("Cela est du à l'enflure.", "du"),
        ("Peut être aurez-vous mal.", "Peut être"),
        ("Il faut que vous buvez.", "buvez"),
        ("C'est normale pendant un jour.", "normale"),
        ("Il y a t-il du pus?", "Il y a t-il"),
        ("Si vous êtes enceintes, appelez.", "enceintes"),
        ("Faite attention à la marche.", "Faite"),
        ("La plaie dois sécher.", "dois"),
        ("De la glace a chaque heure.", "a"),
        ("Pus où mauvaise odeur", "où"),
        ("Elle pourrais s'ouvrir.", "pourrais"),
        ("Buvez beaucoup de eau.", "de"),
    ],
)
def test_a_french_word_for_another_is_told(words: str, at: str, tmp_path: Path) -> None:
    assert told(words, "x y", tmp_path) == [at]


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Look at it's size.", "it's"),
        ("Your skin brakes out.", "brakes"),
        ("Wait two weaks.", "weaks"),
        ("It can leaf a mark.", "leaf"),
        ("Rest your bear feet.", "bear"),
        ("Its not a sign of infection.", "Its"),
        ("Wash you're hands.", "you're"),
        ("Call if your pregnant.", "your"),
        ("Wait more then 2 days.", "then"),
        ("Wash, than pat dry.", "than"),
        ("Call if it gets worst.", "worst"),
        ("A lose stitch", "lose"),
        ("If you loose blood", "loose"),
        ("Put on an new dressing.", "an"),
        ("Use a ice pack.", "a"),
        ("Follow our advise.", "advise"),
        ("Take them our at night.", "our"),
        ("You have trouble breath or pain.", "breath"),
        ("Wash it everyday.", "everyday"),
        ("Do not rub to much.", "to"),
        ("It cant hurt.", "cant"),
        ("Its usually gone in a day.", "Its"),
        ("If you feel sick too your stomach", "too"),
        ("You may feels a lump.", "feels"),
        ("Your skin are hot.", "are"),
        ("The pimples is small.", "is"),
        ("Call if it get worse.", "get"),
        ("Avoid to scratch.", "to scratch"),
        ("It has an affect on skin.", "affect"),
        ("Do not loose it.", "loose"),
        ("The nurse will calls you.", "calls"),
        ("Your lip is swelled.", "swelled"),
        ("Lay down for a while.", "Lay"),
        ("Call if its red.", "its"),
        ("Drink allot of water.", "allot"),
        ("They goes away.", "goes"),
        ("Do not uses soap.", "uses"),
        ("You can to shower.", "can to"),
        ("Use less drops.", "less"),
        ("There is red spots.", "is"),
        ("They carries germs.", "carries"),
        ("Your skin have to heal.", "have"),
        ("Needles can spread and infection.", "and"),
        ("They protects the skin.", "protects"),
        ("Put you hand here.", "you"),
        ("Wait two day.", "day"),
        ("You can walking.", "walking"),
        ("If you will have pain, call.", "will have"),
        ("Ask to the nurse.", "to the nurse"),
        ("Wait the nurse.", "Wait"),
        ("Listen your body.", "Listen"),
        ("It lasts a hour.", "a"),
        ("Take a antibiotic.", "a"),
        ("The skin is to dry.", "to"),
        ("Avoid the sun since two weeks.", "since"),
        ("Take a douche.", "douche"),
        ("Bring two pill's.", "pill's"),
        ("The scabs falls off.", "falls"),
    ],
)
def test_an_english_word_for_another_is_told(words: str, at: str, tmp_path: Path) -> None:
    assert told("x y", words, tmp_path) == [at]


def test_words_that_are_right_are_left_alone(tmp_path: Path) -> None:
    fr = (
        "Il a la peau sèche, elle a l'œil rouge et sa peau est chaude. Le jour ou la nuit, où allez-vous? Un peu de gel suffit. "
        "La plaie, où vous avez mal, peut peler. Ces produits se produisent ici. Restez sans activité, sans difficulté. "
        "Cela peut durer : dès que la zone a été lavée, on a mal. Le pansement ou le gel; à la maison ou à la clinique. "
        "Prenez un bain et laissez la plaie sécher. Laver les mains est sage. La plupart peuvent marcher. Dites ce que je peux faire et que tu peux faire. Les points, peut-être, tombent. Un des points peut lâcher. "
        "Cette crème hydratant bien la peau aide. Ne vous grattez pas; pour vous lever, roulez. Demandez si vous pourrez conduire. Tout les irrite. "
        "La peau et la lèvre pèlent. Elles restent là, d'un côté. Il reste une zone ou deux. "
        "Ils vous aident. Sont-ils propres? Vos lunettes, elles, restent ici. Pour elles, une crème suffit. "
        "Qui est chez vous? C'est nos mains. Il est assez sec. La peau entre les doigts est sèche. Taches rouge foncé, boutons rouge vif. "
        "Bien que vous ayez mal, avant que vous preniez froid, il faut que vous puissiez dormir. Gardez le pied léger. Y a-t-il du pus? "
        "Il se peut que la douleur soit normale. Cela peut être qualifié de mou. Venez du côté droit, du au jour. Si vous êtes assis, restez-y. "
        "La plaie a chaque bord net. C'est une importante enflure; c'est normal. Faites attention. Elle peut être douce."
    )
    en = (
        "It's best to rest, and its edges can lift. If you're tired, your skin needs an hour. Put on an SPF 30 cream, or ask for an LED mask. If it gets worse, then call; if it is more, "
        "then a nurse calls. Use a European cream, a one-time pad, vitamin A in cream, an X-ray. At its best, the skin heals. "
        "Washing your hands is wise. One of the pimples is big. Everyday products are fine. Do not lose a stitch; wear loose clothes. Take a deep breath to breathe. "
        "Help it heal, and let it get air. To avoid this, loosen it. Do not always focus on it. Do what you can to keep it dry. "
        "There is a row of stitches. Lay the pad down. If its edge lifts, call. A sports drink or ten drops may help. "
        "They always help, as they themselves can. If they pass, call. "
        "A call to the clinic is free. A two-week wait is long; wait there. It began a week ago, and since then it is to be dried. Do not work standing. "
        "More of it, then usual care. The cast and the splint rest on you both. Since one is open, use a large one. The pill's coat melts. It is to dry the skin."
    )
    assert told(fr, en, tmp_path) == []


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Lavez-vous les main.", "les main"),
        ("Les bord du plâtre frottent.", "Les bord"),
        ("Évitez les choc.", "les choc"),
        ("Appelez chaque jours.", "chaque jours"),
        ("La peaux guérit.", "La peaux"),
        ("Nettoyez l'oreilles.", "l'oreilles"),
        ("Mettez deux compresse.", "deux compresse"),
        ("Mettez seulement les produit remis.", "les produit"),
    ],
)
def test_one_thing_for_several_is_told_in_french(words: str, at: str, tmp_path: Path) -> None:
    loaded = load_with(in_paragraph(words, "x y"), tmp_path)
    told = check_agreement(Manuscript(loaded.content, loaded.sources.files))
    assert [spot(each, loaded) for each in told] == [at]


@pytest.mark.parametrize(
    ("words", "at"),
    [("Wait a months.", "a months"), ("Take two tablet.", "two tablet"), ("Walk several hour.", "several hour")],
)
def test_one_thing_for_several_is_told_in_english(words: str, at: str, tmp_path: Path) -> None:
    loaded = load_with(in_paragraph("x y", words), tmp_path)
    told = check_agreement(Manuscript(loaded.content, loaded.sources.files))
    assert [spot(each, loaded) for each in told] == [at]


def test_what_agrees_and_what_is_a_verb_is_not_told(tmp_path: Path) -> None:
    right = (
        "La crème les calme. Ne les touchez pas. Vos mains, les bras, le fils, deux fois. Nous le savons. Cela les coupe. On les borde. Allez les voir pour les goûter. "
        "Apportez vos lave-mains. Les demi-heures comptent. Le gros orteil et les petits aussi. Des deux côtés, l'eau et un os."
    )
    loaded = load_with(in_paragraph(right, "x y"), tmp_path)
    assert list(check_agreement(Manuscript(loaded.content, loaded.sources.files))) == []


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("La peau est sec.", "sec"),
        ("Portez un soulier serrée.", "serrée"),
        ("De petites boutons peuvent sortir.", "petites"),
        ("Gardez les piles usés.", "usés"),
        ("Mettez un crème douce.", "un"),
        ("Mettez la crème sur la peau sec.", "sec"),
        (
            "La crème de nuit épaisse. Le bouton sur la joue est enflé. Les mains et le visage sont secs. Le pansement sèche.",
            "",
        ),
        (
            "Lèvres, langue ou gorge enflées. Une fois le pansement sec, touchez-le. L'eau de la douche chaude irrite.",
            "",
        ),
    ],
)
def test_a_word_that_is_not_of_the_gender_of_its_noun_is_told(words: str, at: str, tmp_path: Path) -> None:
    loaded = load_with(in_paragraph(words, "x y"), tmp_path)
    told = check_gender(Manuscript(loaded.content, loaded.sources.files))
    assert [spot(each, loaded) for each in told] == [at] * bool(at)
