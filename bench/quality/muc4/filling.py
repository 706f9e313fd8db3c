"""A group of entities as a template: kinds and effects by the network, days and counts by rules."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

from bench.quality.muc4.entities import Entity
from bench.quality.muc4.grouping import Group
from bench.quality.muc4.incidents import template as of_account
from bench.quality.muc4.kinds import known, type_of
from bench.quality.muc4.pages import Page
from bench.quality.muc4.phrases import how_many, mention
from bench.quality.muc4.seen import Seen
from bench.quality.muc4.template import (
    Confidence,
    Damage,
    Effect,
    Instrument,
    Mention,
    Perpetrator,
    Stage,
    Target,
    Template,
    Victim,
    Where,
)
from reportedly.extract.trained.labels import CLASSES
from reportedly.records import Account, Annotated, Count, Sentence, When

_CONFIDENCES: dict[str, Confidence] = {
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "authorities",
    "SUSPECTED OR ACCUSED": "accused",
    "REPORTED AS FACT": "stated",
    "POSSIBLE": "possible",
}
_STAGES: dict[str, Stage] = {
    "ACCOMPLISHED": "accomplished",
    "ATTEMPTED": "attempted",
    "THREATENED": "threatened",
}
_EFFECTS: dict[str, Effect] = {
    "DEATH": "killed",
    "INJURY": "injured",
    "NO INJURY OR DEATH": "unharmed",
    "NO INJURY": "uninjured",
    "REGAINED FREEDOM": "freed",
}
_DAMAGES: dict[str, Damage] = {
    "SOME DAMAGE": "damaged",
    "DESTROYED": "destroyed",
    "NO DAMAGE": "undamaged",
}
_STATE = frozenset({"state_force", "government", "police"})
_APART = 4  # characters between a name and the words that describe it: ", "
_BEFORE = 24  # characters before a noun in which its number stands
_SURE = 0.5  # of an effect
_DAYS = frozenset({"day", "range"})
_SHOT = re.compile(r"\b(?:shot|shooting|gunned|gunfire|bullets?|opened fire)\b", re.IGNORECASE)


class Filling:
    """Turns the groups of one page into templates."""

    def __init__(
        self, seen: Seen, page: Page, annotated: Annotated, accounts: Sequence[Account]
    ) -> None:
        self._seen = seen
        self._page = page
        self._marks = annotated
        self._accounts = accounts

    def template(self, group: Group) -> Template:
        told = [n for entity in group.entities if entity.tag != "muc_place" for n in entity.spans]
        when = self._when(group)
        return Template(
            kind=group.kind,
            stage=_STAGES[self._class("muc_stage", told)[0]] if told else "accomplished",
            when=when[0] if when else None,
            when_words=when[1] if when else "",
            where=self._where(group),
            perpetrators=tuple(self._perpetrators(group)),
            instruments=self._instruments(group),
            victims=tuple(self._victims(group)),
            targets=tuple(self._target(e) for e in group.of("muc_target")),
        )

    def _words(self, n: int) -> Mention:
        span = self._seen.proposals.spans[n]
        return mention(self._page.text, span.start, span.end)

    def _class(self, name: str, spans: Sequence[int]) -> tuple[str, float]:
        """The likeliest code over the spans together, with its probability."""
        mean = self._seen.classes[name][list(spans)].mean(0)
        return CLASSES[name][int(mean.argmax())], float(mean.max())

    def _kind(
        self, name: str, spans: Sequence[int], table: Literal["human", "physical"], words: str
    ) -> str:
        """MUC-4's type of somebody or something: by the words where these tell."""
        return type_of(table, words) if known(table, words) else self._class(name, spans)[0]

    def _perpetrators(self, group: Group) -> Iterator[Perpetrator]:
        for entity in (*group.of("muc_person"), *group.of("muc_group")):
            yield Perpetrator(
                (self._words(entity.best),),
                organization=entity.tag == "muc_group",
                state=self._state(entity),
                confidence=_CONFIDENCES[self._class("muc_confidence", entity.spans)[0]],
            )

    def _state(self, entity: Entity) -> bool:
        spans = [self._seen.proposals.spans[n] for n in entity.spans]
        return any(
            mark.actor.kind in _STATE
            for mark in self._marks.actors
            for span in spans
            if mark.start < span.end and span.start < mark.end
        )

    def _instruments(self, group: Group) -> tuple[Instrument, ...]:
        """The means named; else what the kind or a verb of its sentences tells."""
        named = tuple(Instrument(self._words(e.best)) for e in group.of("muc_weapon"))
        if named:
            return named
        if group.kind == "BOMBING":
            return (Instrument(None, "BOMB"),)
        if group.kind == "ATTACK" and any(
            _SHOT.search(self._page.text, s.start, s.end) for s in self._sentences(group)
        ):
            return (Instrument(None, "GUN"),)
        return ()

    def _victims(self, group: Group) -> Iterator[Victim]:
        roles = list(group.of("muc_role"))
        for name in group.of("muc_name"):
            role = next((r for r in roles if self._beside(name, r)), None)
            if role is not None:
                roles.remove(role)
            both = (*name.spans, *(role.spans if role else ()))
            yield self._victim(
                self._words(name.best), self._words(role.best) if role else None, both, None
            )
        for role in roles:
            words = self._words(role.best)
            yield self._victim(None, words, role.spans, self._number(words))

    def _victim(
        self, name: Mention | None, role: Mention | None, spans: Sequence[int], count: Count | None
    ) -> Victim:
        effect, sure = self._class("muc_human_effect", spans)
        about = role or name
        kind = self._kind("muc_human_type", spans, "human", about.words if about else "")
        return Victim(name, role, count, (_EFFECTS[effect],) if sure >= _SURE else (), kind)

    def _beside(self, one: Entity, other: Entity) -> bool:
        """True where a mention of one stands right beside one of the other, in a sentence."""
        spans = self._seen.proposals.spans
        for a, b in product(one.spans, other.spans):
            first, second = sorted((spans[a], spans[b]), key=lambda span: span.start)
            between = self._page.text[first.end : second.start]
            if first.end <= second.start and len(between) <= _APART and "." not in between:
                return True
        return False

    def _number(self, words: Mention) -> Count:
        for mark in self._marks.counts:
            if mark.start <= words.start < mark.end:
                return mark.count
        begin = max(0, words.start - _BEFORE)
        before = self._page.text[begin : words.start].split()[-2:]
        return how_many(" ".join([*before, words.words]), words.words)

    def _target(self, entity: Entity) -> Target:
        words = self._words(entity.best)
        effect, sure = self._class("muc_target_effect", entity.spans)
        return Target(
            (words,),
            self._number(words),
            _DAMAGES[effect] if sure >= _SURE else None,
            self._kind("muc_target_type", entity.spans, "physical", words.words),
        )

    def _where(self, group: Group) -> tuple[Where, ...]:
        own = tuple(self._place(e) for e in group.of("muc_place"))
        lent = (of_account(account, self._page).where for account in self._lenders(group))
        return own or next(filter(None, lent), ())

    def _place(self, entity: Entity) -> Where:
        words = self._words(entity.best)
        marks = (m for m in self._marks.places if m.start < words.end and words.start < m.end)
        mark = next((m for m in marks if m.end - m.start >= (words.end - words.start) / 2), None)
        return Where(mark.place if mark else None, words)

    def _lenders(self, group: Group) -> Iterator[Account]:
        """Accounts of the rules told in sentences of the group."""
        at = self._sentences(group)
        for account in self._accounts:
            if account.role != "aggregate" and any(
                sentence.start < e.end and e.start < sentence.end
                for e in account.mentions
                for sentence in at
            ):
                yield account

    def _sentences(self, group: Group) -> list[Sentence]:
        spans = [self._seen.proposals.spans[n] for e in group.core for n in e.spans]
        return [
            s for s in self._marks.sentences if any(s.start <= span.start < s.end for span in spans)
        ]

    def _when(self, group: Group) -> tuple[When, str] | None:
        """What the rules say of it there; else the first day named in its sentences."""
        for account in self._lenders(group):
            told = of_account(account, self._page)
            if told.when and told.when.precision != "year":
                return told.when, told.when_words
        for sentence in self._sentences(group):
            for mark in self._marks.times:
                if sentence.start <= mark.start < sentence.end:
                    when = mark.when
                    if when and when.precision in _DAYS:
                        return when, self._page.text[mark.start : mark.end]
        return None
