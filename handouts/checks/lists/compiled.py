"""Regular expressions taken apart into what can be kept, and put together again a hundred times as fast as compiled.

Pickling one keeps its text alone. So this does what `re.compile` does last, with numbers that it worked out before, which
hold for one version of Python, as bytecode does; the interpreter refuses those that make no sense.
"""

import re
from array import array
from contextlib import suppress
from importlib import import_module
from typing import Any

Compiled = tuple[str, int, int, bytes, int, tuple[tuple[str, int], ...]]
"""The text, the flags asked for, those that came of it, the numbers that the interpreter runs, how many groups, their names."""

_MACHINE_WORD = "I"
_PARSER, _COMPILER, _INTERPRETER = "re._parser", "re._compiler", "_sre"  # known to no type checker


def taken_apart(text: str, flags: re.RegexFlag) -> Compiled:
    """Compile an expression, and return what is to be kept of it.

    Raises:
        re.error: It is none.
    """
    asked = int(flags)
    with suppress(ImportError, AttributeError):  # this Python does it otherwise: only the text is kept
        parser: Any = import_module(_PARSER)
        parsed = parser.parse(text, asked)
        numbers = import_module(_COMPILER)._code(parsed, asked)  # noqa: SLF001 (there is no other way)
        names = tuple(parsed.state.groupdict.items())
        return (
            text,
            asked,
            asked | parsed.state.flags,
            array(_MACHINE_WORD, numbers).tobytes(),
            parsed.state.groups,
            names,
        )
    return text, asked, asked, b"", 0, ()


def put_together(compiled: Compiled) -> re.Pattern[str]:
    """Return an expression that was taken apart."""
    text, asked, flags, numbers, groups, names = compiled
    if not numbers:
        return re.compile(text, asked)
    with suppress(ImportError, AttributeError, RuntimeError, TypeError, ValueError):  # it is not of this Python
        interpreter: Any = import_module(_INTERPRETER)
        name_of = {number: name for name, number in names}
        by_number = tuple(name_of.get(number) for number in range(groups))
        code = array(_MACHINE_WORD, numbers).tolist()
        made: re.Pattern[str] = interpreter.compile(text, flags, code, groups - 1, dict(names), by_number)
        return made
    return re.compile(text, asked)
