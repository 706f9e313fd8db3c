"""A release as one recipient is given it: everything that is withheld is out before any exporter,
or anything else that publishes, sees it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass, replace
from datetime import date, datetime
from operator import is_
from types import NoneType
from typing import Any, TypeVar

from reportedly.codebook import Codebook
from reportedly.export.privacy.asked import asked
from reportedly.export.privacy.covered import Covered
from reportedly.export.privacy.matching import MASK, Names, Span, masked
from reportedly.export.privacy.places import coarser
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
)

T = TypeVar("T")
Counted = dict[str, set[object]]
_VOICES = ("voice", "by")  # fields that hold the name of a voice
_SAYING_NOTHING = frozenset({NoneType, bool, int, float, date, datetime})
_AT_ONCE = 2_000  # kept in memory
_NAMES = "Names of private persons, of reviewers and of places too fine, which stand nowhere"
_BY_ROLE = "Voices that are told of by their role, or by none"
_MASKED = f"Quotations with masked names, {MASK} for each character"
_TITLES = "Titles of reports with masked names"
_ADDRESSES = "Addresses of reports left out, as a name stood in them"
_FILES = "Names of reports replaced by their ids, as a person's name stood in them"
_COARSER = "Places made coarser"
_REVIEWERS = "Reviewers, who are numbered"
_CUT = "Quotations cut at {longest:,} characters"
_COUNTED = (_REVIEWERS, _COARSER, _MASKED, _CUT, _BY_ROLE, _TITLES, _ADDRESSES, _FILES)


class Shared:
    """What an exporter is given in place of a release. ``withheld`` counts what is missing."""

    def __init__(self, released: Released, covered: Covered) -> None:
        self._released = released
        self.covered = covered
        self._profile = covered.profile
        self._counted: dict[str, set[object]] = {}
        self._originals: dict[str, Incident] = {}
        self._stretches: dict[str, _Stretches] = {}
        self._spans: dict[str, Sequence[Span]] = {}  # by text or title
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
    def hidden(self) -> Names:
        """The names that stand nowhere."""
        return self.covered.names

    @property
    def withheld(self) -> Sequence[str]:
        """What was withheld of what was asked for until now: a sentence each, with counts."""
        found = self._counted | {_REVIEWERS: set(self.covered.reviewers)}
        longest = self._profile.quote_characters
        counted = [
            f"{what.format(longest=longest)}: {len(found[what]):,}."
            for what in _COUNTED
            if found.get(what)
        ]
        return [f"{_NAMES}: {len(self.hidden):,}.", *counted] if self.hidden else counted

    def counted(self) -> Counted:
        """What was withheld since this was asked last: what, and where."""
        found, self._counted = self._counted, {}
        return found

    def count(self, counted: Counted) -> None:
        """What was withheld in another process."""
        for what, keys in counted.items():
            self._counted.setdefault(what, set()).update(keys)

    def incidents(self) -> Iterator[Incident]:
        return self.given_each(self._released.incidents())

    def given_each(self, incidents: Iterable[Incident]) -> Iterator[Incident]:
        """Incidents of the release as they are given."""
        for incident in incidents:
            if len(self._originals) == _AT_ONCE:
                self._originals.clear()
            self._originals[incident.id] = incident
            yield self.given(incident)

    def others(self, reports: Container[str]) -> Iterator[Reading]:
        return map(self.given, self._released.others(reports))

    def told(self, incident: Incident) -> Sequence[Reading]:
        return [self.given(reading) for reading in self._released.told(incident)]

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]:
        return [self.given(account) for account in self._released.accounts(ids)]

    def claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        return [self.given(claim) for claim in self._released.claims(ids)]

    def report(self, id: str) -> Report:
        return self.given(self._released.report(id))

    def statements(self) -> Iterator[Statement]:
        return map(self.given, self._released.statements())

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        return [self.given(decision) for decision in self._released.decisions(incident)]

    def decided(self) -> Sequence[Decision]:
        return [self.given(decision) for decision in self._released.decided()]

    def differing(self, incident: Incident) -> Sequence[Differing]:
        found = self._released.differing(self._originals.get(incident.id, incident))
        return [self.given(one) for one in found]

    def namesake(self, incident: Incident) -> str:
        return self._released.namesake(incident)

    def copies(self, incident: Incident) -> Mapping[str, str]:
        return self._released.copies(incident)

    def links(self, incident: Incident) -> tuple[Sequence[Link], int]:
        return self._released.links(incident)

    # What becomes of a record

    def given(self, one: T) -> T:
        """The record without what is withheld; itself where that is nothing."""
        found: Any = one
        kind = type(one)
        if kind is str:
            found = self._said(found)
        elif kind in _SAYING_NOTHING:
            return one
        elif kind is tuple:
            parts = tuple(map(self.given, found))
            found = one if all(map(is_, found, parts)) else parts
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
            if (found := self.hidden.worded(text)) != text:
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
            # Most fields hold nothing, or words that were looked at: seen without another call.
            if (kind := type(before)) in _SAYING_NOTHING or (kind is str and before in self._same):
                continue
            if (after := self.given(before)) is not before:
                new[name] = self._voice(before) if name in _VOICES else after
        if isinstance(one, Decision) and one.reviewer in self.covered.reviewers:
            new["reviewer"] = self.covered.reviewers[one.reviewer]
        return replace(one, **new) if new else one

    def _voice(self, name: str) -> str:
        self._count(_BY_ROLE, name)
        role = self.covered.roles_of.get(name)
        return self.hidden.worded(_with_article(role) if role else name)

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
        longest = self._profile.quote_characters
        spans = found.of(one.part)
        if not spans and (found.freely or not 0 <= longest < len(one.quote)):
            return one
        quote = masked(one.quote, spans, one.start)
        where = (one.report, one.part, one.start, one.end)
        covered = quote != one.quote
        if covered:
            self._count(_MASKED, where)
        if 0 <= longest < len(quote) and not found.freely:
            self._count(_CUT, where)
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
        if one.url and any(self.hidden.found(one.url, slug=True)):
            self._count(_ADDRESSES, one.id)
            new["url"] = None
        if any(self.hidden.found(one.name, slug=True)):
            self._count(_FILES, one.id)
            new["name"] = one.id
        if one.publisher and (publisher := self.hidden.worded(one.publisher)) != one.publisher:
            new["publisher"] = publisher
        return replace(one, **new) if new else one

    def _stretches_of(self, id: str, report: Report | None = None) -> "_Stretches":
        """Where in a report something is withheld."""
        if id not in self._stretches:
            report = report or self._released.report(id)
            if len(self._stretches) == _AT_ONCE:
                self._stretches.clear()
            text, title = map(self._withheld_of, (report.text, report.title or ""))
            freely = report.publisher in self._profile.quote_freely
            self._stretches[id] = _Stretches(text, title, freely)
        return self._stretches[id]

    def _withheld_of(self, text: str) -> Sequence[Span]:
        """Where in a text something is withheld. Many a report prints what another printed."""
        if text not in self._spans:
            if len(self._spans) == _AT_ONCE:
                self._spans.clear()
            self._spans[text] = tuple(found[:2] for found in self.hidden.found(text))
        return self._spans[text]

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


def _with_article(role: str) -> str:
    """ "resident" is "a resident", "victim's brother" is "the victim's brother"."""
    first = role.split()[0].lower()
    if first in ("a", "an", "the", "one", "his", "her", "its", "their", "my", "our"):
        return role
    if first.endswith(("'s", "’s", "s'", "s’")):
        return f"the {role}"
    return f"an {role}" if first[0] in "aeiou" else f"a {role}"
