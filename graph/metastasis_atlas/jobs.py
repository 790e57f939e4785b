"""A job -> a head and a body: what a worker of the server does. Everything that costs something happens here.

A job is plain text, a head is plain JSON, so that the process that speaks HTTP needs no knowledge and no engine. A
sealed worker opens no file: what a job may need is loaded before.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from metastasis_atlas.answering import Handler, Item, Job, Output
from metastasis_atlas.atlas import Atlas, find_version, open_atlas
from metastasis_atlas.errors import AtlasError, LimitError, RequestError
from metastasis_atlas.negotiation import FORMS, choose, label
from metastasis_atlas.store import Dataset

_BETWEEN_ROWS: Final = {"json": b'}},{"', "xml": b"</result>", "csv": b"\n", "tsv": b"\n"}
"""What stands between two rows and nowhere else: inside a text, each of them is written otherwise."""


@dataclass(frozen=True)
class Loader:
    """What a worker loads, in a form that can be sent to it."""

    paths: tuple[Path, ...] = ()
    only: bool = False
    language: str = "en"

    def __call__(self) -> Handler:
        """Open the atlas; raises DataError when a file can't be read."""
        return Answers(open_atlas(*self.paths, only=self.only), self.language)


class Answers:
    """Answers the jobs of the server from one atlas."""

    def __init__(self, atlas: Atlas, language: str = "en"):
        self._atlas, self._language = atlas, language
        self._page_bytes, self._version = self._render_page(), find_version()
        self._kinds: dict[str, Callable[[Job], Iterator[Item]]] = {
            "health": self._health,
            "page": self._page,
            "query": self._query,
        }

    def __call__(self, job: Job) -> Iterator[Item]:
        """Yield the head of the answer to a job, and its body; what the client did wrong is an answer, too."""
        try:
            yield from self._kinds[text(job, "kind")](job)
        except RequestError as error:
            yield make_head(error.status, "text/plain")
            yield str(error).encode()

    def _query(self, job: Job) -> Iterator[Item]:
        graphs = Dataset(texts(job, "default"), texts(job, "named"))
        answer = self._atlas.store.query(text(job, "query"), graphs if any(graphs) else None)
        form, media = choose(text(job, "accept"), FORMS[answer.kind], text(job, "form"))
        yield make_head(200, media)

        def write(output: Output) -> None:
            most = output.limits.rows
            answer.write_to(RowGuard(output, form.name, most), form.name, most)

        yield write

    def _render_page(self) -> bytes | AtlasError:
        """Return the page, or why there is none: the package may have been installed without its scripts."""
        try:
            return self._atlas.page(self._language).html.encode()
        except AtlasError as error:
            return error

    def _page(self, job: Job) -> Iterator[Item]:
        if isinstance(self._page_bytes, AtlasError):
            raise RequestError(503, str(self._page_bytes))
        policy = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', self._page_bytes)
        yield make_head(
            200,
            "text/html",
            policy=unescape(policy[1].decode()) + "; frame-ancestors 'none'" if policy else "",
            findings=[str(finding) for finding in self._atlas.lessons.findings],
        )
        yield self._page_bytes

    def _health(self, job: Job) -> Iterator[Item]:
        yield make_head(200, "application/json")
        yield json.dumps({"status": "ok", "version": self._version}).encode()


def make_head(status: int, media: str, **more: object) -> bytes:
    """Return the head of an answer: the HTTP status, and the media type as its header says it."""
    return json.dumps({"status": status, "type": label(media), **more}).encode()


def text(job: Job, name: str) -> str:
    """Return what a job says under a name, or nothing."""
    value = job.get(name, "")
    return value if isinstance(value, str) else ""


def texts(job: Job, name: str) -> tuple[str, ...]:
    """Return the list that a job has under a name, or an empty one."""
    value = job.get(name, ())
    return () if isinstance(value, str) else tuple(value)


class RowGuard:
    """Stands between an engine that writes rows and their reader, and counts them."""

    def __init__(self, output: Output, form: str, most: int):
        self._output, self._most = output, most
        self._between = _BETWEEN_ROWS.get(form, b"")
        self._csv, self._quoted = form == "csv", False
        self._rows, self._tail = 0, b""

    def write(self, content: bytes) -> int:
        """Pass a piece on; raises LimitError when it has more rows than may be."""
        if self._between:
            self._rows += self._count(content)
            if self._rows > self._most:
                raise LimitError("rows", f"The answer has more than {self._most:,} rows. Ask for less, or with LIMIT.")
        return self._output.write(content)

    def flush(self) -> None:
        """Do nothing: the output decides when it sends."""

    def _count(self, content: bytes) -> int:
        """Return how many rows end in a piece; a mark may be cut in two, and a CSV text may have lines of its own."""
        if self._csv:
            count = 0
            for number, part in enumerate(content.split(b'"')):
                self._quoted ^= number > 0
                count += 0 if self._quoted else part.count(self._between)
            return count
        joined = self._tail + content
        keep = len(self._between) - 1
        self._tail = joined[-keep:] if keep else b""
        return joined.count(self._between)
