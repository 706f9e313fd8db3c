"""Whether a report is of another genre: sport, business, fiction, a drill, an accident."""

from collections.abc import Sequence

from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.outcomes import LATER
from reportedly.extract.incidents.phrases import phrase

_FIGURATIVE = (("genre.sport", 4), ("genre.market", 4), ("genre.fiction", 4), ("genre.drill", 3))
_MISHAP = 3  # different words of an accident


def is_another(text: str, found: Sequence[Frame]) -> bool:
    """True for words of violence in a report of something else, where nobody is said to do it."""
    if any(frame.attributes or frame.named for frame in found):
        return False
    hurt = any(t.outcome not in LATER and t.mark.count.figure for f in found for t in f.tolls)
    if hurt:
        doers = any(frame.agents for frame in found)
        return not doers and _different("genre.mishap", text) >= _MISHAP
    return any(_different(name, text) >= least for name, least in _FIGURATIVE)


def _different(name: str, text: str) -> int:
    return len({match.group().lower().rstrip("s") for match in phrase(name).finditer(text)})
