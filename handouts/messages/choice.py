"""Which language people are told things in: the one they ask for, else that of the system."""

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

LANGUAGES = ("en", "fr")
_OPTION = "--messages"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says something decides (POSIX.1-2017, 8.2)
_FRENCH_ON_WINDOWS = 0x0C  # the primary part of a language identifier


def given_language(arguments: Sequence[str]) -> str:
    """Return the language that the command line asks for; empty when it asks for none that there is.

    It is looked up before the options are read, since mistakes in them are told in it as well.
    """
    asked = ""
    for word, following in pairwise([*arguments, ""]):
        name, sign, value = word.partition("=")
        if name == _OPTION:
            asked = value if sign else following
    return asked if asked in LANGUAGES else ""


def locale_language(environment: Mapping[str, str] | None = None) -> str:
    """Return the language of the system, as far as there are messages in it; English otherwise.

    Args:
        environment: Its variables; those of this process when left out.
    """
    known = os.environ if environment is None else environment
    said = next((known[name] for name in _VARIABLES if known.get(name)), "")
    if said:
        return "fr" if said.casefold().startswith("fr") else "en"
    return _language_of_windows()


def _language_of_windows() -> str:
    if sys.platform != "win32":
        return "en"
    import ctypes  # noqa: PLC0415 (only Windows needs it)

    language = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return "fr" if language & 0x3FF == _FRENCH_ON_WINDOWS else "en"
