"""Telling in a language: English as it stands, others by their catalogue, which is read when it is first needed."""

import re
from dataclasses import dataclass, replace

from handouts.errors import Problem


@dataclass(frozen=True, slots=True)
class Messages:
    """How people are told things.

    Attributes:
        code: Of the language, `en` or `fr`.
        content: The content, as it is typed after `--content` in commands that help; empty where none need be named.
    """

    code: str = "en"
    content: str = ""

    def __call__(self, english: str) -> str:
        """Say a line in this language; what no catalogue has stays as it is."""
        if self.code == "en" or not english:
            return english
        from handouts.messages.catalogue import catalogue  # noqa: PLC0415 (those who read English do without)

        return catalogue(self.code).say(english)

    def problem(self, problem: Problem) -> Problem:
        """Return a problem told in this language."""
        if self.code == "en" and not self.content:
            return problem
        return replace(problem, message=self(problem.message), hint=self._of_content(self(problem.hint)))

    def _of_content(self, hint: str) -> str:
        """Name the content in the commands of a hint."""
        if not self.content:
            return hint
        return _COMMANDS.sub(lambda command: command[0] + " --content " + self.content, hint)


_COMMANDS = re.compile(
    r"(?<=`)uv run generate\.py (?:approved|changes|check|cover add|translated)\b(?![^`]*--content)[^`]*(?=`)"
)


ENGLISH = Messages()
