"""Install Metastasis Atlas into ``.venv`` and make the page: ``python3 scripts/start.py [OPTION…]``.

Needs Python 3.11 to 3.13 and nothing else. Options go to ``metastasis-atlas explore``, such as ``--open``,
which shows the page at once, or files of your own.
"""

import sys
from pathlib import Path

from environment import ROOT, VENV, call, fail, say, speak_utf8


def explore(options: list[str]) -> None:
    """Make the page, in the reader's own folder so that the names of their files mean the same."""
    named = any(option.startswith(("-o", "--output", "--help")) for option in options)
    page = ROOT / "output" / "atlas.html"
    command: list[str | Path] = [VENV.command, "explore", *options]
    if not named:
        command += ["-o", page]
    status = call(command, Path.cwd())
    if status:
        fail("The page was not made; see above.", status)
    if not named:
        say(f"\nThe page:     {page}\n              (one file; open it with a double click)")
    say(f"The command:  {VENV.command} --help")


def main() -> int:
    """Do it all; the exit status says whether it worked."""
    speak_utf8()
    try:
        VENV.prepare()
        explore(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
