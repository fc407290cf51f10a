"""What a page of the preview shows: a handout for a clinic, in a layout, in one language or in all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from handouts.content.ownership import Owner
from handouts.editions import Edition, editions_of
from handouts.languages import LANGUAGES
from handouts.layout import Layout
from handouts.model import Content


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown; what is empty or no longer exists gives way to the first that there is.

    Attributes:
        language: A code; empty for every language, beside each other.
    """

    clinic: str = ""
    handout: str = ""
    layout: str = ""
    language: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Choice":
        """Take a choice from what an address asks for; what it does not know is ignored."""
        return cls(**{field.name: asked.get(field.name, "")[:100] for field in fields(cls)})

    @classmethod
    def of_edition(cls, clinic: str, handout: str, edition: str) -> "Choice":
        """Make a choice from ids as the command line has them; an edition is `two_sided`, `single` or `single-fr`."""
        layout, _, language = edition.partition("-")
        return cls(clinic, handout, layout, language)

    def settled(self, content: Content, layouts: Sequence[Layout]) -> "Choice":
        """Return the choice with something that exists in every place."""
        clinic = self.clinic if self.clinic in content.clinics else next(iter(content.clinics))
        layout = _layout(self.layout, content.clinics[clinic].editions, layouts)
        handout = self.handout if self.handout in content.handouts else _first_handout(content, clinic)
        single = not layout.bilingual and self.language in content.languages
        return Choice(clinic, handout, layout.id, self.language if single else "")

    def completed(self, settled: "Choice") -> "Choice":
        """Return the choice with what it was settled to where it left something open."""
        return Choice(*(getattr(self, field.name) or getattr(settled, field.name) for field in fields(self)))

    def editions(self, content: Content, layouts: Sequence[Layout]) -> Iterator[Edition]:
        """Yield the editions that a settled choice shows."""
        layout = next(layout for layout in layouts if layout.id == self.layout)
        for edition in editions_of(layout, content):
            if not self.language or edition.languages[0].code == self.language:
                yield edition


def _layout(asked: str, ordered: Sequence[str], layouts: Sequence[Layout]) -> Layout:
    """Return the layout of a name, else the first that the clinic orders, else the first of all."""
    by_id = {layout.id: layout for layout in layouts}
    return next(by_id[name] for name in (asked, *ordered, layouts[0].id) if name in by_id)


def _first_handout(content: Content, clinic: str) -> str:
    services = content.clinics[clinic].services
    offered = (name for name, handout in content.handouts.items() if handout.service in services)
    return next(offered, next(iter(content.handouts)))


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen.

    Attributes:
        names: By language code.
        ordered: Whether the clinic that is shown has it: orders the layout, offers the handout's service.
    """

    id: str
    names: Mapping[str, str]
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that can be chosen.

    Attributes:
        languages: That can be shown alone.
        spoken: Every language of the content.
    """

    clinics: tuple[Option, ...] = ()
    handouts: tuple[Option, ...] = ()
    layouts: tuple[Option, ...] = ()
    languages: tuple[Option, ...] = ()
    spoken: tuple[Option, ...] = ()


def options(
    content: Content,
    layouts: Sequence[Layout],
    choice: Choice,
    left_out: Mapping[Owner, Mapping[str, str]],
    ids: Callable[[str], Sequence[str]],
) -> Options:
    """Return what can be chosen beside a choice.

    Args:
        content: The content, as far as it could be read.
        layouts: Every layout that there is.
        choice: What is shown.
        left_out: Clinics and handouts that cannot be read, with the names that they last had, or their ids.
        ids: Returns those of a group in the order of the content.
    """
    clinic, layout = (
        content.clinics.get(choice.clinic),
        next((each for each in layouts if each.id == choice.layout), None),
    )
    spoken = tuple(Option(code, {code: LANGUAGES[code].name}) for code in content.languages)
    services = clinic.services if clinic else content.services
    editions = clinic.editions if clinic else [each.id for each in layouts]
    clinics = [Option(name, each.name.words) for name, each in content.clinics.items()]
    handouts = [Option(name, each.title.words, each.service in services) for name, each in content.handouts.items()]
    return Options(
        _in_order([*clinics, *_unread(left_out, "clinics")], ids("clinics")),
        _in_order([*handouts, *_unread(left_out, "handouts")], ids("handouts")),
        tuple(Option(each.id, dict(each.names), each.id in editions) for each in layouts),
        () if layout is None or layout.bilingual else spoken,
        spoken,
    )


def _in_order(options: Sequence[Option], ids: Sequence[str]) -> tuple[Option, ...]:
    places = {name: place for place, name in enumerate(ids)}
    return tuple(sorted(options, key=lambda option: places.get(option.id, len(places))))


def _unread(left_out: Mapping[Owner, Mapping[str, str]], group: str) -> Iterator[Option]:
    yield from (Option(name, names) for (of, name), names in sorted(left_out.items()) if of == group)
