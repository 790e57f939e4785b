"""A query from the command line -> its answer, on standard output."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from metastasis_atlas.console import STANDARD_OUTPUT, put_table, tell, write
from metastasis_atlas.errors import AtlasError, EndpointError, QueryError
from metastasis_atlas.options import Form
from metastasis_atlas.sparql import find_form

if TYPE_CHECKING:
    from metastasis_atlas.atlas import Atlas
    from metastasis_atlas.evaluation import Answer
    from metastasis_atlas.remote_atlas import RemoteAtlas


def is_query(text: str) -> bool:
    """Whether a word of the command line is a query rather than the name of a file."""
    try:
        return bool(find_form(text))
    except QueryError:
        return "{" in text


def answer_query(atlas: "Atlas", asked: str, form: Form) -> None:
    """Ask a query, tell what in it names nothing, and show the answer."""
    answer = atlas.store.query(asked)
    for unknown in atlas.lexicon.find_unknown(asked):
        tell(str(unknown))
    show(answer, form)


def tell_unknown(remote: "RemoteAtlas", asked: str) -> None:
    """Tell what of ours in a query an endpoint doesn't have: it answers with nothing, and without a word."""
    with contextlib.suppress(EndpointError):  # the query itself is answered
        for unknown in remote.find_unknown(asked):
            tell(str(unknown))


def show(answer: "Answer", form: Form) -> None:
    """Write an answer in a format to standard output."""
    if form is Form.table:
        put_table(answer.solutions())
    else:
        write(answer.serialize(form.value), STANDARD_OUTPUT)


def read_query(atlas: "Atlas | RemoteAtlas", text: str | None, file: Path | None, question: str | None) -> str:
    """Return the query that was given as text, in a file, or as the name of a question."""
    from metastasis_atlas.readers import read_text

    if text is not None:
        return text
    if file is not None:
        return read_text(file)
    known = atlas.questions.get(question or "")
    if known is None:
        from difflib import get_close_matches

        from metastasis_atlas.errors import did_you_mean

        near = get_close_matches(question or "", atlas.questions, 3)
        raise AtlasError(f'There is no question "{question}".{did_you_mean(near)} See: metastasis-atlas questions')
    return known.query


def count_rows(answer: "Answer") -> str:
    """Return in words how much an answer holds."""
    if answer.kind == "boolean":
        return "yes" if answer else "not stated"
    rows = len(answer.solutions().rows)
    return f"{rows} row{'' if rows == 1 else 's'}"
