"""Results -> standard output or a file; messages -> standard error.

In come solutions, findings, text and bytes; out go tables for people, and everything else as it is.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from metastasis_atlas.errors import AtlasError
from metastasis_atlas.namespaces import shorten

if TYPE_CHECKING:
    from metastasis_atlas.checks import Finding
    from metastasis_atlas.sparql import Solutions, Term

STANDARD_OUTPUT: Final = Path("-")
MOST_ALIKE: Final = 10
"""How many findings of one kind ``check`` prints before it only counts them."""


def tame(text: str, kept: str = "\n\t") -> str:
    r"""Return a text in which what would command the terminal, or turn the reading direction, stands as a sign.

    >>> tame("a\x1b[31m \u202eb")
    'a␛[31m \\u202eb'
    """
    return _COMMANDS.sub(lambda found: found[0] if found[0] in kept else _picture(ord(found[0])), text)


_COMMANDS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def _picture(code: int) -> str:
    return chr(0x2400 + code) if code < 0x20 else f"\\u{code:04x}"


def tell(text: str) -> None:
    """Write a message to standard error."""
    sys.stderr.write(tame(text) + "\n")


def put(text: str) -> None:
    """Write a result to standard output."""
    text = tame(text)
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def settle(act: Callable[[], object]) -> int | None:
    """Do something; return the exit status when it ends early, once its message is told."""
    try:
        act()
    except AtlasError as error:
        tell(str(error))
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        tell(f"The answer can't be written: {error.strerror}.")
        return 1
    return None


def write(content: bytes, output: Path, what_now: str = "") -> None:
    """Write a result to a file and tell so, or to standard output."""
    from metastasis_atlas.files import write_whole

    if output == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        tell(f"{write_whole(output, content)} is written{what_now}.")


def put_table(solutions: Solutions) -> None:
    """Write solutions to standard output as a table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in solutions.variables:
        table.add_column(name, overflow="fold")
    for row in solutions.rows:
        table.add_row(*(Text(_show_cell(t)) for t in row))
    _print(table)
    tell(f"{len(solutions.rows)} row{'' if len(solutions.rows) == 1 else 's'}")


def _show_cell(term: Term | None) -> str:
    """Return a term in one line."""
    return "" if term is None else tame(shorten(term.value) if term.kind == "iri" else term.value, kept="")


def _print(what: object) -> None:
    """Print with rich: as wide as the terminal, or as the content where there is none."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() else 1000
    console = Console(file=sys.stdout, highlight=False, width=wide)
    with console.capture() as caught:
        console.print(what)
    sys.stdout.write("\n".join(line.rstrip() for line in caught.get().split("\n")).rstrip("\n") + "\n")


def to_json(findings: list[Finding]) -> str:
    """Return findings as JSON."""
    return json.dumps([asdict(finding) for finding in findings], default=str, ensure_ascii=False, indent=2)


def to_text(findings: list[Finding]) -> str:
    """Return findings as lines, many of one kind counted."""
    if not findings:
        return "Nothing found: all is well-formed, valid and sourced."
    seen: Counter[str] = Counter()
    lines = []
    for finding in findings:
        seen[finding.kind] += 1
        if seen[finding.kind] <= MOST_ALIKE:
            lines.append(str(finding))
    lines += [f"… and {n - MOST_ALIKE} more of the kind {kind}" for kind, n in seen.items() if n > MOST_ALIKE]
    return "\n".join([*lines, f"{len(findings)} finding{'' if len(findings) == 1 else 's'}."])
