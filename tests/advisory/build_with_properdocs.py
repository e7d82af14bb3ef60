"""Run in an environment that has ProperDocs and no MkDocs: ``build_with_properdocs.py OUT``, with scripts/ on the path.

The fork brings a stand-in for everything that is imported as ``mkdocs``: the theme, the plugin and this site's own hooks find it.
"""

import sys

import properdocs.replacement  # noqa: F401 - being imported is what it does


def main(out: str) -> int:
    from shizha.cli import main as shizha

    return shizha(["build", "--out", out])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
