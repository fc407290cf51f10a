"""Tables in TOML: what is made of one is kept beside it, as Python keeps compiled modules.

To read the tables and to compile their expressions would take a third of a short check. Python's own rules for bytecode
hold: it stands in `__pycache__` or where `PYTHONPYCACHEPREFIX` says, serves this version of Python alone, is not written
under `PYTHONDONTWRITEBYTECODE`, and is made anew once the table is written, or a module that makes something of it.
"""

import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, TypeVar

_Made = TypeVar("_Made")


def made_of(table: Path, make: Callable[[Mapping[str, Any]], _Made], *through: ModuleType) -> _Made:
    """Return what is made of a table; one that is not there is empty.

    Args:
        table: The file.
        make: Makes it, of text, bytes, numbers, tuples, sets and mappings.
        through: The modules that say how, besides the one in which that stands.
    """
    if not table.exists():
        return make({})
    try:
        kept: _Made = _Loader(table, make, through).made()
    except (ValueError, TypeError, EOFError, LookupError):  # what was kept is damaged
        return make(_read(table.read_bytes()))
    return kept


class _Loader(SourceFileLoader):
    def __init__(self, table: Path, make: Callable[[Mapping[str, Any]], Any], through: Sequence[ModuleType]) -> None:
        super().__init__(table.stem, str(table))
        self._make = make
        self._makers = (sys.modules[make.__module__], sys.modules[__name__], *through)

    def made(self) -> Any:
        """Return what is kept of the table, or make and keep it."""
        code = self.get_code(self.name)
        return code.co_consts[0] if code else None

    def path_stats(self, path: str) -> Mapping[str, Any]:
        """Return a time that changes with the table and with what makes something of it."""
        stats = super().path_stats(path)
        makers = [Path(maker.__file__ or "").stat().st_mtime_ns for maker in self._makers]
        written = [stats["mtime"], *makers]
        return {**stats, "mtime": zlib.crc32(repr(written).encode())}

    def source_to_code(self, data: Any, path: Any, **_: Any) -> CodeType:  # type: ignore[override]
        """Return code that does nothing, with what is to be kept as its constant."""
        return compile("", path, "exec").replace(co_consts=(self._make(_read(data)),))


def _read(written: bytes) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 (what was kept needs none)

    return tomllib.loads(written.decode("utf-8"))
