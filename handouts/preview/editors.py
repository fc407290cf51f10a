"""Addresses that open a file in an editor, at its line."""

import re
from pathlib import Path
from urllib.parse import quote

from handouts.errors import Problem, Span, UsageError

EDITORS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "zed": "zed://file/{path}:{line}:{column}",
    "sublime": "subl://open?url=file:///{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file:///{path}&line={line}&column={column}",
    "idea": "idea://open?file=/{path}&line={line}&column={column}",
    "none": "",
}
"""What each editor answers to. The path comes without its first slash."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://")
_UNSAFE = {"http", "https", "file", "ftp", "data", "javascript", "blob"}


def editor_address(name: str) -> str:
    """Return the address of an editor by its name, or the one that is given in place of a name.

    Raises:
        UsageError: It is neither.
    """
    if name in EDITORS:
        return EDITORS[name]
    scheme = _SCHEME.match(name)
    if scheme is None or scheme[1] in _UNSAFE or "{path}" not in name:
        names = ", ".join(EDITORS)
        hint = f"one of {names}; or an address of your own, such as myeditor://open?file={{path}}&line={{line}}"
        raise UsageError(Problem("E901", f"“{name}” is not an editor that this program knows", None, hint))
    return name


def editor_link(address: str, at: Span) -> str:
    """Return the address that opens a place; empty when no editor is wanted."""
    if not address:
        return ""
    path = quote(Path(at.file).absolute().as_posix().lstrip("/"), safe="/:")
    parts = {"{path}": path, "{line}": str(at.line), "{column}": str(at.column)}
    for name, value in parts.items():
        address = address.replace(name, value)
    return address
