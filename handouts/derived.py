"""Files that are made from the program itself and kept beside it: the schema for editors, the pages of all codes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from handouts.explain import codes_page
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.schema.json_schema import NAME_BY_LANGUAGE, schema_text
from handouts.whole_files import write_whole

CODES_PAGE = "docs/codes.md"
FRENCH_CODES_PAGE = "docs/codes.fr.md"


def derived(layouts: Sequence[Layout]) -> Mapping[str, str]:
    """Make each file: its text by its path, from the folder of the program."""
    schemas = {
        name: schema_text({layout.id: layout.names[language] for layout in layouts}, told_in=language)
        for language, name in NAME_BY_LANGUAGE.items()
    }
    return {**schemas, CODES_PAGE: codes_page(), FRENCH_CODES_PAGE: codes_page(Messages("fr"))}


def stale(home: Path, layouts: Sequence[Layout]) -> tuple[str, ...]:
    """Return the paths of files that are missing, or no longer what the program makes."""
    return tuple(path for path, text in derived(layouts).items() if _text(home / path) != text)


def write_derived(home: Path, layouts: Sequence[Layout]) -> tuple[str, ...]:
    """Write those that are stale, and return their paths.

    Raises:
        OutputError: One of them cannot be written (E602).
    """
    paths = stale(home, layouts)
    texts = derived(layouts)
    for path in paths:
        write_whole(home / path, texts[path].encode(), folders=True)
    return paths


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
