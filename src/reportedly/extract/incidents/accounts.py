"""The frames of one incident as an account: every field with its claims and their evidence."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.codebook import Codebook
from reportedly.codebook.people import kind_of
from reportedly.extract.incidents.agents import target, weapon
from reportedly.extract.incidents.coreference import Thread, threads
from reportedly.extract.incidents.figures import figures
from reportedly.extract.incidents.frames import Frame, frames
from reportedly.records import (
    Account,
    Actor,
    Annotated,
    Attribution,
    Claim,
    Code,
    Count,
    Evidence,
    Role,
    Statement,
    Text,
    Value,
    cite,
    content_id,
)
from reportedly.records.nearness import coarseness

_RECENT_DAYS = 45  # an incident older than this at publication is background to the news
_ATTEMPTED = re.compile(
    r"\b(?:failed to (?:explode|detonate|go off|ignite)|did not (?:explode|detonate|go off)|"
    r"(?:tried|attempted|trying|attempting) to (?:\w+ )?(?:enter|attack|bomb|blow|kill|storm|assassinate|kidnap|abduct|hijack|"
    r"detonate|ram|set|plant|shoot|stab)|attempted (?:attack|bombing|assassination|kidnapping|abduction|hijacking|murder)|"
    r"(?:assassination|kidnap|hijack|murder|bomb|kidnapping) attempt|attempt on (?:his|her|the) life|botched \w+|abortive \w+)\b",
    re.IGNORECASE,
)
_FIGURE_OF = re.compile(
    r"\b(?P<who>[Tt]he [\w ]{2,40}?|[A-Z][\w ]{2,40}?)[’']s (?:own )?(?:figure|toll|count|tally|estimate)s? of\s*$"
)
_INVOLVED = re.compile(
    r"\b(?:responsib\w+|involve\w+|role|behind|carried out|carrying out|hand in|part in|link\w*|attack\w*|kill\w*|bomb\w*)\b",
    re.IGNORECASE,
)


def accounts(
    annotated: Annotated, statements: Sequence[Statement], codebook: Codebook, *, by: str
) -> tuple[Account, ...]:
    """The report's accounts of incidents, in the order it tells them."""
    by_id = {s.id: s for s in statements}
    told = threads(frames(annotated, statements), codebook, annotated.report.published)
    _claims_of_responsibility(told, statements)
    made = []
    for thread in told:
        claims = tuple(_Writer(annotated, by_id, thread, codebook, by).claims())
        if not thread.aggregate and not any(c.field == "type" for c in claims):
            if not any(isinstance(c.value, Count) for c in claims):
                continue
        made.append((thread, claims))
    lead = next((n for n, (thread, _) in enumerate(made) if not thread.aggregate), None)
    return tuple(
        _account(annotated, n, thread, claims, n == lead, by)
        for n, (thread, claims) in enumerate(made)
    )


def _account(
    annotated: Annotated, index: int, thread: Thread, claims: tuple[Claim, ...], lead: bool, by: str
) -> Account:
    report = annotated.report
    mentions = tuple(dict.fromkeys(_trimmed(annotated, f.start, f.end) for f in thread.frames))
    return Account(
        id=content_id("account", report.id, index, mentions[0].start, mentions[0].end),
        report=report.id,
        index=index,
        role=_role(annotated, thread, lead),
        mentions=mentions,
        claims=claims,
        by=by,
    )


def _trimmed(annotated: Annotated, start: int, end: int) -> Evidence:
    text = annotated.report.text
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return cite(annotated.report, start, end)


def _role(annotated: Annotated, thread: Thread, lead: bool) -> Role:
    """Main: what the report is news of. Background: what it recalls."""
    if thread.aggregate:
        return "aggregate"
    published = annotated.report.published
    dates = thread.dates
    early = thread.frames[0].paragraph <= 1
    if published and dates:
        age = (published - min(dates, key=lambda w: w.latest - w.earliest).latest).days
        if age > _RECENT_DAYS:
            return "background"
        return "main" if early or age <= 7 else "background"
    return "main" if lead or early else "background"


def _claims_of_responsibility(told: list[Thread], statements: Sequence[Statement]) -> None:
    """Drop threads that only restate a claim about an incident already told."""
    for thread in list(told):
        if thread.aggregate or len(told) < 2:
            continue
        facts = any(f.tolls or f.when or f.places for f in thread.frames)
        if not facts and not thread.agents:
            told.remove(thread)


_ARMED_BODIES = frozenset(
    "group movement army they front faction militia party organisation organization brigade wing network".split()
)


class _Writer:
    """Writes the claims of one incident, field by field."""

    def __init__(
        self,
        annotated: Annotated,
        statements: dict[str, Statement],
        thread: Thread,
        codebook: Codebook,
        by: str,
    ) -> None:
        self.annotated = annotated
        self.report = annotated.report
        self.statements = statements
        self.own_claims = [s for s in statements.values() if s.act == "claim_responsibility"]
        self.thread = thread
        self.codebook = codebook
        self.by = by

    def claims(self) -> Iterator[Claim]:
        yield from self._type()
        yield from self._date()
        yield from self._place()
        people = list(self._perpetrators())
        yield from people
        yield from self._attribution([c.value for c in people if isinstance(c.value, Actor)])
        status = list(self._status())
        yield from status
        taken_back = next((c for c in status if c.value == Code("retracted")), None)
        for claim in figures(self.thread, self._claim, self.report.text, by_state=self._by_state()):
            if taken_back and claim.superseded_by is None:
                claim = replace(claim, superseded_by=taken_back.id)
            yield claim
        yield from self._words("target", target)
        yield from self._words("weapon", weapon)

    def _claim(
        self,
        field: str,
        value: Value,
        spans: Sequence[tuple[int, int]],
        frame: Frame,
        group: str | None = None,
    ) -> Claim:
        statement = self._statement(frame, spans[0])
        borrowed = self._borrowed(spans[0][0]) if isinstance(value, Count) else None
        evidence = tuple(cite(self.report, *span) for span in spans)
        return Claim(
            id=content_id("claim", self.report.id, field, spans, str(value)),
            field=field,
            value=value,
            evidence=evidence,
            statement=statement.id if statement and not borrowed else None,
            voice=borrowed or (statement.speaker.name if statement else None),
            group=group,
            said_on=(
                statement.date.latest if statement and statement.date else self.report.published
            ),
            by=self.by,
        )

    def _borrowed(self, position: int) -> str | None:
        """Whose figure is passed on: "the hospital's figure of 12 dead"."""
        found = _FIGURE_OF.search(self.report.text, max(0, position - 60), position)
        return found["who"] if found else None

    def _statement(self, frame: Frame, span: tuple[int, int]) -> Statement | None:
        """The innermost statement whose words these are."""
        around = [self.statements[id] for id in frame.said]
        holding = [
            s for s in around if s.content.start <= span[0] and span[1] <= s.content.end
        ]
        return min(holding, key=lambda s: s.content.end - s.content.start, default=None)

    def _sentence(self, position: int) -> int:
        """The index of the sentence that a position of the text lies in."""
        return bisect_right(self.annotated.sentences, position, key=lambda s: s.start) - 1

    def _type(self) -> Iterator[Claim]:
        counted: Counter[str] = Counter()
        first: dict[str, tuple[Frame, int, int]] = {}
        generic: tuple[Frame, int, int] | None = None
        for n, frame in enumerate(self.thread.frames):
            for trigger in frame.triggers:
                if not (trigger.real or frame.foiled):
                    continue
                if trigger.type is None:
                    generic = generic or (frame, trigger.start, trigger.end)
                    continue
                counted[trigger.type] += 1 + 2 * (n == 0) + bool(frame.tolls)
                first.setdefault(trigger.type, (frame, trigger.start, trigger.end))
        if not counted:
            killing = next(
                (
                    (f, t.start, t.end)
                    for f in self.thread.frames
                    for t in f.tolls
                    if f.agents or f.deed
                ),
                None,
            )
            found = generic or killing
            if found:
                frame, start, end = found
                kind = "kidnapping" if _abduction(frame) else "armed_assault"
                yield self._claim("type", Code(kind), [(start, end)], frame)
            return
        order = list(self.codebook.types)
        ranks = {t.type: t.rank for f in self.thread.frames for t in f.triggers if t.type}
        top = max(counted.values())
        code = min(
            (c for c in counted if counted[c] * 2 >= top),
            key=lambda c: (ranks.get(c, 99), order.index(c)),
        )
        frame, start, end = first[code]
        yield self._claim("type", Code(code), [(start, end)], frame)

    def _date(self) -> Iterator[Claim]:
        seen = set()
        for n, frame in enumerate(self.thread.frames):
            mark = None if frame.aftermath and n else frame.when
            if mark and mark.when and mark.when not in seen:
                seen.add(mark.when)
                yield self._claim("date", mark.when, [(mark.start, mark.end)], frame)

    def _place(self) -> Iterator[Claim]:
        marks = [(f, p) for f in self.thread.frames for p in f.places]
        told = Counter(mark.place for _, mark in marks)
        marks.sort(key=lambda m: (coarseness(m[1].place), -told[m[1].place], m[1].start))
        seen = set()
        for frame, mark in marks:
            if mark.place not in seen:
                seen.add(mark.place)
                yield self._claim("place", mark.place, [(mark.start, mark.end)], frame)

    def _by_state(self) -> bool:
        """True if those named as having done it are state forces, or struck from afar."""
        if "airstrike_shelling" in self.thread.types:
            return True
        kinds = [a.mark.actor.kind or "" for f in self.thread.frames for a in f.agents]
        return bool(kinds) and all("state" in k or "government" in k for k in kinds)

    def _perpetrators(self) -> Iterator[Claim]:
        named = [
            (f, a) for f in self.thread.frames for a in f.agents if a.mark.actor.kind != "unnamed"
        ]
        unnamed = [
            (f, a) for f in self.thread.frames for a in f.agents if a.mark.actor.kind == "unnamed"
        ]
        seen = set()
        claimant = self._claimant()
        if claimant:
            seen |= {claimant[1].ref or claimant[1].name, claimant[1].name}
            yield self._claim("perpetrator", claimant[1], [claimant[2]], claimant[0])
            unnamed = []
        for frame, agent in named or unnamed[:1]:
            actor = agent.mark.actor
            if agent.how == "suspected" and actor.qualifier is None:
                actor = replace(actor, qualifier="suspected")
            if actor.ref or actor.name not in seen:
                key = actor.ref or actor.name
                if key not in seen:
                    seen.add(key)
                    seen.add(actor.name)
                    span = (agent.mark.start, agent.mark.end)
                    yield self._claim("perpetrator", actor, [span], frame)

    def _attribution(self, people: Sequence[Actor]) -> Iterator[Claim]:
        claimed = self._claimed()
        denied = self._denied(people)
        named = [p for p in people if p.kind != "unnamed"]
        if claimed:
            frame, statement = claimed
            value = Attribution("claimed", statement.speaker.name, denied=bool(denied))
            cue = statement.cue or statement.content
            yield replace(
                self._claim("attribution", value, [(cue.start, cue.end)], frame),
                statement=statement.id,
                voice=statement.speaker.name,
            )
        elif named:
            for frame in self.thread.frames:
                for agent in frame.agents:
                    if agent.mark.actor.kind == "unnamed":
                        continue
                    status = (
                        "suspected"
                        if agent.how == "suspected" or agent.mark.actor.qualifier
                        else "accused"
                    )
                    span = (agent.mark.start, agent.mark.end)
                    speaker = self._statement(frame, span)
                    by = speaker.speaker.name if speaker else None
                    yield self._claim(
                        "attribution",
                        Attribution(
                            "suspected" if status == "suspected" else "accused", by, bool(denied)
                        ),
                        [span],
                        frame,
                    )
                    return

    def _claimant(self) -> tuple[Frame, Actor, tuple[int, int]] | None:
        """Who claims it, as an actor: the registry's where the mention is one."""
        claimed = self._claimed()
        if claimed is None:
            return None
        frame, statement = claimed
        speaker = statement.speaker
        if not speaker.name or not speaker.evidence:
            return None
        said = speaker.evidence[0]
        span = (said.start, said.end)
        for mark in self.annotated.actors:
            if mark.start < said.end and said.start < mark.end and mark.actor.kind != "unnamed":
                return frame, mark.actor, span
        for mark in self.annotated.actors:
            if mark.actor.name == speaker.name or (speaker.ref and mark.actor.ref == speaker.ref):
                return frame, mark.actor, span
        return frame, Actor(speaker.name, speaker.ref), span

    def _claimed(self) -> tuple[Frame, Statement] | None:
        for frame in self.thread.frames:
            for statement in self.own_claims:
                spans = [statement.content, *([statement.cue] if statement.cue else [])]
                if any(s.start < frame.end and frame.start < s.end for s in spans):
                    return frame, statement
        return None

    def _denied(self, people: Sequence[Actor]) -> Statement | None:
        """A denial of involvement by one of those named, in one of the incident's sentences."""
        names = {p.name.casefold() for p in people} | {p.ref for p in people if p.ref}
        if not names:
            return None
        accusing = {
            id for f in self.thread.frames for id in f.statements
            if self.statements[id].act == "accuse" and any(a.how != "claimed" for a in f.agents)
        }  # fmt: skip
        near = {f.sentence + n for f in self.thread.frames for n in (0, 1)}
        for statement in self.statements.values():
            if statement.act != "deny":
                continue
            if set(statement.rebuts) & accusing:
                return statement
            speaker = statement.speaker
            last = (speaker.name or "").split()[-1:] or [""]
            here = self._sentence(statement.content.start) in near
            if here and (kind_of(last[0]) == "fighter" or last[0].lower() in _ARMED_BODIES):
                return statement
            if not here and not _INVOLVED.search(statement.content.quote):
                continue
            if {(speaker.name or "").casefold(), speaker.ref} & names or any(
                n and speaker.affiliation and str(n) in speaker.affiliation.casefold()
                for n in names
            ):
                return statement
        return None

    def _status(self) -> Iterator[Claim]:
        for frame in self.thread.frames:
            if frame.retracted:
                yield self._claim("status", Code("retracted"), [frame.retracted], frame)
                return
        frame = self.thread.frames[0]
        tried = _ATTEMPTED.search(self.report.text, frame.start, frame.end)
        if tried and not any(t.outcome == "killed" for f in self.thread.frames for t in f.tolls):
            yield self._claim("status", Code("attempted"), [tried.span()], frame)
            return
        foiled = [t for t in frame.triggers if t.reality == "foiled"]
        if frame.foiled and foiled:
            yield self._claim("status", Code("foiled"), [(foiled[0].start, foiled[0].end)], frame)
            return
        if self.thread.aggregate:
            return
        for frame in self.thread.frames:
            told = [t for t in frame.triggers if t.real] or list(frame.tolls)
            if told:
                yield self._claim(
                    "status", Code("completed"), [(told[0].start, told[0].end)], frame
                )
                return

    def _words(self, field: str, find: "type[object] | object") -> Iterator[Claim]:
        for frame in self.thread.frames:
            span = find(self.report.text, frame.start, frame.end)  # type: ignore[operator]
            if span:
                words = Text(self.report.text[span[0] : span[1]])
                yield self._claim(field, words, [span], frame)
                return


def _abduction(frame: Frame) -> bool:
    outcomes = {t.outcome for t in frame.tolls}
    return "abducted" in outcomes and "killed" not in outcomes
