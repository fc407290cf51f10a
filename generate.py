"""Make every clinic's handouts from `content.yaml`; see `generate.py --help` and the README."""

import signal
import sys
from pathlib import Path


def run() -> int:
    """Run the command; Ctrl-C ends it quietly while it is still being loaded, too."""
    try:
        # a script that starts this with `&` leaves it deaf to Ctrl-C, and nothing else could end it gently
        signal.signal(signal.SIGINT, signal.default_int_handler)
        from handouts.bytecode import keep_bytecode  # noqa: PLC0415

        keep_bytecode()
        from handouts.cli import main  # noqa: PLC0415
        from layouts import LAYOUTS  # noqa: PLC0415

        return main(sys.argv[1:], LAYOUTS, Path(__file__).resolve().parent)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
