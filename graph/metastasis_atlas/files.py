"""Bytes -> a file, whole or not at all.

In come a path and what is to stand there; out goes the path, or a sentence why it can't be written. What stood there
before stays until the new content is complete on disk, and stays as it was: its mode, and the link that leads to it.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from metastasis_atlas.errors import AtlasError

_DESCRIPTOR: Final = re.compile(r"/dev/std(?P<name>out|err)|/(?:dev|proc/self)/fd/(?P<number>\d+)")


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file beside its place and then move it there; a device or a pipe is written to as it is.

    Raises AtlasError when the place can't be written to; BrokenPipeError when the reader of a pipe has gone.
    """
    try:
        known = _stat(path)
        if known is not None and stat.S_ISDIR(known.st_mode):
            raise AtlasError(f"{path} is a folder. Name a file in it.")
        if _DESCRIPTOR.fullmatch(str(path)) or (known is not None and not stat.S_ISREG(known.st_mode)):
            _write_through(path, content)
        else:
            _replace(Path(os.path.realpath(path)), content, known)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AtlasError(f"{path} can't be written: {error.strerror or error}.") from None
    except ValueError as error:  # a NUL in the name
        raise AtlasError(f"{str(path)!r} can't be written: {error}.") from None
    return path


def find_same(path: Path, others: Iterable[Path]) -> Path | None:
    """Return the one of several files that a path leads to, by whatever name or link."""
    try:
        return next((other for other in others if path.samefile(other)), None)
    except (OSError, ValueError):  # nothing stands there, so it is none of them
        return None


def _stat(path: Path) -> os.stat_result | None:
    """Return what a path leads to, or None where nothing is yet."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write_through(path: Path, content: bytes) -> None:
    """Write into a device or pipe, or into what the process has open already: opening that anew would empty it."""
    known = _DESCRIPTOR.fullmatch(str(path))
    if known:
        number = int(known["number"] or {"out": 1, "err": 2}[known["name"]])
        with open(os.dup(number), "wb") as file:  # noqa: PTH123  a descriptor has no path
            file.write(content)
    else:
        with path.open("wb") as file:
            file.write(content)


def _replace(target: Path, content: bytes, known: os.stat_result | None) -> None:
    """Put a regular file in its place in one move. A new one gets the mode that the umask gives."""
    if known is not None and not os.access(target, os.W_OK):
        raise PermissionError(0, "It is read-only")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    mode = 0o666 if known is None else stat.S_IMODE(known.st_mode)
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if known is not None:
            _keep_owner(temporary, known)
            temporary.chmod(mode)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)  # also when the user interrupts


def _keep_owner(path: Path, known: os.stat_result) -> None:
    if hasattr(os, "chown") and (known.st_uid, known.st_gid) != (path.stat().st_uid, path.stat().st_gid):
        try:
            os.chown(path, known.st_uid, known.st_gid)
        except PermissionError:
            return  # only the superuser may give a file away; the content matters more
