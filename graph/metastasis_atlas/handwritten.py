"""Handwritten YAML -> plain data that knows its lines, and a desk on which it is taken apart.

Teachers write tours and quizzes by hand, so each fault is told with its line and how to mend it, and reading goes on to
the next. Texts are one string, in the file's language, or a mapping from language to string.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from metastasis_atlas.checks import Finding
from metastasis_atlas.errors import DataError, UnknownTermError, did_you_mean
from metastasis_atlas.namespaces import ATLAS, LANGUAGES, PASSAGE, expand
from metastasis_atlas.readers import read_text
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store
from metastasis_atlas.terms import Lexicon

if TYPE_CHECKING:
    import yaml

Texts = Mapping[str, str]
SUFFIXES: Final = (".yaml", ".yml")
_LONGEST: Final = 2_000_000
_DEEPEST: Final = 12


class Entry(dict[str, Any]):
    """A mapping of a file, with the line on which it starts and those of its keys."""

    line: int = 1
    lines: Mapping[str, int] = {}

    def line_of(self, key: str) -> int:
        """Return the line of a key, or where the mapping starts."""
        return self.lines.get(key, self.line)


def read_entry(path: Path) -> Entry:
    """Return what a YAML file holds; raises DataError with the line when it can't be read."""
    import yaml

    text = read_text(path)
    if len(text) > _LONGEST:
        raise DataError(f"It is longer than {_LONGEST} characters; no tour or quiz needs that.", path)
    try:
        _refuse_what_no_lesson_needs(text, path)
        node = yaml.compose(text, Loader=_loader())
        found = _build(node, path) if node is not None else None
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "this can't be understood"
        raise DataError(
            f"It is no YAML: {problem}. Look at colons, quotes and indentation.", path, mark.line + 1 if mark else None
        ) from None
    if not isinstance(found, Entry):
        raise DataError("It holds neither a tour (with steps) nor a quiz (with items).", path, 1)
    return found


def _loader() -> "type[yaml.SafeLoader]":
    import yaml

    # libyaml's, where it is there, reads ten times faster
    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader


def _refuse_what_no_lesson_needs(text: str, path: Path) -> None:
    """Refuse aliases (a few lines of them grow to gigabytes), tags, and nesting that would exhaust the stack."""
    import yaml

    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_loader()):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise DataError("It uses an alias (*name). Write the text out.", path, line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise DataError("It is nested too deeply.", path, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _build(node: "yaml.Node", path: Path) -> Any:
    """Return entries, lists and strings; a number or a date in a text stays as it was written."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        entry = Entry()
        entry.line, entry.lines = node.start_mark.line + 1, {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or name in entry:
                raise DataError(f'"{name}" stands twice here. Leave one.', path, line)
            entry[name] = _build(value, path)
            entry.lines = {**entry.lines, name: line}
        return entry
    if isinstance(node, yaml.SequenceNode):
        return [_build(one, path) for one in node.value]
    return str(node.value)


@dataclass
class Desk:
    """Where a file is taken apart: looks words up, and collects what is wrong instead of stopping at it."""

    path: Path
    store: Store
    lexicon: Lexicon
    language: str = "en"
    findings: list[Finding] = field(default_factory=list)

    def fault(self, line: int, node: str, message: str, mend: str = "", severity: str = "error") -> None:
        """Note what is wrong."""
        self.findings.append(Finding(severity, self.path, line, node, message, mend, kind="lesson"))

    def keys(self, entry: Entry, node: str, known: tuple[str, ...]) -> None:
        """Note keys that nobody reads: most often they are misspelt."""
        from difflib import get_close_matches

        for key in entry.keys() - set(known):
            mend = did_you_mean(get_close_matches(key, known, 1)).strip() or f"There are {', '.join(known)}."
            self.fault(entry.line_of(key), node, f'"{key}" means nothing here.', mend)

    def order(self, entry: Entry) -> int:
        """Return where a file's content stands among others of its kind; without an order it comes last."""
        order = str(entry.get("order", "1000"))
        if order.isdecimal() and len(order) < 7:
            return int(order)
        self.fault(entry.line_of("order"), self.path.stem, "The order is a whole number.", "Write order: 1, say.")
        return 1_000

    def texts(self, entry: Entry, key: str, node: str, *, needed: bool = True) -> Texts:
        """Return a text by language."""
        value = entry.get(key)
        line = entry.line_of(key)
        if isinstance(value, str) and value.strip():
            return {self.language: _flow(value)}
        if isinstance(value, Entry):
            for tag in value.keys() - set(LANGUAGES):
                self.fault(
                    value.line_of(tag), node, f'"{tag}" is no language of the atlas.', f"Use {', '.join(LANGUAGES)}."
                )
            found = {tag: _flow(text) for tag, text in value.items() if tag in LANGUAGES and isinstance(text, str)}
            if any(found.values()):
                return {tag: text for tag, text in found.items() if text}
        if needed:
            self.fault(line, node, f'It has no "{key}".', f'Write {key}: "…", or one text a language below it.')
        return {}

    def words(self, entry: Entry, key: str, node: str) -> list[str]:
        """Return a list of words; one word alone is a list of one."""
        value = entry.get(key, [])
        found = [value] if isinstance(value, str) else value
        if isinstance(found, list) and all(isinstance(word, str) for word in found):
            return list(found)
        self.fault(entry.line_of(key), node, f'"{key}" should be a list of words.', f"Write {key}: [one, another].")
        return []

    def concept(self, word: str, line: int, node: str) -> str:
        """Return the IRI of the concept that a word names, or "" and note it."""
        try:
            return self.lexicon.find(word)
        except UnknownTermError as error:
            self.fault(line, node, str(error))
            return ""

    def passage(self, word: str, line: int, node: str) -> str:
        """Return the IRI of a passage, by its IRI, CURIE or last part, or "" and note it."""
        from difflib import get_close_matches

        iri = next((one for one in (word, expand(word), PASSAGE + word) if one in self._passages), "")
        if not iri:
            names = [one.removeprefix(PASSAGE) for one in self._passages]
            near = did_you_mean(get_close_matches(word, names, 2)).strip()
            self.fault(line, node, f'There is no passage "{word}".', near)
        return iri or ""

    def property(self, word: str, line: int, node: str) -> str:
        """Return the IRI of a property, by its CURIE, last part or label, or "" and note it."""
        iri = next((one for one in (expand(word), ATLAS + word) if one and self.store.mentions(one)), "")
        return iri or self.concept(word, line, node)

    def states(self, passage: str, subject: str, prop: str, value: str) -> bool:
        """Return whether a passage states a claim."""
        return self.store.contains((Term("iri", subject), Term("iri", prop), Term("iri", value)), passage)

    def denies(self, passage: str, subject: str, prop: str, value: str) -> bool:
        """Return whether a passage states a negative that denies a claim."""
        return any(self.states(passage, subject, negative, value) for negative in self._negatives(prop))

    def _negatives(self, prop: str) -> Iterator[str]:
        for (negative,) in self.store.select(f"SELECT ?n {{ ?n atlas:denies <{prop}> }}"):
            if negative:
                yield negative.value

    @cached_property
    def _passages(self) -> frozenset[str]:
        rows = self.store.select("SELECT ?p { ?p a atlas:Passage }")
        return frozenset(row[0].value for row in rows if row[0])


def _flow(text: str) -> str:
    """Return a text in one line; no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()
