"""Make every clinic's handouts from `content.yaml`; see `generate.py --help` and the README."""

import sys
from pathlib import Path

from handouts.cli import main
from layouts import LAYOUTS

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], LAYOUTS, Path(__file__).resolve().parent))
