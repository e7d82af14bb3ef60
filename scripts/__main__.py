"""``python3 scripts <command>``: makes the environment on first use, then hands over to the program inside it.

Standard library only, and nothing here that an old Python cannot read: it must be able to say that it is too old.
"""

import sys

for stream in (sys.stdout, sys.stderr):
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese characters must not stop the program

if sys.version_info < (3, 11):
    sys.stderr.write(
        "需要Python 3.11或更新的版本，现在运行的是%d.%d。\n"
        "装好新版本以后，用它来运行，比如：python3.11 scripts serve\n"
        "Python 3.11 or newer is needed; this is %d.%d. Run a newer one, for example: python3.11 scripts serve\n"
        % (sys.version_info[:2] * 2)
    )
    sys.exit(2)

from environment import main  # noqa: E402 - only after the version is known to be new enough

sys.exit(main(sys.argv[1:]))
