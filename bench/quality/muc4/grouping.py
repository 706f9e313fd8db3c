"""Entities → incidents: which belong together, and of which kind they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.quality.muc4.entities import Entity, entities
from bench.quality.muc4.seen import Seen
from reportedly.extract.trained.heads import Floats
from reportedly.extract.trained.labels import MUC_TYPES
from reportedly.extract.trained.proposals import clusters

_CORE = frozenset({"muc_target", "muc_name", "muc_role"})  # what an incident happens to


@dataclass(frozen=True, slots=True)
class Group:
    """The entities of one incident."""

    kind: str  # one of MUC_TYPES
    entities: tuple[Entity, ...]

    def of(self, tag: str) -> tuple[Entity, ...]:
        return tuple(e for e in self.entities if e.tag == tag)

    @property
    def core(self) -> tuple[Entity, ...]:
        """Whom and what it happened to; all there is where nobody is named."""
        return tuple(e for e in self.entities if e.tag in _CORE) or self.entities


@dataclass(frozen=True, slots=True)
class Settings:
    """Probabilities, chosen on documents held back from training."""

    relevant: float = 0.75  # of a text, from which it has incidents
    alone: float = 0.5  # of a text, from which its kind is told without any entity
    seconded: float = 0.1  # added to both where the rules find an incident too
    same: float = 0.4  # two spans name one entity
    together: float = 0.6  # mean over a cluster of victims and targets
    attached: float = 0.6  # mean to the cluster, of whoever did it and of means
    there: float = 0.8  # the same, of places
    trust: float = 0.9  # weight of the whole text's kind beside that of the spans


def groups(seen: Seen, text: str, settings: Settings) -> tuple[Group, ...]:
    """The incidents of a text, in text order: clusters of victims and targets, and what hangs on
    each. Where nobody and nothing is hit, all that is left makes one.
    """
    found = entities(seen, text, settings.same)
    core = [e for e in found if e.tag in _CORE]
    others = [e for e in found if e.tag not in _CORE]
    if not core:
        told = any(e.tag != "muc_place" for e in others)
        return (Group(kind(seen, others, settings), tuple(others)),) if told else ()
    between = np.array([[_mean(seen, a, b) for b in core] for a in core], np.float32)
    made = [
        [core[n] for n in one] for one in clusters(range(len(core)), between, settings.together)
    ]
    return tuple(
        Group(
            kind(seen, members, settings),
            (*members, *(e for e in others if _attached(seen, e, members, settings))),
        )
        for members in sorted(made, key=lambda members: members[0].spans)
    )


def kind(seen: Seen, members: Sequence[Entity], settings: Settings) -> str:
    """The likeliest type: the mean over the entities, weighed with that of the whole text."""
    own = np.mean([seen.types[list(e.spans)].mean(0) for e in members], axis=0)
    whole = np.array([seen.whole[name] for name in MUC_TYPES])
    both: Floats = own ** (1 - settings.trust) * whole**settings.trust
    return MUC_TYPES[int(both.argmax())]


def _attached(seen: Seen, entity: Entity, members: Sequence[Entity], settings: Settings) -> bool:
    least = settings.there if entity.tag == "muc_place" else settings.attached
    return float(np.mean([_mean(seen, entity, member) for member in members])) >= least


def _mean(seen: Seen, one: Entity, other: Entity) -> float:
    return float(seen.proposals.together[np.ix_(one.spans, other.spans)].mean())
