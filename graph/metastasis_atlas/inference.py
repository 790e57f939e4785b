"""Declared rules -> the derived graph, the proof of a derived triple and how firmly it holds.

A rule is a CONSTRUCT whose WHERE holds triple patterns and FILTERs only. The rules are applied to the merge, then to
what is new, until nothing new comes; what is derived stands in the graph ``atlas:inferred``. A proof is found when
asked, by the rules' own patterns, down to stated triples; it is never firmer than the passages it leans on, and
speaks of no more than they do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from heapq import heapify, heappop, heappush
from itertools import product
from operator import or_

from metastasis_atlas.firmness import SOURCED, Firmness, Scale, covers, weigh
from metastasis_atlas.namespaces import INFERRED
from metastasis_atlas.rules import Bound, Facts, Find, Rule, Triple, fill, pass_tests, solve, unify
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store


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


def find_firmness(store: Store, rules: list[Rule]) -> dict[Triple, Firmness]:
    """Return how firmly each derived triple holds; one whose proof leans on no passage isn't in it.

    The strongest proof is the one whose weakest premise is strongest, then that with the fewest modalities, then that
    with the fewest quantifiers.
    """
    return Prover(store, rules).find_firmness()


def find_proof(store: Store, rules: list[Rule], triple: Triple) -> Proof | None:
    """Return why a triple holds, unfolded to stated triples, or None when it doesn't: see :class:`Prover`."""
    return Prover(store, rules).prove([triple]).get(triple)


_Keys = tuple[tuple[int, int], ...]
"""Triples by number, each with the bits of one of its proofs."""
_Way = tuple[int, tuple[int, ...]]
"""The number of a rule and those of its premises."""
_Settled = tuple[int, int, _Way | None, tuple[int, ...]]
"""The number of a triple, the bits its proof leans on, the last way of the proof (None: stated), its premises' bits."""


class Prover:
    """Finds proofs in a store that doesn't change any more, and keeps what it reads for the next one.

    Of several proofs it gives the one that :meth:`find_firmness` tells of; of those with the same modalities and
    quantifiers one with a premise that a source states, then that with fewest weak premises, then a short one.
    """

    def __init__(self, store: Store, rules: list[Rule]):
        self._store, self._rules = store, rules
        self._facts = Facts(store)
        self._scale = Scale(store)
        self._number: dict[Triple, int] = {}
        self._triples: list[Triple] = []
        self._ways: dict[int, list[_Way]] = {}
        self._leaves: dict[int, tuple[str, ...]] = {}
        self._proofs: dict[Triple, Proof] = {}

    def find_firmness(self) -> dict[Triple, Firmness]:
        """Return how firmly each derived triple holds: see the function of that name."""
        if not self._scale.passages:
            return {}
        derived = [(s, p, o) for s, p, o, _ in self._store.quads(INFERRED)]
        best = self._choose(_settle(*self._unfold(derived)))
        found = {triple: best[self._number[triple]] for triple in derived if self._number[triple] in best}
        return {triple: self._scale.name(mask) for triple, mask in found.items() if mask}

    def prove(self, triples: Iterable[Triple]) -> dict[Triple, Proof]:
        """Return why triples hold, unfolded to stated triples; those that don't hold are left out."""
        wanted = [one for one in dict.fromkeys(triples) if one in self._proofs or self._store.contains(one)]
        missing = [one for one in wanted if one not in self._proofs]
        if missing:
            settled = list(_settle(*self._unfold(missing)))
            best = self._choose(settled)
            built: dict[tuple[int, int], Proof] = {}
            for at, mask, way, masks in settled:
                rule, premises = (None, ()) if way is None else (self._rules[way[0]], way[1])
                below = tuple(built[key] for key in zip(premises, masks, strict=True))
                built[at, mask] = Proof(self._triples[at], rule, below, () if rule else self._leaves[at])
            self._proofs.update((one, built[at, best[at]]) for one in missing if (at := self._number[one]) in best)
        return {one: self._proofs[one] for one in wanted if one in self._proofs}

    def _choose(self, settled: Iterable[_Settled]) -> dict[int, int]:
        """Return the bits of each triple's strongest proof."""
        best: dict[int, int] = {}
        for at, mask, _, _ in settled:
            best[at] = min(mask, best.get(at, mask), key=self._scale.weakness)
        return best

    def _unfold(self, goals: Iterable[Triple]) -> tuple[dict[int, list[_Way]], dict[int, int]]:
        """Return all ways that may lead to some triples, and the bits of the stated triples at their ends."""
        ways: dict[int, list[_Way]] = {}
        leaves: dict[int, int] = {}
        level = [self._count(goal) for goal in goals]
        while level:
            self._find_ways([at for at in level if at not in self._ways and at not in self._leaves])
            leaves.update((at, self._scale.rate(self._leaves[at])) for at in level if at in self._leaves)
            fresh = {at: self._ways[at] for at in level if at not in self._leaves}
            ways.update(fresh)
            below = dict.fromkeys(one for found in fresh.values() for _, premises in found for one in premises)
            level = [at for at in below if at not in ways and at not in leaves]
        return ways, leaves

    def _find_ways(self, goals: list[int]) -> None:
        """Note down the ways that lead to each triple in one step, or the passages of a stated one."""
        derived = []
        for at in goals:
            if self._store.contains(self._triples[at], INFERRED):
                derived.append(at)
            else:
                self._leaves[at] = tuple(self._store.passages_of(self._triples[at]))
        found: dict[int, set[tuple[int, tuple[Triple, ...]]]] = {at: set() for at in derived}
        for number, rule in enumerate(self._rules):
            heads = (unify(rule.head, self._triples[at], {}) for at in derived)
            solved = (way for bound in heads if bound is not None for way in solve(rule.body, bound, self._facts.find))
            for bound in pass_tests(rule, solved):
                premises = tuple(fill(pattern, bound) for pattern in rule.body)
                found[self._number[fill(rule.head, bound)]].add((number, premises))
        for at, ways in found.items():
            self._ways[at] = [(number, tuple(map(self._count, premises))) for number, premises in sorted(ways)]

    def _count(self, triple: Triple) -> int:
        """Return the number of a triple, a new one for one that has none."""
        at = self._number.setdefault(triple, len(self._triples))
        if at == len(self._triples):
            self._triples.append(triple)
        return at


def _settle(ways: dict[int, list[_Way]], leaves: dict[int, int]) -> Iterator[_Settled]:
    """Yield what is proved, premises before what leans on them; never in a circle.

    Of the proofs that lean on the same, that with the fewest of the weakest premises comes, then the shortest; and none
    that leans on more than another. So one triple comes several times where neither proof's bits contain the other's.
    The order is that of Dijkstra's search, by what a proof weighs: a premise weighs less than what leans on it.
    """
    uses: dict[int, dict[tuple[int, int], None]] = {}
    for at, found_ways in ways.items():
        for turn, (_, premises) in enumerate(found_ways):
            for premise in premises:
                uses.setdefault(premise, {})[at, turn] = None
    found: dict[int, dict[int, tuple[int, int]]] = {}
    last: dict[tuple[int, int], _Keys] = {}
    queue: list[tuple[int, int, int, int, int, tuple[int, ...]]]
    queue = [(weigh(mask), 1, mask, at, -1, ()) for at, mask in leaves.items()]
    heapify(queue)
    while queue:
        weight, size, mask, at, turn, masks = heappop(queue)
        known = found.setdefault(at, {})
        if any(covers(other, mask) for other in known):
            continue
        way = ways[at][turn] if turn >= 0 else None
        premises = way[1] if way else ()
        below: _Keys = tuple(zip(premises, masks, strict=True))
        if any(covers(other | SOURCED, mask) for other in known) and _leans_on(below, at, last):
            continue
        known[mask], last[at, mask] = (weight, size), below
        yield at, mask, way, masks
        for conclusion, turn in uses.get(at, ()):
            choices = [[mask] if one == at else list(found.get(one, ())) for one in ways[conclusion][turn][1]]
            for chosen in product(*choices):
                weights = [found[one][bits] for one, bits in zip(ways[conclusion][turn][1], chosen, strict=True)]
                heavy, long = (sum(each) for each in zip(*weights, strict=True))
                heappush(queue, (heavy, long + 1, reduce(or_, chosen), conclusion, turn, chosen))


def _leans_on(below: _Keys, at: int, last: dict[tuple[int, int], _Keys]) -> bool:
    """Return whether a triple is among the premises of premises."""
    seen, open_ = set(below), list(below)
    while open_:
        one = open_.pop()
        if one[0] == at:
            return True
        fresh = [key for key in last[one] if key not in seen]
        seen.update(fresh)
        open_.extend(fresh)
    return False
