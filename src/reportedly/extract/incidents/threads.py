"""The clauses of one incident, and the facts that they have given so far."""

from dataclasses import dataclass, field

from reportedly.extract.incidents.frames import Frame
from reportedly.records import Place, When


@dataclass(slots=True)
class Thread:
    """The frames of one incident and what they agree on, growing as the report is read."""

    frames: list[Frame] = field(default_factory=list)
    aggregate: bool = False  # several incidents told in one breath
    dates: set[When] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    tolls: set[tuple[str, int]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    @property
    def is_news(self) -> bool:
        """An undated one is taken to be new, unless a noun names it: "guilty of the killing"."""
        return self.frames[0].acts or self.frames[0].deed

    def add(self, frame: Frame) -> None:
        """Take a frame in, with its facts."""
        self.frames.append(frame)
        if frame.days and not (frame.aftermath and self.dates):
            self.dates.add(frame.days)
        self.places |= {p.place for p in frame.places}
        self.types |= {frame.type} if frame.type else set()
        self.agents |= frame.named
        self.tolls |= frame.figures
        self.words |= frame.words


def thread_of(*found: Frame, aggregate: bool = False) -> Thread:
    """An incident that begins with these frames."""
    thread = Thread(aggregate=aggregate)
    for frame in found:
        thread.add(frame)
    return thread
