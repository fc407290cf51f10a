"""Fingerprints of plain data."""

import hashlib
import json
from typing import Any


def digest_of(said: Any) -> str:
    """Return hex digits made from what JSON can hold; the order of the names in it makes no difference."""
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
