"""Prints the seconds that loading and checking takes in a new process, once the program itself is loaded.

Run by the benchmark: ``python -m shizha.bench.load_and_check ROOT``. Nothing is warm but the files, as when a person types
``check``, and as it is within a build.
"""

import sys
import time
from pathlib import Path

from shizha.checks import errors, run_checks
from shizha.content.library import load_library
from shizha.project import Project

started = time.perf_counter()
wrong = errors(run_checks(load_library(Project(Path(sys.argv[1])))))
print(time.perf_counter() - started)
sys.exit(1 if wrong else 0)
