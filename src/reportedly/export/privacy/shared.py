"""A release as one recipient is given it: everything that is withheld is out before any exporter,
or anything else that publishes, sees it.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from reportedly.codebook import Codebook
from reportedly.export.privacy.asked import asked
from reportedly.export.privacy.matching import MASK, Names, Span, masked, words_of
from reportedly.export.privacy.places import coarser
from reportedly.export.privacy.profile import Profile
from reportedly.export.privacy.withheld import Withheld
from reportedly.plugins import Released
from reportedly.records import (
    Account,
    Claim,
    Decision,
    Differing,
    Evidence,
    Incident,
    Link,
    Masked,
    Place,
    Reading,
    Report,
    Speaker,
    Statement,
    Text,
)

T = TypeVar("T")
_VOICES = ("voice", "by")  # fields that hold the name of a voice
_AT_ONCE = 2_000  # kept in memory
_NAMES = "Names of private persons, of reviewers and of places too fine, which stand nowhere"
_BY_ROLE = "Voices that are told of by their role, or by none"
_MASKED = f"Quotations with masked names, {MASK} for each character"
_TITLES = "Titles of reports with masked names"
_ADDRESSES = "Addresses of reports left out, as a name stood in them"
_FILES = "Names of reports replaced by their ids, as a person's name stood in them"
_COARSER = "Places made coarser"
_REVIEWERS = "Reviewers, who are numbered"


class Shared:
    """What an exporter is given in place of a release. ``withheld`` counts what is missing."""

    def __init__(
        self,
        released: Released,
        profile: Profile,
        listed: Callable[[str], bool] = lambda name: False,
    ) -> None:
        """``listed``: True for the name of a place or an actor that a gazetteer knows."""
        self._released = released
        self._profile = profile
        self._gathered = Withheld(profile, listed)
        for reading in released.others(()):
            self._gathered.take(reading)
        self._reviewers: dict[str, str] = {}
        self._counted: dict[str, set[object]] = {}
        self._originals: dict[str, Incident] = {}
        self._stretches: dict[str, _Stretches] = {}
        self._same: set[str] = set()  # words in which nobody is named

    @property
    def rule(self) -> str | None:
        return self._released.rule

    @property
    def as_of(self) -> date | None:
        return self._released.as_of

    @property
    def codebook(self) -> Codebook:
        return self._released.codebook

    @property
    def names(self) -> Names:
        """The names that are withheld."""
        return self._gathered.names

    @property
    def withheld(self) -> Sequence[str]:
        """What was withheld of what was asked for until now: a sentence each, with counts."""
        counted = [f"{what}: {len(keys):,}." for what, keys in self._counted.items()]
        return [f"{_NAMES}: {len(self.names):,}.", *counted] if self.names else counted

    def incidents(self) -> Iterator[Incident]:
        for incident in self._released.incidents():
            for decision in self._released.decisions(incident):
                self._decided(decision)
            if len(self._originals) == _AT_ONCE:
                self._originals.clear()
            self._originals[incident.id] = incident
            yield self._given(incident)

    def others(self, reports: Container[str]) -> Iterator[Reading]:
        return map(self._given, self._released.others(reports))

    def told(self, incident: Incident) -> Sequence[Reading]:
        return [self._given(reading) for reading in self._released.told(incident)]

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]:
        return [self._given(account) for account in self._released.accounts(ids)]

    def claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        return [self._given(claim) for claim in self._released.claims(ids)]

    def report(self, id: str) -> Report:
        return self._given(self._released.report(id))

    def statements(self) -> Iterator[Statement]:
        return map(self._given, self._released.statements())

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        made = self._released.decisions(incident)
        for decision in made:
            self._decided(decision)
        return [self._given(decision) for decision in made]

    def differing(self, incident: Incident) -> Sequence[Differing]:
        found = self._released.differing(self._originals.get(incident.id, incident))
        return [self._given(one) for one in found]

    def namesake(self, incident: Incident) -> str:
        return self._released.namesake(incident)

    def copies(self, incident: Incident) -> Mapping[str, str]:
        return self._released.copies(incident)

    def links(self, incident: Incident) -> Sequence[Link]:
        return self._released.links(incident)

    # What becomes of a record

    def _given(self, one: T) -> T:
        """The record without what is withheld; itself where that is nothing."""
        found: Any = one
        kind = type(one)
        if kind is str:
            found = self._said(found)
        elif kind is tuple:
            parts = tuple(map(self._given, found))
            found = one if all(map(_same, found, parts)) else parts
        elif kind is Evidence:
            found = self._quoted(found)
        elif kind is Report:
            found = self._printed(found)
        elif kind is Speaker:
            found = self._speaking(found)
        elif kind is Place:
            found = self._named(self._placed(found))
        elif is_dataclass(kind):
            found = self._named(found)
        return found  # type: ignore[no-any-return]

    def _said(self, text: str) -> str:
        """Words with others in place of each name; the same words, where nobody is named."""
        if text not in self._same:
            if (found := self.names.worded(text)) != text:
                return found
            if len(self._same) == _AT_ONCE:
                self._same.clear()
            self._same.add(text)
        return text

    def _named(self, one: Any) -> Any:
        """A record with each of its fields as it may be given."""
        new = {}
        for name in asked(type(one)):
            before = getattr(one, name)
            if before is not None and (after := self._given(before)) is not before:
                new[name] = self._voice(before) if name in _VOICES else after
        if isinstance(one, Decision) and one.reviewer in self._reviewers:
            new["reviewer"] = self._reviewers[one.reviewer]
        return replace(one, **new) if new else one

    def _voice(self, name: str) -> str:
        self._count(_BY_ROLE, name)
        return self.names.worded(self._gathered.called(name) or name)

    def _speaking(self, one: Speaker) -> Speaker:
        found: Speaker = self._named(one)
        if one.name is None or found.name == one.name:
            return found
        return replace(found, name=self._voice(one.name))

    def _placed(self, one: Place) -> Place:
        found = coarser(one, self._profile.finest_place)
        if found != one:
            self._count(_COARSER, one)
        return found

    def _quoted(self, one: Evidence) -> Evidence:
        """A quotation with its names masked, and no longer than it may be. The offsets hold."""
        found = self._stretches_of(one.report)
        quote = masked(one.quote, found.of(one.part), one.start)
        where = (one.report, one.part, one.start, one.end)
        covered = quote != one.quote
        if covered:
            self._count(_MASKED, where)
        longest = self._profile.quote_characters
        if 0 <= longest < len(quote) and not found.freely:
            self._count(f"Quotations cut at {longest:,} characters", where)
            quote = quote[:longest]
        if quote == one.quote:
            return one
        kind = Masked if covered else Evidence
        return kind(one.report, one.start, one.start + len(quote), quote, one.part)

    def _printed(self, one: Report) -> Report:
        """A report without its text, as long as it was; outlets may allow it to be printed."""
        found = self._stretches_of(one.id, one)
        new: dict[str, Any] = {}
        if self._profile.quote_characters >= 0 and not found.freely:
            new["text"] = MASK * len(one.text)
        elif found.text:
            new["text"] = masked(one.text, found.text)
        if found.title:
            self._count(_TITLES, one.id)
            new["title"] = masked(one.title or "", found.title)
        if one.url and any(self.names.found(one.url, slug=True)):
            self._count(_ADDRESSES, one.id)
            new["url"] = None
        if any(self.names.found(one.name, slug=True)):
            self._count(_FILES, one.id)
            new["name"] = one.id
        if one.publisher and (publisher := self.names.worded(one.publisher)) != one.publisher:
            new["publisher"] = publisher
        return replace(one, **new) if new else one

    def _stretches_of(self, id: str, report: Report | None = None) -> "_Stretches":
        """Where in a report something is withheld."""
        if id not in self._stretches:
            report = report or self._released.report(id)
            if len(self._stretches) == _AT_ONCE:
                self._stretches.clear()
            self._stretches[id] = _Stretches(
                tuple(found[:2] for found in self.names.found(report.text)),
                tuple(found[:2] for found in self.names.found(report.title or "")),
                report.publisher in self._profile.quote_freely,
            )
        return self._stretches[id]

    def _decided(self, decision: Decision) -> None:
        """Have no reviewer named, nor whom the reason names."""
        if self._profile.reviewers == "number" and decision.reviewer not in self._reviewers:
            instead = f"reviewer {len(self._reviewers) + 1}"
            self._reviewers[decision.reviewer] = instead
            self._count(_REVIEWERS, decision.reviewer)
            self.names.add(words_of(decision.reviewer), instead)
            self._same.clear()
        if self._profile.names == "withhold":
            self._gathered.also(decision.reason)
            if isinstance(decision.value, Text):
                self._gathered.also(decision.value.text)

    def _count(self, what: str, key: object) -> None:
        self._counted.setdefault(what, set()).add(key)


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Of one report: what is withheld of its text and title, and whether it may be printed."""

    text: Sequence[Span]
    title: Sequence[Span]
    freely: bool

    def of(self, part: str) -> Sequence[Span]:
        return self.text if part == "text" else self.title


def _same(one: object, other: object) -> bool:
    return one is other
