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
    nouns: Mapping[str, str] = field(default_factory=dict)

    @property
    def colon(self) -> str:
        """Return a colon and the spaces around it."""
        return "\u00a0: " if self.tag.startswith("fr") else ": "

    def where(self, way: str) -> str:
        """Return the way to a part of a handout in this language."""
        return re.sub(r"[a-z][a-z ]*[a-z](?= \d|$)", lambda found: self.nouns.get(found[0], found[0]), way)


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
    nouns={
        "block": "bloc", "section": "section", "stage": "étape", "day group": "groupe de jours", "sign": "signe",
        "column": "colonne", "row": "rangée", "source": "source", "line": "ligne", "step": "étape", "bullet": "puce",
        "key point": "point clé", "item": "élément", "cell": "cellule", "short item": "élément court",
        "short step": "étape courte", "short bullet": "puce courte", "edition": "édition",
    },
)  # fmt: skip

TONGUES: Mapping[str, Tongue] = {"en": ENGLISH, "fr": FRENCH}
