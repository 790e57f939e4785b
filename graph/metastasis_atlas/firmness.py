"""How firmly passages speak -> bits, so that proofs can be compared.

In come the modalities and quantifiers of the passages; out goes a scale on which the premises of a proof are rated
together. A mask holds what a proof leans on; the bits of several premises are those of each.
"""

import sys
from collections.abc import Iterable
from typing import Final, NamedTuple

from metastasis_atlas.namespaces import ASSERTED, EDITORIAL, MODALITY, QUANTIFIER
from metastasis_atlas.store import Store

SOURCED: Final = 1
"""The bit of a proof that has a premise which a source states: it makes the proof no weaker."""


class Firmness(NamedTuple):
    """What a derived triple's strongest proof leans on: modalities but asserted, quantifiers; weakest first."""

    modalities: tuple[str, ...] = ()
    quantifiers: tuple[str, ...] = ()


class Scale:
    """How firmly passages speak, as bits: of a source, of a quantifier, of a modality, the firmer the lower."""

    def __init__(self, store: Store):
        ranks = {}
        for modality, rank in store.select(
            f"SELECT DISTINCT ?m ?rank {{ {{ ?m a atlas:Modality }} UNION {{ ?g <{MODALITY}> ?m }}"
            " OPTIONAL { ?m atlas:firmnessRank ?rank } }"
        ):
            if modality:
                ranks[modality.value] = int(rank.value) if rank and rank.value.isdigit() else sys.maxsize
        ranks.pop(ASSERTED, None)
        limits = {row[0].value for row in store.select(f"SELECT DISTINCT ?q {{ ?g <{QUANTIFIER}> ?q }}") if row[0]}
        self.quantifiers = {iri: 2 << at for at, iri in enumerate(sorted(limits))}
        self.lowest = 2 << len(limits)
        by_rank = sorted(ranks, key=lambda iri: (ranks[iri], iri))
        self.modalities = {iri: self.lowest << at for at, iri in enumerate(by_rank)}
        self.passages = self._read_passages(store)

    def _read_passages(self, store: Store) -> dict[str, int]:
        """Return the bits of each passage that has a modality."""
        limits: dict[str, int] = {}
        for passage, limit in store.select(f"SELECT ?g ?q {{ ?g <{QUANTIFIER}> ?q }}"):
            if passage and limit:
                limits[passage.value] = limits.get(passage.value, 0) | self.quantifiers[limit.value]
        passages: dict[str, int] = {}
        for passage, modality in store.select(f"SELECT ?g ?m {{ ?g <{MODALITY}> ?m }}"):
            if passage and modality and passage.kind == "iri":
                sourced = 0 if modality.value == EDITORIAL else SOURCED
                mask = sourced | limits.get(passage.value, 0) | self.modalities.get(modality.value, 0)
                passages[passage.value] = min(mask, passages.get(passage.value, mask), key=self.weakness)
        return passages

    def rate(self, passages: Iterable[str]) -> int:
        """Return the bits of the firmest of some passages, or 0."""
        return min((self.passages[one] for one in passages if one in self.passages), key=self.weakness, default=0)

    def weakness(self, mask: int) -> tuple[int, int, int, bool, int]:
        """Return the order of proofs: the weakest modality, how many, how many quantifiers; a source's before ours."""
        modal = mask // self.lowest
        return modal.bit_length(), modal.bit_count(), (mask % self.lowest >> 1).bit_count(), not mask & SOURCED, mask

    def name(self, mask: int) -> Firmness:
        """Return what a mask's bits stand for."""
        modalities, quantifiers = (
            tuple(iri for iri, bit in reversed(bits.items()) if bit & mask)
            for bits in (self.modalities, self.quantifiers)
        )
        return Firmness(modalities, quantifiers)


def weigh(mask: int) -> int:
    """Return what a stated premise weighs: more than many firmer ones, and nothing where it is as firm as can be."""
    return 1 << 32 * mask.bit_length() if mask & ~SOURCED else 0


def covers(other: int, mask: int) -> bool:
    """Return whether a proof is at least as good as another: no limit that that lacks, and a source if that has one."""
    return not other & ~mask & ~SOURCED and not mask & ~other & SOURCED
