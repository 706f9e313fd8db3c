"""What the resolution of a time expression rests on, in words for the reviewer."""

from reportedly.records import TimeMark
from reportedly.resolve.story import Story


def reason(story: Story, mark: TimeMark, basis: str) -> str:
    """ "counted from 3 March 2031, the day of publication"; why not, where it is unresolved."""
    if mark.type in ("duration", "set") and mark.when is None:
        return "a length of time, of no certain days" if mark.type == "duration" else "repeated"
    if (mark.value or "").endswith("_REF"):
        return "no certain days"
    if mark.when is None and (mark.value or "").startswith("BC"):
        return "before the first year of the calendar"
    if mark.when is None:
        return _unresolved(story, basis)
    if basis == "stated":
        return "the words name it"
    if basis == "published" and story.published is not None:
        day = story.published
        return f"seen from {day.day} {day:%B %Y}, the day of publication"
    told = story.here()
    if told is None:
        return "by another date of the text"
    return f"by “{' '.join(story.text[told[1].start : told[1].end].split())}” in the text"


def _unresolved(story: Story, basis: str) -> str:
    if story.published is None and basis in ("published", "none"):
        return "the day of publication is not known"
    if basis == "stated":
        return "no such day in the calendar"
    return "no date before it to count from"
