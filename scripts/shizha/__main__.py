"""Started by ``scripts/environment.py`` with the environment's own Python: ``python scripts/shizha <command>``."""

import sys
from pathlib import Path

for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese characters must not stop the program

# Run as a folder, Python looks for modules inside the package; they are imported as `shizha.…` from the folder above.
sys.path[0] = str(Path(__file__).resolve().parents[1])

from shizha.cli import main  # noqa: E402 - only after the path is right

sys.exit(main())
