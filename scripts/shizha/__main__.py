"""Started by ``scripts/environment.py`` with the environment's own Python: ``python scripts/shizha <command>``."""

import contextlib
import os
import sys
from pathlib import Path

# Run as a folder, Python looks for modules inside the package; they are imported as `shizha.…` from the folder above.
sys.path[0] = str(Path(__file__).resolve().parents[1])

# Pydantic would look through every installed package for one that wants a say in its models. None does, and none should.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def run() -> int:
    """The command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese characters must not stop the program
    try:
        from shizha.cli import main

        return main()
    except KeyboardInterrupt:
        return 130
    except ModuleNotFoundError as error:
        print(
            f"缺少程序 {error.name}。去掉 SHIZHA_NO_VENV 再运行，会自动装好。\n"
            f"The package {error.name} is missing. Run without SHIZHA_NO_VENV and it will be installed.",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":  # a process beside the preview's reads this file too, and is given its work otherwise
    code = run()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BrokenPipeError):  # whoever read it has seen enough
            stream.flush()
    # All is done. To take apart what was read, object by object, would take Python half a second.
    os._exit(code)
