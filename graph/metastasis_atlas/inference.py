"""Declared rules -> the derived graph, the proof of a derived triple and how firmly it holds.

A rule is a CONSTRUCT whose WHERE holds triple patterns and FILTERs only. The rules are applied to the merge, then to
what is new, until nothing new comes; what is derived stands in the graph ``atlas:inferred``. A proof is found when
asked, by the rules' own patterns, down to stated triples; it is never firmer than the passages it leans on.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import product
from operator import or_
from typing import TypeVar

from metastasis_atlas.namespaces import ASSERTED, INFERRED, MODALITY
from metastasis_atlas.rules import Bound, Facts, Find, Rule, Triple, fill, pass_tests, solve, unify
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Proof:
    """Why a triple holds: stated (``rule`` is None) in passages, or derived by a rule from proved premises."""

    triple: Triple
    rule: Rule | None
    premises: tuple["Proof", ...] = field(repr=False)  # a long chain's would nest too deep to be written
    passages: tuple[str, ...] = ()

    def leaves(self) -> list["Proof"]:
        """Return the stated premises at the ends, each once."""
        found: dict[Triple, Proof] = {}
        seen = {self}
        open_ = [self]
        while open_:
            proof = open_.pop()
            if proof.rule is None:
                found.setdefault(proof.triple, proof)
            fresh = [one for one in reversed(proof.premises) if one not in seen]
            seen.update(fresh)
            open_.extend(fresh)
        return list(found.values())


def derive(store: Store, rules: list[Rule]) -> int:
    """Apply the rules until nothing new comes, and return how many triples were derived."""
    facts = Facts(store)
    new = {t for rule in rules for t in _conclude(rule, solve(rule.body, {}, facts.find)) if t not in facts}
    total = 0
    while new:
        store.add_triples(sorted(new), INFERRED)
        facts.add(new)
        total += len(new)
        fresh: dict[Term, list[Triple]] = {}
        for triple in new:
            fresh.setdefault(triple[1], []).append(triple)
        new = {t for rule in rules for t in _conclude(rule, _lean_on(rule, fresh, facts.find)) if t not in facts}
    return total


def _lean_on(rule: Rule, fresh: dict[Term, list[Triple]], find: Find) -> Iterator[Bound]:
    """Yield the ways in which a rule's premises hold of which one at least is new."""
    for at, pattern in enumerate(rule.body):
        others = [*rule.body[:at], *rule.body[at + 1 :]]
        for triples in fresh.values() if isinstance(pattern[1], str) else [fresh.get(pattern[1], [])]:
            for triple in triples:
                bound = unify(pattern, triple, {})
                if bound is not None:
                    yield from solve(others, bound, find)


def _conclude(rule: Rule, ways: Iterable[Bound]) -> Iterator[Triple]:
    """Yield the conclusions that are triples: as in CONSTRUCT, a literal can't be a subject."""
    for bound in pass_tests(rule, ways):
        triple = fill(rule.head, bound)
        if triple[0].kind != "literal" and triple[1].kind == "iri":
            yield triple


def find_firmness(store: Store, rules: list[Rule]) -> dict[Triple, tuple[str, ...]]:
    """Return for each derived triple how firmly it holds: the modalities its strongest proof leans on, weakest first.

    Asserted ones aren't named, so () is as firm as can be; a triple whose proof leans on no passage isn't in it.
    The strongest proof is the one whose weakest premise is strongest, then that with the fewest modalities.
    """
    scale = _read_scale(store)
    stated = _read_stated(store, scale)
    if not stated:
        return {}
    facts = Facts(store)
    number: dict[Triple, int] = {(s, p, o): at for at, (s, p, o, _) in enumerate(store.quads(INFERRED))}
    derived = list(number)
    ways: list[tuple[int, tuple[int, ...]]] = []
    for rule in rules:
        for bound in pass_tests(rule, solve(rule.body, {}, facts.find)):
            triple = fill(rule.head, bound)
            conclusion = number.get(triple, len(derived))
            if conclusion < len(derived):
                premises = (fill(pattern, bound) for pattern in rule.body)
                ways.append((conclusion, tuple(number.setdefault(one, len(number)) for one in premises)))
    leaves = {at: stated.get(one, 0) for one, at in number.items() if at >= len(derived)}
    best: dict[int, int] = {}
    for at, mask, _, _ in _settle(ways, leaves):
        if at < len(derived):
            best[at] = min(mask, best.get(at, mask), key=_weakness)
    return {derived[at]: _name_modalities(mask, scale) for at, mask in sorted(best.items()) if mask}


def _read_scale(store: Store) -> dict[str, int]:
    """Return each modality's bit, the firmer the lower; asserted's is the lowest, one without rank goes last."""
    ranks = {}
    for modality, rank in store.select(
        f"SELECT DISTINCT ?m ?rank {{ {{ ?m a atlas:Modality }} UNION {{ ?g <{MODALITY}> ?m }}"
        " OPTIONAL { ?m atlas:firmnessRank ?rank } }"
    ):
        if modality:
            ranks[modality.value] = int(rank.value) if rank and rank.value.isdigit() else sys.maxsize
    ranks[ASSERTED] = -1
    return {iri: 1 << at for at, iri in enumerate(sorted(ranks, key=lambda iri: (ranks[iri], iri)))}


def _read_stated(store: Store, scale: dict[str, int]) -> dict[Triple, int]:
    """Return for each triple of a passage the bit of the firmest passage that it stands in."""
    stated: dict[Triple, int] = {}
    for passage, modality in store.select(f"SELECT ?g ?m {{ ?g <{MODALITY}> ?m }}"):
        if passage and modality and passage.kind == "iri":
            bit = scale[modality.value]
            for s, p, o, _ in store.quads(passage.value):
                stated[s, p, o] = min(bit, stated.get((s, p, o), bit))
    return stated


def _weakness(mask: int) -> tuple[int, int, int]:
    """The order of proofs: the weakest modality, then how many but asserted, then any one order."""
    return mask.bit_length(), (mask >> 1).bit_count(), mask


def _name_modalities(mask: int, scale: dict[str, int]) -> tuple[str, ...]:
    return tuple(iri for iri, bit in reversed(scale.items()) if bit & mask and iri != ASSERTED)


def _settle(
    ways: Sequence[tuple[T, tuple[T, ...]]], leaves: Mapping[T, int]
) -> Iterator[tuple[T, int, int | None, tuple[int, ...]]]:
    """Yield what is proved, with the modalities it leans on, the number of the way to it and its premises' modalities.

    Premises come before what leans on them, and nothing comes that leans on more than another proof of the same: so
    there are no circles. One triple may come several times, when neither proof's modalities contain the other's.
    """
    uses: dict[T, list[int]] = {}
    for at, (_, premises) in enumerate(ways):
        for premise in dict.fromkeys(premises):
            uses.setdefault(premise, []).append(at)
    found: dict[T, list[int]] = {}
    queue: deque[tuple[T, int, int | None, tuple[int, ...]]] = deque((one, m, None, ()) for one, m in leaves.items())
    while queue:
        proved = queue.popleft()
        triple, mask = proved[:2]
        if any(other & mask == other for other in found.get(triple, ())):
            continue
        found[triple] = [other for other in found.get(triple, ()) if other & mask != mask] + [mask]
        yield proved
        for at in uses.get(triple, ()):
            conclusion, premises = ways[at]
            for masks in product(*([mask] if one == triple else found.get(one, ()) for one in premises)):
                queue.append((conclusion, reduce(or_, masks), at, masks))


def find_proof(store: Store, rules: list[Rule], triple: Triple) -> Proof | None:
    """Return why a triple holds, unfolded to stated triples, or None when it doesn't.

    Of several proofs it is the one that :func:`find_firmness` tells of; of equally firm ones a short one.
    """
    if not store.contains(triple):
        return None
    ways, named, leaves = _unfold(store, rules, triple)
    scale = _read_scale(store)
    bits = {leaf: min(_find_bits(store, passages, scale), default=0) for leaf, passages in leaves.items()}
    proofs: dict[tuple[Triple, int], Proof] = {}
    best: Proof | None = None
    weakness = (sys.maxsize, 0, 0)
    for one, mask, at, masks in _settle(ways, bits):
        if at is None:
            proof = Proof(one, None, (), leaves[one])
        else:
            premises = tuple(proofs[key] for key in zip(ways[at][1], masks, strict=True))
            proof = Proof(one, named[at], premises)
        proofs[one, mask] = proof
        if one == triple and _weakness(mask) < weakness:
            best, weakness = proof, _weakness(mask)
    return best


def _unfold(
    store: Store, rules: list[Rule], triple: Triple
) -> tuple[list[tuple[Triple, tuple[Triple, ...]]], list[Rule], dict[Triple, tuple[str, ...]]]:
    """Return all ways that may lead to a triple, the rule of each, and the stated triples at their ends."""
    ways: list[tuple[Triple, tuple[Triple, ...]]] = []
    named: list[Rule] = []
    leaves: dict[Triple, tuple[str, ...]] = {}
    goals = {triple: None}
    open_ = deque(goals)
    while open_:
        goal = open_.popleft()
        if not store.contains(goal, INFERRED):
            leaves[goal] = tuple(store.passages_of(goal))
            continue
        for rule in rules:
            bound = unify(rule.head, goal, {})
            found = () if bound is None else pass_tests(rule, solve(rule.body, bound, store.find))
            for premises in sorted(tuple(fill(pattern, one) for pattern in rule.body) for one in found):
                ways.append((goal, premises))
                named.append(rule)
                fresh = [one for one in premises if one not in goals]
                goals.update(dict.fromkeys(fresh))
                open_.extend(fresh)
    return ways, named, leaves


def _find_bits(store: Store, passages: Iterable[str], scale: dict[str, int]) -> Iterator[int]:
    for passage in passages:
        if not passage.startswith("_:"):
            for _, _, modality in store.find(Term("iri", passage), Term("iri", MODALITY), None):
                yield scale[modality.value]
