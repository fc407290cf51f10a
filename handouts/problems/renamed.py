"""A figure or a fact that was given another name: where its old name is told as unknown, the new one is offered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.content.reading.source import Sources
from handouts.errors import Problem
from handouts.model import Content
from handouts.told_together import unknown_name
from handouts.wording.placeholders import placeholder

_USED = re.compile(r"\{([\w-]+)\}|\bduration: *[\"']?([\w-]+)")


def with_new_names(problems: Sequence[Problem], content: Content, sources: Sources) -> Iterator[Problem]:
    """Yield the problems; where one name is unknown and nothing uses another, that one is what it is called now."""
    names = {name for problem in problems if (name := unknown_name(problem))}
    unused = _unused(content, sources) if len(names) == 1 else []
    for problem in problems:
        if len(unused) == 1 and unknown_name(problem):
            name = placeholder(unused[0]) if "{" in problem.message else unused[0]
            hint = f"write {name}, if that is its new name, which nothing uses; otherwise bring its old name back"
            yield replace(problem, hint=hint)
        else:
            yield problem


def _unused(content: Content, sources: Sources) -> list[str]:
    used = {name for source in sources.files.values() for found in _USED.findall(source.text) for name in found}
    used |= {name for clinic in content.clinics.values() for name in clinic.overrides}
    return [name for name in (*content.durations, *content.facts) if name not in used]
