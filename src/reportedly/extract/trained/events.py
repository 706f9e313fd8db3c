"""The network's event mentions as triggers of the rules: some added, some taken back."""

from dataclasses import dataclass, replace

from reportedly.extract.incidents.reality import Reality
from reportedly.extract.incidents.triggers import Trigger
from reportedly.extract.trained.heads import Floats, Heads, Sheet
from reportedly.extract.trained.labels import CLASSES, TAGS
from reportedly.extract.trained.proposals import Proposals

_ADD = 0.5  # least score of an event mention that the rules missed
_DROP = 0.05  # a word of the rules with less is no incident
_TYPED = 0.4  # least probability of a type
_LAST_RANK = 99  # the rules' own types go first
_REAL: dict[str, Reality] = {"foiled": "foiled", "threatened": "unreal"}


@dataclass(frozen=True, slots=True)
class Events:
    """Changes the triggers of a clause; see ``incidents.triggers.Also``."""

    sheet: Sheet
    proposed: Proposals
    types: Floats  # (spans, types)
    statuses: Floats

    def __call__(self, start: int, end: int, found: list[Trigger]) -> list[Trigger]:
        kept = [self._judged(trigger) for trigger in found]
        for number in self.proposed.of("event"):
            span = self.proposed.spans[number]
            inside = start <= span.start and span.end <= end
            if not inside or span.score < _ADD:
                continue
            if not any(t.start < span.end and span.start < t.end for t in kept):
                kept.append(self._trigger(number))
        return sorted(kept, key=lambda trigger: trigger.start)

    def _judged(self, trigger: Trigger) -> Trigger:
        certain = self.likely(trigger.start, trigger.end)
        return replace(trigger, reality="unreal") if trigger.real and certain < _DROP else trigger

    def likely(self, start: int, end: int) -> float:
        """The highest probability of an event mention among the tokens of a stretch."""
        tokens = self.sheet.tokens
        inside = (tokens.starts < end) & (tokens.ends > start)
        column = self.sheet.tags[inside, TAGS.index("event"), 0]
        return float(1 - column.min()) if len(column) else 0.0

    def _trigger(self, number: int) -> Trigger:
        span = self.proposed.spans[number]
        best = int(self.types[number].argmax())
        code = CLASSES["type"][best] if self.types[number][best] >= _TYPED else None
        status = CLASSES["status"][int(self.statuses[number].argmax())]
        return Trigger(
            start=span.start,
            end=span.end,
            type=None if code == "other" else code,
            rank=_LAST_RANK,
            reality=_REAL.get(status, "happened"),
            plural=False,
        )


def events(sheet: Sheet, heads: Heads, proposed: Proposals) -> Events:
    """The event mentions of one text."""
    vectors: Floats = proposed.vectors
    if not proposed.spans:
        return Events(sheet, proposed, vectors, vectors)
    return Events(sheet, proposed, heads.classes("type", vectors), heads.classes("status", vectors))
