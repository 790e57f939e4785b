"""What can go wrong, in sentences.

Every error that a user can cause is an :class:`AtlasError`; its text says what is wrong and what to do. The command
line prints it and ends with status 1; nothing else of it ever reaches a user.
"""

from collections.abc import Sequence
from pathlib import Path


class AtlasError(Exception):
    """Something that the user can mend; ``str(error)`` is one clear message."""


class DataError(AtlasError):
    """A file that can't be read, or says what it can't mean."""

    def __init__(self, message: str, path: Path | str | None = None, line: int | None = None):
        self.path, self.line = path, line
        place = "" if path is None else f"{path}: " if line is None else f"{path}, line {line}: "
        super().__init__(place + message)


class QueryError(AtlasError):
    """A query that is faulty, or that may not be asked."""


class LimitError(AtlasError):
    """A question that costs more than it may; ``kind`` is "time", "memory", "rows", "answer", "waiting" or "client"."""

    def __init__(self, kind: str, message: str):
        self.kind = kind
        super().__init__(message)


class WorkerLost(AtlasError):  # noqa: N818  it says what happened, and no one did wrong
    """The process that answered has ended, by no limit of ours."""


class RequestError(AtlasError):
    """A request that the server refuses: the HTTP status, and one line that says why."""

    def __init__(self, status: int, message: str):
        self.status = status
        super().__init__(message)


class NotAcceptableError(RequestError):
    """A request for a form that an answer of this kind doesn't have."""

    def __init__(self, message: str):
        super().__init__(406, message)


class AnswerKindError(QueryError, TypeError):
    """A way of reading an answer that its kind doesn't have: rows of a truth value, a graph of rows."""


class MissingLibraryError(AtlasError, ImportError):
    """A library that the atlas doesn't bring, and that what was asked for needs."""


class EndpointError(AtlasError):
    """A remote endpoint that gives no whole answer; the text says which one and why."""


class NotFetchedError(AtlasError, AttributeError):
    """What only all of the data would give, asked of an endpoint, which is never fetched whole."""

    def __init__(self, what: str, instead: str):
        super().__init__(f"An endpoint is never fetched whole, so it has no {what} of everything. Ask for {instead}.")


class UnknownTermError(AtlasError):
    """A word, CURIE or IRI that names nothing here; ``suggestions`` are the nearest that do."""

    def __init__(self, term: str, suggestions: Sequence[str] = ()):
        self.term, self.suggestions = term, tuple(suggestions)
        super().__init__(f'The atlas does not know "{term}".{did_you_mean(suggestions)}')


def did_you_mean(suggestions: Sequence[str]) -> str:
    """Return the suggestions as a sentence with a leading space, or nothing.

    >>> did_you_mean(["ascites", "bone"])
    ' Did you mean "ascites" or "bone"?'
    """
    if not suggestions:
        return ""
    quoted = [f'"{one}"' for one in suggestions]
    return f" Did you mean {' or '.join(filter(None, [', '.join(quoted[:-1]), quoted[-1]]))}?"
