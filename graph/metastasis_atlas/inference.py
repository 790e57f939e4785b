"""Declared rules -> the derived graph, and the proof of a derived triple.

A rule is a CONSTRUCT whose WHERE holds triple patterns and FILTERs only. All rules are applied to the merge until
nothing new comes; what is derived stands in the graph ``atlas:inferred``. A proof is found when asked, by the
rule's own pattern, down to stated triples.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from metastasis_atlas.errors import DataError, QueryError
from metastasis_atlas.namespaces import ATLAS, INFERRED, LABEL, expand
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store, to_text

Triple = tuple[Term, Term, Term]

_SHAPE = re.compile(r"\A\s*CONSTRUCT\s*\{\s*(?P<head>[^{}]+?)\s*\}\s*WHERE\s*\{(?P<body>[^{}]+)\}\s*\Z", re.IGNORECASE)
_FILTER = re.compile(r"FILTER\s*(?P<test>\((?:[^()]|\([^()]*\))*\))", re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """A declared rule: its IRI, its name and explanation by language, and its query."""

    iri: str
    labels: dict[str, str]
    explanations: dict[str, str]
    query: str

    @property
    def premises_query(self) -> str:
        """The query that constructs the premises instead of the conclusion."""
        body = self._match().group("body")
        return f"CONSTRUCT {{ {_FILTER.sub('', body)} }} WHERE {{ {body} }}"

    @property
    def head(self) -> tuple[str, str, str]:
        """The three words of the conclusion's pattern."""
        words = self._match().group("head").rstrip(" .").split()
        if len(words) != 3:
            raise self.refuse()
        return words[0], words[1], words[2]

    def refuse(self) -> DataError:
        """The error that says what a rule must be."""
        return DataError(
            f"The rule {self.iri} must be a CONSTRUCT of one triple pattern from triple patterns and FILTERs only."
        )

    def _match(self) -> re.Match[str]:
        match = _SHAPE.match(self.query)
        if match is None:
            raise self.refuse()
        return match


@dataclass(frozen=True)
class Proof:
    """Why a triple holds: stated (``rule`` is None) in passages, or derived by a rule from proved premises."""

    triple: Triple
    rule: Rule | None
    premises: tuple["Proof", ...]
    passages: tuple[str, ...] = ()

    def leaves(self) -> list["Proof"]:
        """Return the stated premises at the ends, each once."""
        if self.rule is None:
            return [self]
        found: dict[Triple, Proof] = {}
        for premise in self.premises:
            for leaf in premise.leaves():
                found.setdefault(leaf.triple, leaf)
        return list(found.values())


def read_rules(store: Store, folder: Path) -> list[Rule]:
    """Return the rules that the store declares, their queries read from a folder, in order of IRI."""
    names: dict[str, dict[str, dict[str, str]]] = {}
    files: dict[str, str] = {}
    for iri, prop, value in store.select(
        f"SELECT ?rule ?p ?v {{ ?rule a atlas:Rule ; ?p ?v VALUES ?p {{<{LABEL}> atlas:explanation atlas:queryFile}}}}"
    ):
        if not (iri and prop and value):
            continue
        if prop.value == ATLAS + "queryFile":
            files[iri.value] = value.value
        else:
            names.setdefault(iri.value, {}).setdefault(prop.value, {})[value.language] = value.value
    rules = []
    for iri_text, file in sorted(files.items()):
        path = folder / Path(file).name
        if not path.is_file():
            raise DataError(f"The rule {iri_text} names a query file that isn't there.", path)
        told = names.get(iri_text, {})
        query = path.read_text(encoding="utf-8")
        rules.append(Rule(iri_text, told.get(LABEL, {}), told.get(ATLAS + "explanation", {}), query))
        _check_shape(store, rules[-1])
    return rules


def _check_shape(store: Store, rule: Rule) -> None:
    """Refuse a rule whose premises can't be read off it, or that makes new names (so that it might never end)."""
    body = set(re.findall(r"[?$]\w+", rule.premises_query))
    fresh = any(word.startswith(("_:", "[")) or (word[0] in "?$" and word not in body) for word in rule.head)
    try:
        store.construct(f"{rule.premises_query} LIMIT 0")  # a BIND, a path or an OPTIONAL is no template
    except QueryError:
        fresh = True
    if fresh:
        raise rule.refuse()


def derive(store: Store, rules: list[Rule]) -> int:
    """Apply the rules until nothing new comes, and return how many triples were derived."""
    total = 0
    while True:
        new = {t for rule in rules for t in store.construct(rule.query) if not store.contains(t)}
        if not new:
            return total
        store.add_triples(new, INFERRED)
        total += len(new)


def find_proof(store: Store, rules: list[Rule], triple: Triple) -> Proof | None:
    """Return why a triple holds, unfolded to stated triples, or None when it doesn't."""
    return _prove(store, rules, triple, frozenset())


def _prove(store: Store, rules: list[Rule], triple: Triple, above: frozenset[Triple]) -> Proof | None:
    if not store.contains(triple):
        return None
    if not store.contains(triple, INFERRED):
        return Proof(triple, None, (), tuple(store.passages_of(triple)))
    for rule in rules:
        proof = _prove_by(store, rules, rule, triple, above | {triple})
        if proof is not None:
            return proof
    return None


def _prove_by(store: Store, rules: list[Rule], rule: Rule, triple: Triple, above: frozenset[Triple]) -> Proof | None:
    """Try one rule: every way in which its pattern ends in the triple, none of which may lean on what it proves."""
    bound: dict[str, Term] = {}
    for word, term in zip(rule.head, triple, strict=True):
        if word.startswith("?"):
            if bound.setdefault(word[1:], term) != term:
                return None
        elif not _names(word, term):
            return None
    for premises in _find_premises(store, rule, bound):
        if any(premise in above for premise in premises):
            continue
        proofs = [_prove(store, rules, premise, above) for premise in premises]
        if all(proofs):
            return Proof(triple, rule, tuple(proof for proof in proofs if proof))
    return None


def _find_premises(store: Store, rule: Rule, bound: dict[str, Term]) -> list[list[Triple]]:
    """Return each set of premises that lets the rule conclude with its variables bound so."""
    body = _ground(rule.premises_query, bound)
    names = sorted(set(re.findall(r"\?(\w+)", body)))
    if not names:
        one = store.construct(body)
        return [one] if one else []
    ways = store.select(f"SELECT DISTINCT {' '.join('?' + name for name in names)} {body[body.index('WHERE') :]}")
    filled = ({n: term for n, term in zip(names, way, strict=True) if term} for way in ways)
    return [store.construct(_ground(body, terms)) for terms in filled]


def _ground(query: str, bound: dict[str, Term]) -> str:
    """Put terms in the place of variables."""
    return re.sub(r"\?(\w+)", lambda m: to_text(bound[m[1]]) if m[1] in bound else m[0], query)


def _names(word: str, term: Term) -> bool:
    return term.kind == "iri" and (word[1:-1] if word.startswith("<") else expand(word)) == term.value
