"""Reads a whole report for statements: sentence by sentence, with a memory of who is speaking."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.extract.statements.acts import act_of, claims_a_deed
from reportedly.extract.statements.agents import author
from reportedly.extract.statements.cataphora import named_later
from reportedly.extract.statements.drafts import Draft
from reportedly.extract.statements.finding import found_in
from reportedly.extract.statements.found import Found
from reportedly.extract.statements.inside import within_quotations
from reportedly.extract.statements.lines import Line, lines
from reportedly.extract.statements.making import made_of
from reportedly.extract.statements.marks import readable
from reportedly.extract.statements.names import mention_of
from reportedly.extract.statements.orphans import orphans, quotations_used
from reportedly.extract.statements.rebuttals import with_rebuttals
from reportedly.extract.statements.settings import Settings
from reportedly.extract.statements.speakers import Discourse, Who
from reportedly.extract.statements.subjects import subject_before
from reportedly.records import Annotated, Mode, Quotation, Statement

NOTICED = 12  # items before the first cue in which somebody else may be the sentence's subject
NARRATOR = frozenset(["i", "we", "you", "who"])
# An -ing cue of the same act as the cue before it spells the same statement out; not so these.
ADDS_A_NEW_ONE = frozenset(["assert", "claim_responsibility"])


Also = Callable[[Line, Sequence[Found]], Sequence[Found]]


def statements(annotated: Annotated, *, by: str, also: Also | None = None) -> tuple[Statement, ...]:
    """Every statement of the report in text order. ``by`` names the extractor and its version.

    Works from sentences and quotations alone; times give dates, actor marks give references.
    ``also`` may change what the rules found in a line before speakers are resolved.
    """
    reader = _Reader(
        annotated,
        Discourse(annotated.report.text, annotated.actors),
        Settings(annotated.report.text, annotated.times),
        also or (lambda _, found: found),
    )
    quotations = readable(annotated.report.text, annotated.quotations, annotated.sentences)
    for line in lines(annotated.report.text, annotated.sentences, quotations, annotated.actors):
        reader.read(line)
    made = made_of(annotated, named_later(reader.finished()), by)
    return with_rebuttals(made, annotated.report.text)


@dataclass(slots=True)
class _Reader:
    """What has been read so far. Reads one text, once, from its beginning."""

    annotated: Annotated
    discourse: Discourse
    settings: Settings
    also: Also
    drafts: list[Draft] = field(default_factory=list)
    last_of: dict[str | None, Draft] = field(default_factory=dict)  # by speaker
    spoken: set[Quotation] = field(default_factory=set)
    # Quotations with their paragraph, whose speaker is named only after them.
    waiting: list[tuple[Quotation, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.annotated.report.text

    def read(self, line: Line) -> None:
        """Read the next sentence."""
        found = self.also(line, found_in(line))
        used = quotations_used(line, found)
        left = [q for q in orphans(self.text, line, used) if q not in self.spoken]
        first_cue = line.items[found[0].cue.first].start if found else len(self.text)
        paragraph = line.sentence.paragraph
        for quotation in left:
            if quotation.start > first_cue:
                continue
            if found or self.discourse.current is None:
                self.waiting.append((quotation, paragraph))
            else:
                self._carry(quotation, self.discourse.current, paragraph)
        if not found or found[0].cue.first > NOTICED:
            self._notice(line)
        new = self._said(line, found)
        if new:
            self._release(new[0].who, paragraph)
        for draft in new:
            self._keep(draft)
        for quotation in left:
            if quotation.start > first_cue and self.discourse.current is not None:
                self._carry(quotation, self.discourse.current, paragraph)
        self.spoken.update(used, left)

    def finished(self) -> list[Draft]:
        """All drafts, quotations without any speaker included."""
        for quotation, paragraph in self.waiting:
            self._carry(quotation, Who(None, "unknown"), paragraph)
        self.waiting.clear()
        return sorted(self.drafts, key=lambda d: (d.start, -d.end))

    def _keep(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.last_of[draft.who.name] = draft

    def _release(self, who: Who, paragraph: int) -> None:
        """Give the waiting quotations of this paragraph and the one before to the speaker."""
        for quotation, where in self.waiting:
            speaker = who if paragraph - where <= 1 else Who(None, "unknown")
            self._carry(quotation, speaker, where)
        self.waiting.clear()

    def _carry(self, quotation: Quotation, who: Who, paragraph: int) -> None:
        """A quotation without a cue of its own keeps speaker and occasion of its neighbour."""
        previous = self.last_of.get(who.name)
        content = self.text[quotation.start : quotation.end]
        self._keep(
            Draft(
                who,
                act_of("assert", "say", content, who),
                "direct",
                quotation.start,
                quotation.end,
                paragraph,
                date=previous.date if previous else None,
                forum=previous.forum if previous else None,
                addressee=previous.addressee if previous else None,
            )
        )

    def _notice(self, line: Line) -> None:
        """Remember a person who opens a sentence that reports no speech."""
        for index in range(1, min(len(line), 2 * NOTICED)):
            if line.is_verb(index):
                subject = subject_before(line, index, 0)
                if subject is not None:
                    self.discourse.notice(mention_of(self.text, line, subject))
                return

    def _said(self, line: Line, found: Sequence[Found]) -> list[Draft]:
        made: list[tuple[Found, Draft]] = []
        speaker: Who | None = None
        for one in found:
            who = speaker if one.voice.shared else self._speaker(line, one)
            if who is None:
                continue
            if one.cue.kind != "owner":
                speaker = who
            nested = any(before.start <= one.cue.first < before.end for before, _ in made)
            if nested and one.cue.kind not in {"owner", "impersonal"}:
                continue  # "police said the man told them ...": the police's statement
            draft = self._draft(line, one, who)
            if made and _elaborates(one, draft, *made[-1]):
                made[-1] = made[-1][0], replace(made[-1][1], end=draft.end)
            else:
                made.append((one, draft))
        quoted = [d for one, main in made for d in within_quotations(self.text, one, main.who)]
        return [*(draft for _, draft in made), *quoted]

    def _speaker(self, line: Line, one: Found) -> Who | None:
        """Who speaks; None for the report's own "I" and "we"."""
        subject = one.voice.subject
        if subject is None:
            return Who(None, "unknown")
        mention = mention_of(self.text, line, author(line, subject) or subject)
        if mention.kind == "pronoun" and mention.name.lower() in NARRATOR:
            return None
        content = self.text[slice(*_code_points(line, one))]
        claims = one.cue.act == "claim_responsibility" or claims_a_deed(one.cue.lemma, content)
        return self.discourse.resolve(mention, claims=claims)

    def _draft(self, line: Line, one: Found, who: Who) -> Draft:
        start, end = _code_points(line, one)
        content = self.text[start:end]
        addressee = None
        if one.addressee:
            told = line.span(*one.addressee)
            addressee = self.text[told[0] : told[1]]
        before = self.drafts[-1] if self.drafts else None
        if before is not None and (who.name is None or before.who.name != who.name):
            before = None  # another speaker, another occasion
        date = self.settings.date(line.sentence, (start, end))
        forum = self.settings.forum(line.sentence, (start, end), addressee)
        named = one.reading.act if one.reading else one.cue.act
        negated = one.cue.negated and named != "deny"
        return Draft(
            who,
            act_of(named, one.cue.lemma, content, who, negated=negated),
            _mode(line, one, start, end),
            start,
            end,
            line.sentence.paragraph,
            line.span(one.cue.first, one.cue.last),
            date or (before.date if before else None),
            forum or (before.forum if before else None),
            addressee,
        )


def _elaborates(one: Found, draft: Draft, before: Found, main: Draft) -> bool:
    """ ", cautioning that ..." after a warning spells the same warning out: one statement."""
    participle = one.voice.shared and one.cue.form == "ing" and one.cue.kind == "verb"
    same = before.cue.act == one.cue.act and one.cue.act not in ADDS_A_NEW_ONE
    return participle and same and before.side == "right" and draft.start > main.end


def _code_points(line: Line, one: Found) -> tuple[int, int]:
    """The content's code points. A quotation at its end counts whole, into later sentences too."""
    first, last = line.items[one.start], line.items[one.end - 1]
    start, end = first.start, last.end
    if first.quote is not None:
        begun_before = first.quote.start < line.sentence.start
        if begun_before or one.end - one.start == 1:
            start = first.quote.start
    if last.quote is not None:
        end = last.quote.end
    return start, end


def _mode(line: Line, one: Found, start: int, end: int) -> Mode:
    quotes = [q for i in range(one.start, one.end) if (q := line.quote(i)) is not None]
    if not quotes:
        return "indirect"
    if any(q.start <= start and end <= q.end for q in quotes):
        return "direct"
    return "mixed"
