"""Where a paragraph sets its scene: "It was market day in Kolo. Two men opened fire ..."."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.extract.incidents.clauses import Stretch
from reportedly.extract.incidents.frames import Frame, width
from reportedly.extract.incidents.outcomes import LATER, outcomes
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.settings import dateline_end, places, scope, within
from reportedly.records import Annotated, PlaceMark, Statement, TimeMark


@dataclass(frozen=True, slots=True)
class Stage:
    """The places and days that a paragraph named before it told of anything."""

    paragraph: int = -1
    times: tuple[TimeMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()

    def over(self, frame: Frame, text: str) -> Frame:
        """A frame of the paragraph, with the place and day set where it gives none of its own."""
        if self.paragraph != frame.paragraph or frame.back or frame.aggregate or not frame.type:
            return frame
        if any(outcome.name in LATER for outcome in outcomes(text, frame.start, frame.end)):
            return frame  # people are freed on other days, elsewhere
        return replace(frame, times=frame.times or self.times, places=frame.places or self.places)


def stage(
    annotated: Annotated, statements: Sequence[Statement], stretch: Stretch, before: Stage
) -> Stage:
    """The scene after a stretch that tells of no incident."""
    around = scope(statements, stretch.start, stretch.end, stretch.start, counting=False)
    where = places(annotated, stretch.start, stretch.end, around)
    filed = dateline_end(annotated, stretch.start, stretch.end)
    when = tuple(
        t for t in within(annotated.times, filed, stretch.end)
        if t.when and t.type in ("date", "time") and width(t) == 0 and around.holds(t)
    )  # fmt: skip
    if phrase("frames.other_event").search(annotated.report.text, stretch.start, stretch.end):
        when = ()  # "the court sat on Monday": the day of that
    if before.paragraph == stretch.paragraph:
        where, when = where or before.places, when or before.times
    return Stage(stretch.paragraph, when, where)
