"""Which sentences of a report go on with an incident without telling anything of it themselves.

"He was taken to hospital. Doctors could not save him." belongs to the incident told before it.
"""

from collections.abc import Sequence

from reportedly.extract.incidents.clauses import stretches
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.threads import Thread
from reportedly.records import Annotated

Span = tuple[int, int]


def passages(
    annotated: Annotated, read: Sequence[Frame], found: Sequence[Thread]
) -> list[tuple[Span, ...]]:
    """The stretches of each incident, in text order: its clauses, and what goes on with them.

    Before the first clause of the first incident, the text leads up to it.
    """
    owner = {f.start: n for n, thread in enumerate(found) for f in thread.frames}
    spans: list[list[Span]] = [
        [(f.start, f.end) for f in thread.frames if not f.retracted] for thread in found
    ]
    told: dict[int, int | None] = {frame.sentence: owner.get(frame.start) for frame in read}
    current = 0
    for stretch in stretches(annotated):
        here = told.get(stretch.sentence)
        if here is not None:
            current = here
        elif found and not found[current].aggregate:
            spans[current].append((stretch.start, stretch.end))
    return [tuple(sorted(own)) for own in spans]
