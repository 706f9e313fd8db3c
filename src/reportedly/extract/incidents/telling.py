"""One incident as a report tells it: its frames, and how a claim is made from their words."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.codebook import Codebook
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.threads import Thread
from reportedly.records import Annotated, Claim, Count, Statement, Value, cite, content_id

_LENDER = 60  # characters in which the owner of a figure is looked for
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """The frames of one incident, and what the whole report says around them."""

    annotated: Annotated
    statements: Mapping[str, Statement]  # every one of the report, by id, in text order
    denials: Sequence[Statement]
    thread: Thread
    passages: Sequence[Span]  # its clauses, and the sentences that only go on with it
    codebook: Codebook
    by: str  # the extractor
    lead: bool = False  # the first of a report: what it is news of

    @property
    def frames(self) -> Sequence[Frame]:
        return self.thread.frames

    @property
    def text(self) -> str:
        return self.annotated.report.text

    def sentence(self, position: int) -> int:
        """The index of the sentence that a position of the text lies in."""
        return bisect_right(self.annotated.sentences, position, key=lambda s: s.start) - 1

    def statement(self, frame: Frame, span: Span) -> Statement | None:
        """The innermost statement whose words these are."""
        start, end = span
        around = (self.statements[id] for id in frame.said)
        holding = [s for s in around if s.content.start <= start and end <= s.content.end]
        return min(holding, key=lambda s: s.content.end - s.content.start, default=None)

    def _lender(self, position: int) -> str | None:
        """Whose figure is passed on: "the hospital's figure of 12 dead"."""
        begin = max(0, position - _LENDER)
        found = phrase("claims.figure_of").search(self.text, begin, position)
        return found["who"] if found else None

    def claim(
        self, field: str, value: Value, span: Span, frame: Frame, group: str | None = None
    ) -> Claim:
        """A claim with those words as its evidence, in the voice of the statement they are in."""
        report = self.annotated.report
        statement = self.statement(frame, span)
        lender = self._lender(span[0]) if isinstance(value, Count) else None
        said_on = statement.date.latest if statement and statement.date else report.published
        return Claim(
            id=content_id("claim", report.id, field, [span], str(value)),
            field=field,
            value=value,
            evidence=(cite(report, *span),),
            statement=statement.id if statement and not lender else None,
            voice=lender or (statement.speaker.name if statement else None),
            group=group,
            said_on=said_on,
            by=self.by,
        )
