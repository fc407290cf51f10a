"""A language that the content does not name, and many texts have: told once, where the languages are named."""

from collections.abc import Sequence

from handouts.content.names.suggestions import quoted
from handouts.content.source_tree import MappingNode
from handouts.errors import Problem
from handouts.model.base import DEFAULT_LANGUAGES

_MANY = 3  # texts; in fewer it may be a slip


def told_once(problems: list[Problem], root: MappingNode, languages: Sequence[str]) -> list[Problem]:
    """Put what is said of texts in such a language together."""
    named = root.entries.get("languages")
    for language in DEFAULT_LANGUAGES if named else ():
        said = f"{quoted(language)} is not a language of this content"
        again = [each for each in problems if each.code == "E105" and each.message == said]
        if named and len(again) >= _MANY:
            message = f"“{language}” is not among the languages of this content, and {len(again)} texts have it"
            languages = [each for each in DEFAULT_LANGUAGES if each in {*languages, language}]
            once = Problem("E128", message, named.value.span, f"write   languages: [{', '.join(languages)}]")
            problems = [*(each for each in problems if each not in again), once]
    return problems
