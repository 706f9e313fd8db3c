"""Against whom or what an incident was directed, and with what, as one clause says it."""

from reportedly.extract.incidents.phrases import phrase, words

Span = tuple[int, int]


def target(text: str, start: int, end: int) -> Span | None:
    """The words for whom or what it was directed at, as a span."""
    for match in phrase("targets.target").finditer(text, start, end):
        noun = phrase("targets.target_end").sub("", match["np"]).rstrip()
        if _may_be_target(noun):
            return match.start("np"), match.start("np") + len(noun)
    return None


def _may_be_target(noun: str) -> bool:
    """True unless the words are none, a time, a number or a pronoun."""
    said = noun.lower().split()
    return not (
        not said
        or said[-1] in words("targets.no_last_words")
        or said[0] in words("targets.no_first_words")
        or phrase("targets.quantity").fullmatch(noun)
    )


def weapon(text: str, start: int, end: int) -> Span | None:
    """The words for what it was done with, as a span."""
    match = phrase("targets.weapon").search(text, start, end)
    return match.span() if match else None
