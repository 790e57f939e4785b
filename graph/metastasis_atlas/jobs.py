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
from metastasis_atlas.atlas import Atlas, find_version
from metastasis_atlas.errors import AtlasError, LimitError, RequestError
from metastasis_atlas.evaluation import serialize
from metastasis_atlas.items import find_root, make_head, refuse, send_page, text, texts
from metastasis_atlas.negotiation import FORMS, HTML, choose
from metastasis_atlas.opening import open_atlas
from metastasis_atlas.portraits import paint_form
from metastasis_atlas.store import Dataset, Store
from metastasis_atlas.things import Things
from metastasis_atlas.void import Counts, count, describe_dataset, describe_service

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
        self._things = Things(atlas, language)
        self._counts, self._questions = count(atlas.store), atlas.questions
        self._kinds: dict[str, Callable[[Job], Iterator[Item]]] = {
            "dump": self._dump,
            "health": self._health,
            "index": self._things.list_schema,
            "page": self._page,
            "query": lambda job: answer_query(self._atlas.store, job),
            "service": self._service,
            "thing": self._things.describe,
            "void": self._void,
        }

    def __call__(self, job: Job) -> Iterator[Item]:
        """Yield the head of the answer to a job, and its body; what the client did wrong is an answer, too."""
        try:
            yield from self._kinds[text(job, "kind")](job)
        except RequestError as error:
            yield from refuse(error)

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

    def _dump(self, job: Job) -> Iterator[Item]:
        form, media = choose("", FORMS["portrait"], text(job, "form"))
        yield make_head(200, media)
        yield self._atlas.store.write(form.name)

    def _service(self, job: Job) -> Iterator[Item]:
        form, _ = choose(text(job, "accept"), FORMS["portrait"], text(job, "form"))
        if form is HTML:
            endpoint = text(job, "base") + "/sparql"
            yield from send_page(paint_form(self._questions, endpoint, find_root(job)))
        else:
            yield from describe_endpoint(self._atlas.store, self._counts, job)

    def _void(self, job: Job) -> Iterator[Item]:
        forms = [form for form in FORMS["portrait"] if form is not HTML]
        form, media = choose(text(job, "accept"), forms, text(job, "form"))
        yield make_head(200, media)
        yield serialize(describe_dataset(self._atlas.store, self._counts, text(job, "base"), self._version), form.name)


def describe_endpoint(store: Store, counts: Counts, job: Job) -> Iterator[Item]:
    """Yield the description of the SPARQL service in RDF."""
    forms = [form for form in FORMS["portrait"] if form is not HTML]
    form, media = choose(text(job, "accept"), forms, text(job, "form"))
    yield make_head(200, media)
    yield serialize(describe_service(store, counts, text(job, "base") + "/sparql"), form.name)


def answer_query(store: Store, job: Job) -> Iterator[Item]:
    """Yield the head of a query's answer, and what lets the engine write it."""
    graphs = Dataset(texts(job, "default"), texts(job, "named"))
    base = text(job, "base") + "/sparql"
    answer = store.query(text(job, "query"), graphs if any(graphs) else None, base)
    form, media = choose(text(job, "accept"), FORMS[answer.kind], text(job, "form"))
    yield make_head(200, media)

    def write(output: Output) -> None:
        most = output.limits.rows
        answer.write_to(RowGuard(output, form.name, most), form.name, most)

    yield write


class RowGuard:
    """Stands between an engine that writes rows and their reader, and counts them."""

    def __init__(self, output: Output, form: str, most: int):
        self._output, self._most = output, most
        self._between = _BETWEEN_ROWS.get(form, b"")
        self._csv, self._quoted = form == "csv", False
        # JSON has no mark before its first row; CSV and TSV have a head.
        self._rows, self._tail = {"json": 1, "xml": 0}.get(form, -1), b""

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
