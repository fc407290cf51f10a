"""Syllables as they are spoken, sentences as they are read, and the formulas made from them."""

import pytest

from handouts.checks.plain.passive import is_passive
from handouts.checks.plain.readability import Readability, readability
from handouts.checks.plain.syllables import english_syllables, french_syllables
from handouts.checks.text.sentences import sentences_of, words_of

FRENCH = """
    eau:1 peau:1 acné:2 bouton:2 boutons:2 rougeur:2 enflure:2 douleur:2 chaleur:2 soleil:2 écran:2 crème:1
    crèmes:1 visage:2 maquillage:3 cicatrice:3 cicatrices:3 infection:3 fièvre:1 pus:1 pharmacien:3 médecin:3
    infirmière:3 dermatologue:4 microperforation:6 aiguille:2 aiguilles:2 appelez:3 lavez:2 lavez-vous:3 l'eau:1
    l'acné:2 jusqu'à:2 aujourd'hui:3 quelqu'un:2 quotidien:3 réaction:3 réactions:3 créer:2 oublier:3 client:2
    guérison:3 guérir:2 fatigue:2 langue:1 mangeons:2 géant:2 nettoyant:3 essuyer:3 payer:2 œil:1 œdème:2 cœur:1
    août:1 maïs:2 bien:1 pied:1 lotion:2 solution:3 patient:2 patiente:2 pellicule:3 taie:1 oreiller:3
    serviette:2 piscine:2 rétinol:3 vitamine:3 médicament:4 médicaments:4 évitez:3 peuvent:1 doivent:1 durent:1
    souvent:2 moment:2 vraiment:2 agent:2 trois:1 froid:1 mois:1 nuit:1 huile:1 puis:1 muet:2 nuage:2
    essentiel:3 yeux:1 croûte:1 brûlure:2 herpès:2 hydratante:3 clinique:2 rendez-vous:3 semaine:2 température:4
    anti-inflammatoire:6 comédogène:4 protège:2 éruption:3 région:2 famille:2 feuille:1 travail:2 oreille:2
    lèvre:1 maladie:3 durée:2 journée:2 vie:1 rue:1 joue:1 les:1 de:1 que:1 ne:1 qui:1 gorge:1 guérissent:2
    respirer:3 avaler:3 évanouissement:5 confusion:3 frissons:2 cloques:1 démangent:2 rouge:1 brune:1 noire:1
    foncée:2 jour:1 jours:1 propre:1 doux:1 tiède:1 après:2 avant:2 appareil:3 bactéries:3 pores:1 sébum:2
    gonflée:2 rincez:2 épongez:3 appliquez:3 attendez:3 buvez:2 mangez:2 prenez:2 reposez-vous:4 glace:1
    glacée:2 piqûre:2 piqûres:2 veine:1 veines:1 sein:1 main:1 mains:1 bras:1 ventre:1 dos:1 genou:2 genoux:2
    cheveux:2 cuir:1 chevelu:3 nez:1 œdèmes:2 paupière:2 paupières:2 sourcil:2 oreilles:2 allergie:3
    allergique:3 urgence:2 saignement:3 saigner:2 plaie:1 plaies:1 pansement:3 pansements:3 point:1 suture:2
    chirurgie:3 dentiste:2 dent:1 gencive:2 anesthésie:4 radiographie:4 vaccin:2 vaccination:4 injection:3
    ecchymose:3 bleu:1 bleus:1 bleue:1 violet:2 jaune:1 jaunâtre:2 tissu:2 lumière:2 pluie:1 bruit:1 essai:2
    essaie:2 essayez:3 voyage:2 voyager:3 royal:2 joyeux:2 ennuyer:3 cuillère:2 cuillerée:3 bouillir:2 taille:1
    gentille:2 ville:1 mille:1 tranquille:2 guide:1 guimauve:2 lieu:1 milieu:2 sérieux:2 précieux:2 curieuse:2
    vieille:1 vieux:1 mieux:1 monsieur:2 poêle:1 moelle:1 boîte:1 crue:1 cruelle:2 trouer:2 prier:2 pliage:2
    triage:2 biologie:3 diabète:2 diabétique:3 viande:1 violence:2 reçoivent:2 appellent:2 brûlent:1 tiennent:1
    viennent:1 parlent:1 commencent:2 régulièrement:5 doucement:3 lentement:3 seulement:3 complètement:4
    théâtre:2 réussir:3 préoccupé:4 coopérer:4 zoo:1 alcool:2 héroïne:3 égoïste:3 laïque:2 noël:2 aérien:3
    européen:4 rein:1 haleine:2 faim:1 parfum:2
"""
ENGLISH = """
    skin:1 face:1 pimple:2 pimples:2 redness:2 swelling:2 swollen:2 heat:1 fever:2 chills:1 hours:1 days:1
    week:1 weeks:1 wash:1 washed:1 washes:2 needed:2 started:2 settle:2 settled:2 little:2 gentle:2 gently:2
    cleanser:2 moisturizer:4 sunscreen:2 makeup:2 retinol:3 vitamin:3 acid:2 acids:2 medicine:3 medicines:3
    pharmacist:3 doctor:2 dermatologist:5 nurse:1 clinic:2 infection:3 bacteria:4 collagen:3 area:3 areas:3
    reaction:3 reactions:3 irritated:4 irritate:3 painful:2 blisters:2 bumps:1 spreading:2 breathing:2
    swallowing:3 tongue:1 lips:1 throat:1 eyes:1 eye:1 people:2 every:2 several:3 usually:4 maybe:2 before:2
    sometimes:2 something:2 pillowcase:3 towels:2 quiet:2 science:2 lion:2 create:2 created:3 being:2 going:2
    fluid:2 piece:1 quickly:2 question:2 use:1 uses:2 used:1 places:2 changes:2 bruises:2 crusts:1 noses:2
    edges:2 blocked:1 treated:2 skipped:1 called:1 opened:2 covered:2 handle:2 bottle:2 bottles:2 needles:2
    channels:2 tiny:2 body:2 pregnancy:3 diabetes:4 isotretinoin:6 microneedling:5 non-comedogenic:6 rhythm:2
    isn't:2 don't:1 serious:3 previous:3 radio:3 appear:2 year:1 years:1 idea:3 allergy:3 healing:2 healed:1
    scars:1 careful:2 temperature:4 immune:2 immediate:4 immediately:5 emergency:4 hospital:3 approved:2
    lukewarm:2 trouble:2 fainting:2 darker:2 colour:2 gauze:1 bandage:2 bandages:3 bleeding:2 bleed:1 bled:1
    drink:1 plenty:2 water:2 avoid:2 avoided:3 alcohol:3 smoking:2 smoke:1 smoked:1 ice:1 pack:1 minutes:2
    minute:2 surgery:3 surgeon:2 dentist:2 tooth:1 teeth:1 gum:1 gums:1 anesthesia:4 anesthetic:4 vaccine:2
    vaccination:4 injection:3 injected:3 allergic:3 allergies:3 dizzy:2 dizziness:3 nausea:3 vomiting:3 urine:2
    urinate:3 exercise:3 exercises:4 lifting:2 heavy:2 clothes:1 clothing:2 loose:1 tight:1 bathe:1 bathing:2
    bath:1 shower:2 showers:2 soap:1 scented:2 perfume:2 lotion:2 ointment:2 cream:1 creams:1 apply:2 applied:2
    replies:2 carried:2 worries:2 babies:2 stitches:2 bruising:2 treatment:2 treatments:2 statement:2
    completely:3 safely:2 likely:2 basement:2 excitement:3 increase:2 increases:3 decrease:2 nurses:2 sneezes:2
    sizes:2 boxes:2 judges:2 ages:2 massage:2 massages:3 relieve:2 relieved:2 breathe:1 breathes:1 chewed:1
    chewing:2 followed:2 blood:1 vein:1 veins:1 laser:2 lasers:2 peel:1 peeling:2 radiation:4 physician:3
    special:2 patience:2 ancient:2 delicious:3 cautious:2 obvious:3 period:3 video:3 museum:3 stereo:3 reality:4
    theory:3 heroes:2 echoes:2 tattoo:2 continue:3 continues:3 continued:3 value:2 rescue:2 league:1 unique:2
    technique:2 fatigue:2 guide:1 guess:1 language:2 equal:2 quality:3 annual:3 manual:3 gradual:3 gradually:4
    able:2 unable:3 table:2 tables:2 middle:2 muscle:2 muscles:2 ankle:2 wrinkle:2 wrinkles:2 wrinkled:2
    swallowed:2 blistered:2 hundred:2 doesn't:2 can't:1 won't:1 you're:1 it's:1 they'll:1 day's:1 prescription:3
    antibiotic:5 ibuprofen:4 crying:2 drying:2 dried:1 lying:2 organism:4
"""


def counted(words: str) -> list[tuple[str, int]]:
    return [(word, int(number)) for word, _, number in (each.partition(":") for each in words.split())]


@pytest.mark.parametrize(("word", "syllables"), counted(FRENCH))
def test_syllables_of_french_words_are_counted_as_they_are_spoken(word: str, syllables: int) -> None:
    assert french_syllables(word) == syllables


@pytest.mark.parametrize(("word", "syllables"), counted(ENGLISH))
def test_syllables_of_english_words_are_counted_as_they_are_spoken(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize("count", [french_syllables, english_syllables])
def test_a_number_or_a_lone_letter_is_one_syllable(count: object) -> None:
    assert callable(count)
    assert [count(word) for word in ("24", "C", "b", "0,5")] == [1, 1, 1, 1]


def test_capitals_and_curly_apostrophes_change_nothing() -> None:
    assert french_syllables("L’EAU") == french_syllables("l'eau") == 1
    assert english_syllables("Doesn’t") == english_syllables("doesn't") == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lavez-vous les mains. Puis rincez.", ["Lavez-vous les mains.", "Puis rincez."]),
        ("Voyez Dre Roy ou M. X. Elle répond.", ["Voyez Dre Roy ou M. X. Elle répond."]),
        ("Dr. Roy calls you. She answers.", ["Dr. Roy calls you.", "She answers."]),
        ("No. It can wait.", ["No.", "It can wait."]),
        ("Voir no. 2 et p. 3.", ["Voir no. 2 et p. 3."]),
        ("Open until 5 p.m. Call then.", ["Open until 5 p.m.", "Call then."]),
        ("Mettez 0.5 ml. Attendez!", ["Mettez 0.5 ml.", "Attendez!"]),
        ("Pourquoi? On ne sait pas.", ["Pourquoi?", "On ne sait pas."]),
        ("« Attendez. » Puis appelez.", ["« Attendez. »", "Puis appelez."]),
        ("une ligne\nune autre", ["une ligne", "une autre"]),
        ("Peau sèche, p. ex. autour du nez", ["Peau sèche, p. ex. autour du nez"]),
        ("Attendez… Puis rincez", ["Attendez…", "Puis rincez"]),
        (" — ", []),
    ],
)
def test_a_text_is_parted_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in sentences_of(text)] == sentences


def test_a_sentence_knows_where_it_begins() -> None:
    text = "Lavez. Rincez bien."
    assert [text[each.start :][:6] for each in sentences_of(text)] == ["Lavez.", "Rincez"]


def test_words_are_counted_as_a_word_processor_counts_them() -> None:
    assert words_of("Lavez-vous l'eau à 38 °C, 24 h") == ("Lavez-vous", "l'eau", "à", "38", "C", "24", "h")


EASY = Readability(sentences=2, words=20, syllables=30, long_words=4, polysyllables=3)


def test_the_formulas_give_what_their_authors_give() -> None:
    assert EASY.words_per_sentence == 10
    assert EASY.flesch_kincaid == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)
    assert EASY.flesch == pytest.approx(206.835 - 10.15 - 126.9)
    assert EASY.smog == pytest.approx(1.0430 * 45**0.5 + 3.1291)
    assert EASY.kandel_moles == pytest.approx(207 - 10.15 - 110.4)
    assert EASY.lix == pytest.approx(10 + 100 * 4 / 20)


def test_each_text_ends_a_sentence() -> None:
    measured = readability(["Clean hands", "Lukewarm water. Gentle cleanser"], "en")
    assert (measured.sentences, measured.words) == (3, 6)
    assert measured.syllables == 1 + 1 + 2 + 2 + 2 + 2


def test_nothing_to_read_is_measured_without_a_fault() -> None:
    empty = readability([], "fr")
    assert (empty.words, empty.lix) == (0, 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "The area must be kept clean.",
        "The cream is often applied at night.",
        "You were told to wait.",
        "It gets washed.",
    ],
)
def test_an_english_sentence_that_does_not_say_who_acts_is_passive(sentence: str) -> None:
    assert is_passive(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "Keep the area clean.",
        "Your skin is irritated.",
        "You are tired.",
        "It is red.",
        "We closed at noon.",
        "Your skin is dry.",
    ],
)
def test_an_english_sentence_that_says_who_acts_is_not(sentence: str) -> None:
    assert not is_passive(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "La peau doit être lavée.",
        "La crème est ensuite appliquée le soir.",
        "Le soin est fait à la clinique.",
        "Les mains sont bien lavées.",
    ],
)
def test_a_french_sentence_that_does_not_say_who_acts_is_passive(sentence: str) -> None:
    assert is_passive(sentence, "fr")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lavez la peau.",
        "Votre peau est irritée.",
        "La douleur s'est calmée.",
        "La plaie s'est infectée.",
        "Elle est arrivée.",
        "La clinique est fermée.",
        "C'est l'été.",
    ],
)
def test_a_french_sentence_that_says_who_acts_is_not(sentence: str) -> None:
    assert not is_passive(sentence, "fr")
