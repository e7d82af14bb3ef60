"""Preview a project in a process of its own: ``python serve.py PROJECT PORT``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from shizha.preview import serve
from shizha.project import Project

if __name__ == "__main__":  # the preview's own processes read this file, too
    sys.exit(serve(Project(Path(sys.argv[1])), int(sys.argv[2])))
