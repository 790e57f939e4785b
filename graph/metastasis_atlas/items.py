"""What jobs and their answers are made of: fields of a job, heads, one-line refusals, pages."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from metastasis_atlas.answering import Item, Job
from metastasis_atlas.errors import RequestError
from metastasis_atlas.negotiation import label
from metastasis_atlas.portraits import make_policy


def refuse(error: RequestError) -> Iterator[Item]:
    """Yield an answer of one line that says what is wrong with a request."""
    yield make_head(error.status, "text/plain")
    yield " ".join(f"{error}".split()).encode() + b"\n"


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


def find_root(job: Job) -> str:
    """Return the path under which a client finds the server: nothing, but behind some proxies."""
    return urlsplit(text(job, "base")).path.rstrip("/")


def send_page(page: str, status: int = 200, **headers: str) -> Iterator[Item]:
    """Yield a page for people, with its policy."""
    told = {"content-security-policy": make_policy(), **{name.replace("_", "-"): one for name, one in headers.items()}}
    yield make_head(status, "text/html", headers=told)
    yield page.encode()
