"""Fingerprints of plain data, and of texts."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any


def digest_of(said: Any) -> str:
    """Return hex digits made from what JSON can hold; the order of the names in it makes no difference."""
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def digest_of_all(parts: Iterable[str]) -> str:
    """Return hex digits made from texts in their order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
