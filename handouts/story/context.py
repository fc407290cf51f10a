"""What telling a handout needs at hand: whose words, in which look and layout."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handouts.languages import Labels, Language
from handouts.layout import Layout
from handouts.model import Clinic, Handout, Text
from handouts.pictures.logo import Picture
from handouts.typography.styles import Look
from handouts.wording.inline import Run
from handouts.wording.resolve import Wording


@dataclass(frozen=True, slots=True)
class Telling:
    """One handout, for one clinic, in one language, look and layout. `picture` loads a figure by its asset path."""

    handout: Handout
    clinic: Clinic
    language: Language
    layout: Layout
    look: Look
    wording: Wording
    picture: Callable[[str], Picture]

    @property
    def labels(self) -> Labels:
        """The words that the program itself prints."""
        return self.language.labels

    def runs(self, text: Text, *, label: bool = False) -> tuple[Run, ...]:
        """Return a text as runs. On paper a link prints its address, since nobody can click it."""
        return self._clickable_or_printed(self.wording.runs(text, label=label))

    def paragraphs(self, text: Text) -> tuple[tuple[Run, ...], ...]:
        """Return the paragraphs of a text as runs."""
        return tuple(self._clickable_or_printed(runs) for runs in self.wording.paragraphs(text))

    def _clickable_or_printed(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return runs if self.layout.interactive else tuple(_printed(runs))

    def words(self, text: Text) -> str:
        """Return a text without its markup."""
        return self.wording.plain(text)

    def say(self, template: str, **values: object) -> str:
        """Fill in one of the program's own labels."""
        return self.wording.label(template, **values)


def address_of(uri: str) -> str:
    """Return an address as people write it: without its scheme."""
    for scheme in ("https://", "mailto:", "tel:"):
        uri = uri.removeprefix(scheme)
    return uri.rstrip("/")


def _printed(runs: tuple[Run, ...]) -> Iterator[Run]:
    for index, run in enumerate(runs):
        yield Run(run.text, run.bold)
        ends = index + 1 == len(runs) or runs[index + 1].href != run.href
        if run.href and ends:
            address = address_of(run.href)
            whole = "".join(r.text for r in runs if r.href == run.href)
            if _bare(address) not in _bare(whole):
                yield Run(f" ({address})")


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
