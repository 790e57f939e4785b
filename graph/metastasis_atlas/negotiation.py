"""An Accept header -> the form in which an answer is written; no HTTP, no engine.

A form has a name by which the store knows it, and media types: its own comes first, the others are what clients ask for
who mean it. An answer is labelled with the type that was asked for, so that a client gets what it says it takes.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import mimeparse

from metastasis_atlas.errors import NotAcceptableError, RequestError

MOST_ACCEPT: Final = 4096
"""How long an Accept header may be, in characters: each range is compared with each type."""


class Form(NamedTuple):
    """A way of writing an answer: the store's name for it, the suffix of a file, its media types."""

    name: str
    suffix: str
    types: tuple[str, ...]


JSON: Final = Form("json", "srj", ("application/sparql-results+json", "application/json", "text/json"))
XML: Final = Form("xml", "srx", ("application/sparql-results+xml", "application/xml", "text/xml"))
CSV: Final = Form("csv", "csv", ("text/csv",))
TSV: Final = Form("tsv", "tsv", ("text/tab-separated-values", "text/plain"))
TURTLE: Final = Form("turtle", "ttl", ("text/turtle", "application/x-turtle", "text/n3", "text/rdf+n3"))
NTRIPLES: Final = Form("ntriples", "nt", ("application/n-triples", "text/plain"))
RDFXML: Final = Form("rdfxml", "rdf", ("application/rdf+xml", "application/xml", "text/xml"))
JSONLD: Final = Form("json-ld", "jsonld", ("application/ld+json", "application/json"))
TRIG: Final = Form("trig", "trig", ("application/trig", "application/x-trig"))
NQUADS: Final = Form("nquads", "nq", ("application/n-quads", "text/x-nquads"))
HTML: Final = Form("html", "html", ("text/html", "application/xhtml+xml"))

FORMS: Final[dict[str, tuple[Form, ...]]] = {
    "solutions": (JSON, XML, CSV, TSV),
    "boolean": (JSON, XML),
    "triples": (TURTLE, NTRIPLES, RDFXML, JSONLD, TRIG, NQUADS),
    "portrait": (TURTLE, JSONLD, HTML, TRIG, NTRIPLES, RDFXML, NQUADS),
}
"""By the kind of an answer the forms that it can have; the first is that of a client who doesn't care: a program."""


def choose(accept: str, forms: Sequence[Form], named: str = "") -> tuple[Form, str]:
    """Return the form that a client likes best, and its media type; ``named`` is a form or type asked for by name.

    Raises NotAcceptableError with the types that there are.

    >>> choose("text/csv;q=0.5, application/*", FORMS["solutions"])[1]
    'application/sparql-results+json'
    """
    if len(accept) > MOST_ACCEPT:
        raise RequestError(400, f"The Accept header is longer than {MOST_ACCEPT} characters. Name fewer types.")
    return _choose(accept, tuple(forms), named)


@lru_cache(maxsize=256)  # a client's next request likes what its last one did
def _choose(accept: str, forms: tuple[Form, ...], named: str) -> tuple[Form, str]:
    if named:
        for form in forms:
            if named.lower() in (form.name, form.suffix, *form.types):
                return form, form.types[0]
        raise NotAcceptableError(f'This answer can\'t be written as "{named[:60]}". {_list(forms)}')
    if not accept.strip(" ,"):
        return forms[0], forms[0].types[0]
    # The library takes the last of equals: a form's own type stands behind what is only meant for it.
    ranked = [(place, at, form) for at, form in enumerate(forms) for place in range(len(form.types))]
    offered = {form.types[place]: form for place, _, form in sorted(ranked, reverse=True)}
    try:
        chosen = mimeparse.best_match(list(offered), accept.lower())
    except mimeparse.MimeTypeParseException:
        raise RequestError(400, "The Accept header is no list of media types.") from None
    if not chosen:
        raise NotAcceptableError(f"None of the types that the Accept header names is to be had. {_list(forms)}")
    return offered[chosen], chosen


def takes_gzip(accept: str) -> bool:
    """Whether an Accept-Encoding header takes gzip.

    >>> takes_gzip("br, gzip"), takes_gzip("gzip;q=0, *"), takes_gzip("")
    (True, False, False)
    """
    for one in accept.lower().split(","):
        name, _, weight = one.partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"q=0(\.0*)?", "".join(weight.split()))
    return False


def _list(forms: Sequence[Form]) -> str:
    return f"There are {', '.join(form.types[0] for form in forms)}."


def label(media: str) -> str:
    """Return a media type as a Content-Type header says it: text names its encoding.

    >>> label("text/csv"), label("application/ld+json")
    ('text/csv; charset=utf-8', 'application/ld+json')
    """
    return f"{media}; charset=utf-8" if media.startswith("text/") or media.endswith("xhtml+xml") else media
