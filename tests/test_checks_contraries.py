"""What one language says the contrary of the other is told: how much, how often, which side, until when, whether it can be."""

from pathlib import Path

import pytest

from tests.check_samples import codes, found, in_paragraph


@pytest.mark.parametrize(
    ("fr", "en", "code"),
    [
        ("Ne conduisez pas tant que la main est engourdie.", "Do not drive until your hand is numb.", "W204"),
        ("Gardez le pansement jusqu'à ce que la plaie soit sèche.", "Keep it on while the wound is dry.", "W204"),
        ("Posez la glace 10 minutes, puis attendez une heure.", "Ice for 10 minutes, then wait a minute.", "W204"),
        ("La fièvre monte le soir.", "Your fever drops in the evening.", "W204"),
        ("Cette douleur est rare.", "This pain is common.", "W204"),
        ("Certaines personnes ont mal.", "Most people have pain.", "W204"),
        ("Gardez le genou plié.", "Keep your knee straight.", "W204"),
        ("Dormez du côté opéré.", "Sleep on the other side.", "W204"),
        ("Appelez votre médecin sans attendre.", "Call us without waiting.", "W204"),
        ("La lame ne tourne pas; elle ne peut pas couper.", "The blade does not spin, so it can cut.", "W203"),
        ("Aucun bain pendant la semaine", "Baths during the week", "W203"),
        ("La plaie peut saigner si vous bougez.", "The wound bleeds if you move.", "W207"),
        ("Vous devez revenir lundi.", "You can come back on Monday.", "W204"),
        ("N'utilisez qu'un savon doux.", "Use a mild soap.", "W206"),
        ("Revenez toutes les deux semaines.", "Come back in two weeks.", "W204"),
        (
            "Posez la glace pendant dix minutes, toutes les deux heures.",
            "Ice for two hours, every ten minutes.",
            "W204",
        ),
        ("Cela passe en un jour ou deux.", "This goes away in a week or two.", "E201"),
        ("Demandez une semaine de congé.", "Ask for a day off.", "E201"),
        ("Pire au lieu de mieux? N'attendez pas.", "Worse rather than better? Wait.", "W203"),
        ("Portez-le même la nuit.", "Wear it except at night.", "W204"),
        ("Mettez de la glace.", "Put heat on it.", "W204"),
        ("La jambe faiblit.", "Your leg gets stronger.", "W204"),
        ("Couchez-vous sur le côté.", "They lie on their back.", "W204"),
        ("Marchez un peu plus chaque jour.", "Walk a little less each day.", "W204"),
        ("Attendez au moins un jour avant de courir.", "Wait a day before you run.", "W206"),
        ("Inspirez par le nez, puis soufflez par la bouche.", "Breathe in by mouth, then out by the nose.", "W204"),
        ("Inspirez lentement, puis expirez.", "Breathe out slowly, then breathe in.", "W204"),
        ("Enlevez vos lentilles, puis mettez les gouttes.", "Put the drops in, then take out your lenses.", "W204"),
        ("La douleur empire avant de s'améliorer.", "The pain gets better before it gets worse.", "W204"),
        ("Lavez-le à la main.", "Wash it in the washer.", "W204"),
        ("Mangez avant de prendre la pilule.", "Take the pill before you eat.", "W204"),
        ("Laissez une lampe allumée.", "Leave a lamp off.", "W204"),
        ("Le médecin vous appellera.", "Call the doctor.", "W204"),
        ("La chaise est trop basse.", "The chair is too high.", "W204"),
        ("Essuyez de l'avant vers l'arrière.", "Wipe from back to front.", "W204"),
        ("Pliez les doigts 10 fois par heure.", "Bend your fingers 10 times a day.", "W204"),
        ("Dites-le pendant votre visite.", "Say so after your visit.", "W204"),
        ("Enlevez la bague dès demain.", "Take the ring off today.", "W204"),
        ("Vous serez plein d'énergie.", "You will be short of energy.", "W204"),
        ("Il peut brûler sous le plâtre.", "It can burn over the cast.", "W204"),
        ("La crème peut boucher les pores.", "The cream can open the pores.", "W204"),
        ("Petites cloques isolées", "Groups of small blisters", "W204"),
        ("Le stationnement est payant.", "Parking is free.", "W204"),
    ],
)
def test_the_contrary_of_what_the_other_language_says_is_told(fr: str, en: str, code: str, tmp_path: Path) -> None:
    assert codes(found(in_paragraph(fr, en), tmp_path)) == [code]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Ne conduisez pas tant que la main est engourdie.", "Do not drive until the feeling in your hand is back."),
        ("Gardez le pansement tant que la plaie suinte.", "Keep the dressing on until the wound stops oozing."),
        ("N'y allez pas tant que la plaie n'est pas fermée.", "Do not go there until the wound is closed."),
        ("Cette douleur est peu fréquente.", "This pain is rare."),
        ("Inutile de tourner le bijou.", "No need to turn the earring."),
        ("Une infirmière répond jour et nuit.", "A nurse answers during the day and at night."),
        ("Bougez les orteils dix fois à l'heure.", "Move your toes ten times an hour."),
        ("Votre partenaire sent les fils.", "Your partner can feel the strings."),
        ("Le soulagement n'est pas immédiat.", "Relief does not come at once."),
        ("Vos habitudes ne changent pas.", "Your habits stay the same."),
        ("Surélevez vos jambes le soir.", "Put your feet up in the evening."),
        ("L'orteil est engourdi et se blesse.", "The toe is numb and gets hurt."),
        ("Il ne faut pas forcer.", "You do not have to force it."),
        ("Un tube qu'on ne peut voir", "A tube that cannot be seen"),
        ("La plaie peut saigner si vous bougez.", "The wound may bleed if you move."),
        ("Revenez une semaine plus tard.", "Come back a week later."),
        ("Mangez avant de prendre la pilule.", "Before you take the pill, eat."),
        ("Le médecin vous appellera.", "The doctor will call you."),
        ("Un œil peut se fermer moins bien.", "One eye may not close as well."),
        ("Vos règles peuvent être irrégulières.", "Your period may not be regular."),
        ("Respirez normalement.", "Breathe normally."),
        ("Mettez la crème, puis le pansement.", "Put on the cream, then the dressing."),
        ("Lavez le matin et le soir, puis séchez.", "In the evening and in the morning, wash, then dry."),
        ("Deux jours ou plus, puis marchez.", "At least two days, then walk."),
        ("Ce n'est pas grave.", "It does not matter."),
        ("Nettoyez avec une compresse.", "Wipe with a gauze pad."),
        ("Le côté collant va vers l'intérieur.", "The sticky side goes in."),
        ("Faites 10 mouvements.", "Make 10 movements."),
        ("Une semaine plus tard, enlevez le pansement.", "Seven days later, take off the dressing."),
        ("Prenez-en un par jour pendant une semaine.", "Take one a day for a week."),
        ("Pas de bains, sauf s'ils sont permis.", "No baths, unless they are allowed."),
        ("Surélevez le bassin avec un coussin.", "Raise your hips on a cushion."),
        ("Dites-le pendant votre visite.", "Say so when you visit."),
        ("Durant la douche, gardez le pansement au sec.", "Keep the dressing dry while you shower."),
        ("Pliez les doigts toutes les heures.", "Bend your fingers every hour."),
        ("Restez assis, sans toucher au pansement.", "Stay seated and keep clear of the dressing."),
        ("Attendez avant d'appeler, mais n'attendez pas trop.", "Wait before you call, but do not wait too long."),
    ],
)
def test_other_words_for_the_same_are_no_contrary(fr: str, en: str, tmp_path: Path) -> None:
    assert found(in_paragraph(fr, en), tmp_path) == []
