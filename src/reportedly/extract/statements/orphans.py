"""Quotations that no reporting verb took: whose words they are follows from their neighbours."""

from collections.abc import Sequence

from reportedly.extract.statements.found import Found
from reportedly.extract.statements.lines import Line
from reportedly.records import Quotation

WORDS_OF_A_STATEMENT = 4  # a shorter quotation without a cue is a fragment, not a statement
LEADS_IN = frozenset(["", ",", ":", "."])


def quotations_used(line: Line, found: Sequence[Found]) -> set[Quotation]:
    """The quotations that stand in the content of an attribution."""
    inside = (line.quote(i) for one in found for i in range(one.start, one.end))
    return {quote for quote in inside if quote is not None}


def orphans(text: str, line: Line, used: set[Quotation]) -> list[Quotation]:
    """The quotations that end in this line, were taken by no cue and are no mere fragments."""
    found = []
    bare = not any(item.is_word for item in line.items)
    for index, item in enumerate(line.items):
        quotation = item.quote
        if quotation is None or quotation in used or quotation.end > line.sentence.end:
            continue
        words = text[quotation.start : quotation.end].split()
        if len(words) < WORDS_OF_A_STATEMENT:
            continue
        opens = words[0][:1].isupper() or words[0][:1] in set("[….")
        led_in = index == 0 or line.low(index - 1) in LEADS_IN
        continued = index == 0 and quotation.start < line.sentence.start
        if bare or continued or (opens and led_in):
            found.append(quotation)
    return found
