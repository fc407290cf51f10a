"""Compiled modules, kept in the user's own cache folder where they may not stand beside the source."""

import os
import sys

from handouts.keeping.files import cache_folder

_FOLDER = "bytecode"


def keep_bytecode() -> None:
    """Keep what Python compiles apart, if it was told to keep nothing: to compile all anew takes most of a short run.

    `PYTHONDONTWRITEBYTECODE` is for folders that are to stay as they are, and they do. `HANDOUTS_CACHE=off` keeps
    nothing here either.
    """
    folder = cache_folder()
    if not sys.dont_write_bytecode or sys.pycache_prefix or folder is None:
        return
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(folder / _FOLDER)  # processes of ours read it too
    sys.dont_write_bytecode = False
