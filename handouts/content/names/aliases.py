"""Words that people write for a name of the content: its French, its plural, what another program calls it.

Compared without case, accents and the sign between words, as in `handouts.content.names.suggestions`.
"""

from collections.abc import Mapping

_OTHERS = """
fr: français francais française french fra fre franc franç fr_ca frca
en: anglais anglaise english eng ang angl en_ca enca
name: nom
title: titre
subtitle: sous_titre soustitre
heading: titre entête en_tête titre_de_section header
text: texte
reason: raison pourquoi why
duration: durée délai
short: court abrégé
link: lien url href
items: éléments points item liste
sections: parties rubriques
block: bloc type kind genre
blocks: blocs
level: niveau
signs: signes symptômes
rows: lignes rangées
columns: colonnes
caption: légende
alt: description texte_alternatif
code: sigle
service: soin traitement treatment
services: soins traitements treatments
purpose: but objectif
reviewed: révisé revu date_de_révision
review_due: à_réviser prochaine_révision révision
approval: approbation
status: statut état
approved_by: approuvé_par
by: par
on: le date
sources: références
conflicts: conflits conflit
brand: marque bannière
brands: marques
clinics: cliniques clinique
handouts: feuillets feuillet dépliants documents
durations: durées délais
facts: faits
number: numéro no civic
street: rue
unit: unité bureau local
city: ville municipalité
postal_code: code_postal postal zip
phone: téléphone telephone tel tél numéro_de_téléphone
extension: poste ext
after_hours: hors_des_heures fermé
hours: heures horaire heures_d_ouverture h hr hrs heure
website: site site_web web siteweb
booking: rendez_vous réservation rdv
cover: couverture
file: fichier pdf
kind: sorte type
editions: éditions versions edition
first: premier de début jour
last: dernier jusqu_à fin
opens: ouvre ouverture ouvert de from
closes: ferme fermeture fermé à a to until jusque
colors: couleurs colours couleur
tagline: slogan devise
value: valeur
to: à au jusqu_à jusque
min: minimum
max: maximum
question: demande
answer: réponse
monday: lundi lun mon lundis mondays
tuesday: mardi mar tue tues
wednesday: mercredi mer wed
thursday: jeudi jeu thu thur thurs
friday: vendredi ven fri
saturday: samedi sam sat
sunday: dimanche dim sun
seconds: second seconde secondes sec s
minutes: minute min mn
days: jours jour j d
weeks: semaines semaine sem
months: mois
years: ans années année an
times: fois
percent: pour_cent pourcent %
millimetres: millimètres mm
celsius: °c c degrés
emergency: urgence 911
same_day: le_jour_même jour_même même_jour 811 info_santé
clinic: clinique
approved: approuvé approuvée approuver approve oui yes true
draft: brouillon ébauche non no false
sample: exemple échantillon
build: construire produire faire make
list: liste lister
check: vérifier vérifie contrôler validate verify
explain: expliquer
new: nouveau nouvelle ajouter add create créer
watch: surveiller suivre
preview: aperçu prévisualiser voir
coverage: couverture
translated: traduit traduite traduire translate
changes: changements modifications diff
report: rapport
all: tout tous toutes
date: jour
lang: langue language
main_message: message message_principal
key_points: points_clés points_cles
bullets: puces liste list bullet
steps: étapes numbered
do: à_faire faire dos
avoid: à_éviter éviter dont donts
paragraph: paragraphe texte text
warning: avertissement attention alerte warnings
contact: coordonnées contacts
checklist: liste_à_cocher cases
callout: encadré note box
table: tableau
timeline: échéancier calendrier ligne_du_temps
figure: image illustration picture photo
generated: générée auto automatic oui yes true on
bars: barres barre lignes
waves: vagues vague ondes
none: aucun aucune non no off false sans rien
hand: main
drop: goutte eau water
sun: soleil
clock: horloge heure time
cross: croix x
check: crochet coche
two_sided: recto_verso deux_faces duplex
side_by_side: côte_à_côte
single: complet courriel email e_mail pdf une_langue
large_print: gros_caractères grand_caractère
pocket_card: carte_de_poche carte
"""


def _read(rows: str) -> Mapping[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for row in rows.split("\n"):
        name, _, others = row.partition(": ")
        for other in others.split():
            known.setdefault(other, set()).add(name)
    return {other: frozenset(names) for other, names in known.items()}


MEANT: Mapping[str, frozenset[str]] = _read(_OTHERS.strip())
"""The names of the content that a word may stand for."""
