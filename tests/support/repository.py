"""The miniature as a git repository, with the commits that a test makes."""

from __future__ import annotations

import subprocess

from support.miniature import Miniature


class Repository:
    """``miniature`` under version control: its first state is the branch ``main``."""

    def __init__(self, miniature: Miniature) -> None:
        self.miniature = miniature
        self.project = miniature.project
        self.git("init", "-q", "-b", "main")
        self.commit("before")

    def git(self, *arguments: str) -> str:
        """Run git and return what it prints."""
        who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(self.project.root), *who, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    def commit(self, message: str) -> str:
        """Commit everything that differs; returns the id of the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()
