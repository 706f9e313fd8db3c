"""The network's words for incidents and doers in the rules' terms; some doers are dropped."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.extract.incidents.agents import Agent, How
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.reality import Reality
from reportedly.extract.incidents.triggers import Trigger
from reportedly.extract.trained.heads import Floats, Heads, Sheet
from reportedly.extract.trained.labels import CLASSES
from reportedly.extract.trained.proposals import Proposals
from reportedly.extract.trained.spans import Proposal
from reportedly.records import ActorMark, Annotated, Evidence

TELLING = ("event", "killed", "injured", "victim", "target")  # tags of what an incident did
_ADD = 0.95  # least score of a mention in a clause where the rules find none
_DROP = 0.1  # least probability that leaves a doer of the rules as it is
_TYPED = 0.4  # least probability of a type
_LAST_RANK = 99  # the rules' own types go first
_REAL: dict[str, Reality] = {"foiled": "foiled", "threatened": "unreal"}
_HOW: dict[str, How] = {
    "claimed": "claimed", "authorities": "accused", "others": "accused", "stated": "stated",
    "suspected": "suspected",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Events:
    """Asked about each clause by the rules; see ``incidents.framing.Also``."""

    annotated: Annotated
    sheet: Sheet
    proposed: Proposals
    classes: dict[str, Floats]  # (spans, codes) of type, status, responsibility
    whole: Floats  # of WHOLE_TEXT

    def triggers(self, start: int, end: int, found: list[Trigger]) -> list[Trigger]:
        """Those of the rules; where they have none, those of the network."""
        return found or [self._trigger(n, span) for n, span in self._inside("event", start, end)]

    def agents(self, start: int, end: int, found: list[Agent]) -> list[Agent]:
        """Those of the rules that are not unlikely; where there is none, those of the network."""
        kept = [
            agent for agent in found
            if self.sheet.likely("perp", agent.mark.start, agent.mark.end) >= _DROP
        ]  # fmt: skip
        if found:
            return kept
        for number, span in self._inside("perp", start, end):
            how = _HOW.get(self._best("responsibility", number))
            if how:
                kept += [Agent(mark, how) for mark in self._marks(span)]
        return sorted(kept, key=lambda agent: agent.mark.start)

    def together(self, frame: Frame, others: Sequence[Frame]) -> float | None:
        """Probability that a clause tells of the incident of these; None where nobody can say."""
        mine = self._told(frame)
        theirs = [number for other in others for number in self._told(other)]
        if not mine or not theirs:
            return None
        return float(self.proposed.together[np.ix_(mine, theirs)].mean())

    def _told(self, frame: Frame) -> Sequence[int]:
        spans = self.proposed.spans
        numbers = range(
            bisect_left(spans, frame.start, key=_start), bisect_left(spans, frame.end, key=_start)
        )
        return [n for n in numbers if spans[n].end <= frame.end and spans[n].tag in TELLING]

    def type_told(self, mentions: Sequence[Evidence]) -> list[float] | None:
        """Probability of each type by the surest event word in these clauses; None without one."""
        inside = [
            (span.score, number)
            for number in self.proposed.of("event")
            for span in [self.proposed.spans[number]]
            if any(m.start <= span.start and span.end <= m.end for m in mentions)
        ]
        found: list[float] | None = (
            self.classes["type"][max(inside)[1]].tolist() if inside else None
        )
        return found

    def _inside(self, tag: str, start: int, end: int) -> Sequence[tuple[int, Proposal]]:
        return [
            (number, span)
            for number in self.proposed.of(tag)
            if (span := self.proposed.spans[number]).score >= _ADD
            and start <= span.start and span.end <= end
        ]  # fmt: skip

    def _best(self, name: str, number: int) -> str:
        return CLASSES[name][int(self.classes[name][number].argmax())]

    def _trigger(self, number: int, span: Proposal) -> Trigger:
        sure = self.classes["type"][number].max() >= _TYPED
        code = self._best("type", number) if sure else None
        return Trigger(
            start=span.start,
            end=span.end,
            type=None if code == "other" else code,
            rank=_LAST_RANK,
            reality=_REAL.get(self._best("status", number), "happened"),
            plural=False,
        )

    def _marks(self, span: Proposal) -> list[ActorMark]:
        """The actor that annotation found there, if any: the network names nobody by itself."""
        known = [m for m in self.annotated.actors if _meet(span, m.start, m.end)]
        known.sort(key=lambda mark: (mark.bare is not None, mark.start - mark.end))
        return known[:1]


def events(annotated: Annotated, sheet: Sheet, heads: Heads, proposed: Proposals) -> Events:
    """What the network says of incidents and doers in one text."""
    names = ("type", "status", "responsibility") if proposed.spans else ()
    classes = {name: heads.classes(name, proposed.vectors) for name in names}
    return Events(annotated, sheet, proposed, classes, heads.whole(sheet))


def _start(span: Proposal) -> int:
    return span.start


def _meet(span: Proposal, start: int, end: int) -> bool:
    return span.start < end and start < span.end
