"""What the report of changes says around the words of a handout, in English and in French."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tongue:
    """Every word of the report itself. Braces name what is filled in."""

    tag: str
    title: str
    approved: str
    now: str
    clinic: str
    statuses: Mapping[str, str]
    counts: tuple[str, str]
    legend: str
    gone: str
    new: str
    words: str
    about: str
    figures: str
    moved: str
    same_words: str
    replaced_figure: str
    pages: str
    how_drawn: str
    as_approved: str
    as_now: str
    page: str
    no_page: str
    same_pages: str
    not_drawn: str
    settle: str
    signature: tuple[str, str, str]
    unchanged: str
    written: str
    kinds: Mapping[str, str]
    fields: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)

    @property
    def colon(self) -> str:
        """Return a colon and the spaces around it."""
        return "\u00a0: " if self.tag.startswith("fr") else ": "

    def where(self, way: str) -> str:
        """Return the way to a part of a handout in this language, in the words of those who sign it."""
        return ", ".join(self._step(step) for step in way.split(", "))

    def _step(self, step: str) -> str:
        if block := re.fullmatch(r"block \d+ \((.+)\)", step):
            return self.kinds.get(block[1], block[1])
        if numbered := re.fullmatch(r"(.+) (\d+)", step):
            return f"{self.nouns.get(numbered[1], numbered[1])} {numbered[2]}"
        return self.fields.get(step.strip("`"), step)


ENGLISH = Tongue(
    tag="en-CA",
    title="What changed: {title}",
    approved="Approved: version {version}, by {by}, on {on}",
    now="Now: version {version}, {status}",
    clinic="Shown for: {clinic}",
    statuses={
        "approved": "not approved in this form",
        "sample": "a sample, not approved",
        "draft": "a draft, not approved",
    },
    counts=("1 thing changed", "{count} things changed"),
    legend="How changes are shown",
    gone="taken out",
    new="put in",
    words="In words",
    about="About the handout",
    figures="Figures",
    moved="This section is in another place now.",
    same_words="The words are the same.",
    replaced_figure="The picture {path} was replaced.",
    pages="On the page",
    how_drawn=(
        "Both versions were drawn by this program as it is today, without covers. "
        "Changes at the foot of the pages are not marked."
    ),
    as_approved="As approved",
    as_now="As it is now",
    page="Page {number}",
    no_page="There is no such page.",
    same_pages="The pages that are not shown say the same.",
    not_drawn="These pages cannot be drawn: {why}",
    settle=(
        "Once it is approved, write name, role and date under “approval:”, then run: "
        "uv run generate.py approved {ident}"
    ),
    signature=("Read and approved by", "Signature", "Date"),
    unchanged="{ident}: nothing changed since {by} approved version {version} on {on}",
    written="to read, print and sign: {path}",
    kinds={
        "main_message": "main message",
        "key_points": "key points",
        "do": "what to do",
        "avoid": "what to avoid",
        "warning emergency": "warning, 911",
        "warning same_day": "warning, the same day",
        "warning clinic": "warning, the clinic",
        "contact": "contact panel",
        "qr": "QR code",
        "write_in": "lines to fill",
    },
)

FRENCH = Tongue(
    tag="fr-CA",
    title="Ce qui a changé : {title}",
    approved="Approuvé : version {version}, par {by}, le {on}",
    now="Maintenant : version {version}, {status}",
    clinic="Montré pour : {clinic}",
    statuses={
        "approved": "non approuvé sous cette forme",
        "sample": "un exemple, non approuvé",
        "draft": "une ébauche, non approuvée",
    },
    counts=("1 changement", "{count} changements"),
    legend="Comment lire les changements",
    gone="retiré",
    new="ajouté",
    words="En mots",
    about="Au sujet du feuillet",
    figures="Valeurs",
    moved="Cette section n’est plus au même endroit.",
    same_words="Les mots sont les mêmes.",
    replaced_figure="L’image {path} a été remplacée.",
    pages="Sur la page",
    how_drawn=(
        "Les deux versions ont été dessinées par ce programme tel qu’il est aujourd’hui, sans couverture. "
        "Les changements au bas des pages ne sont pas marqués."
    ),
    as_approved="Version approuvée",
    as_now="Version actuelle",
    page="Page {number}",
    no_page="Cette page n’existe pas.",
    same_pages="Les pages qui ne sont pas montrées disent la même chose.",
    not_drawn="Ces pages ne peuvent pas être dessinées : {why}",
    settle=(
        "Une fois le feuillet approuvé : écrivez le nom, le rôle et la date sous « approval: », puis lancez : "
        "uv run generate.py approved {ident}"
    ),
    signature=("Lu et approuvé par", "Signature", "Date"),
    unchanged="{ident} : rien n’a changé depuis que {by} a approuvé la version {version}, le {on}",
    written="à lire, à imprimer et à signer : {path}",
    kinds={
        "main_message": "message principal", "key_points": "points clés", "paragraph": "paragraphe", "bullets": "puces",
        "steps": "étapes", "do": "à faire", "avoid": "à éviter", "timeline": "calendrier",
        "warning emergency": "mise en garde, 911", "warning same_day": "mise en garde, le jour même",
        "warning clinic": "mise en garde, la clinique", "contact": "coordonnées", "checklist": "liste à cocher",
        "callout": "encadré", "table": "tableau", "figure": "figure", "qr": "code QR", "write_in": "lignes à remplir",
        "question": "question et réponse",
    },
    fields={
        "heading": "titre", "title": "titre", "subtitle": "sous-titre", "purpose": "but", "reviewed": "révision",
        "review_due": "prochaine révision", "author_role": "rôle de qui écrit", "approver_role": "rôle de qui approuve",
        "conflicts": "conflits d’intérêts", "reason": "raison", "duration": "durée", "short": "forme courte",
        "note": "note", "label": "nom du jour", "lead": "phrase d’introduction", "caption": "légende",
        "alt": "description de l’image", "icon": "icône", "link": "lien", "editions": "éditions",
        "question": "question", "answer": "réponse", "first": "premier jour", "last": "dernier jour",
    },
    nouns={
        "section": "section", "stage": "étape", "day group": "groupe de jours", "sign": "signe",
        "column": "colonne", "row": "rangée", "source": "source", "line": "ligne", "step": "étape", "bullet": "puce",
        "key point": "point clé", "item": "élément", "cell": "cellule", "short item": "élément court",
        "short step": "étape courte", "short bullet": "puce courte", "edition": "édition",
    },
)  # fmt: skip

TONGUES: Mapping[str, Tongue] = {"en": ENGLISH, "fr": FRENCH}
