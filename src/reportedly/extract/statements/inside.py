"""Reporting verbs that open a quoted fragment: "..., “promising that all will be safe.”"."""

from collections.abc import Iterator

from reportedly.extract.statements.acts import act_of
from reportedly.extract.statements.candidates import candidates
from reportedly.extract.statements.contents import right_of
from reportedly.extract.statements.drafts import Draft
from reportedly.extract.statements.found import Found, trimmed
from reportedly.extract.statements.lines import Line, quoted_line
from reportedly.extract.statements.speakers import Who


def within_quotations(text: str, one: Found, who: Who) -> Iterator[Draft]:
    """The statement that a fragment inside the content of another makes by a verb of its own."""
    for index in range(one.start + 1, one.end):
        quotation = one.line.quote(index)
        if quotation is not None and quotation.start >= one.line.sentence.start:
            yield from _opening(text, quoted_line(text, quotation, one.line.sentence), who)


def _opening(text: str, line: Line, who: Who) -> Iterator[Draft]:
    cue = next(candidates(line), None)
    if cue is None or cue.first > 0 or cue.form != "ing":
        return
    right = right_of(line, cue)
    if right is None:
        return
    first, last = trimmed(line, right.start, len(line))
    if first >= last:
        return
    start, end = line.span(first, last)
    act = act_of(right.verb.act, cue.lemma, text[start:end], who)
    words = line.span(cue.first, cue.last)
    yield Draft(who, act, "direct", start, end, line.sentence.paragraph, words)
