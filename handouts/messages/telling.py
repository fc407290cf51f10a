"""Telling in a language: English as it stands, others by their catalogue, which is read when it is first needed."""

from dataclasses import dataclass, replace

from handouts.errors import Problem


@dataclass(frozen=True, slots=True)
class Messages:
    """The language that people are told things in, `en` or `fr`."""

    code: str = "en"

    def __call__(self, english: str) -> str:
        """Say a line in this language; what no catalogue has stays as it is."""
        if self.code == "en" or not english:
            return english
        from handouts.messages.catalogue import catalogue  # noqa: PLC0415 (those who read English do without)

        return catalogue(self.code).say(english)

    def problem(self, problem: Problem) -> Problem:
        """Return a problem told in this language."""
        if self.code == "en":
            return problem
        return replace(problem, message=self(problem.message), hint=self(problem.hint))


ENGLISH = Messages()
