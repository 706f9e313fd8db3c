"""Turns drafts into statements: ids, evidence, horizons, what is reported inside what."""

from collections.abc import Iterable, Iterator

from reportedly.extract.statements.drafts import Draft
from reportedly.extract.statements.horizons import horizon_of
from reportedly.records import Annotated, Evidence, Report, Speaker, Statement, cite, content_id


def made_of(annotated: Annotated, drafts: Iterable[Draft], by: str) -> tuple[Statement, ...]:
    """One statement a draft, in text order, outer before inner; doubles are dropped."""
    report = annotated.report
    made: dict[str, Statement] = {}
    open_contents: list[tuple[int, int, str]] = []  # start, end and id of what may hold the next
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        identity = content_id("statement", report.id, draft.start, draft.end, draft.who.name)
        if identity in made:
            continue
        while open_contents and open_contents[-1][1] < draft.end:
            open_contents.pop()
        holder = next(_holders(open_contents, draft), None)
        open_contents.append((draft.start, draft.end, identity))
        made[identity] = Statement(
            id=identity,
            report=report.id,
            speaker=_speaker(report, draft),
            act=draft.act,
            mode=draft.mode,
            content=cite(report, draft.start, draft.end),
            cue=cite(report, *draft.cue) if draft.cue else None,
            date=draft.date,
            forum=draft.forum,
            addressee=draft.addressee,
            nested_in=holder,
            horizon=horizon_of(
                draft.act, report.text[draft.start : draft.end], draft.date, report.published
            ),
            by=by,
        )
    return tuple(made.values())


def _holders(open_contents: list[tuple[int, int, str]], draft: Draft) -> Iterator[str]:
    """Ids of the statements whose content holds the draft's and more, innermost first."""
    for start, end, identity in reversed(open_contents):
        if (start, end) != (draft.start, draft.end):
            yield identity


def _speaker(report: Report, draft: Draft) -> Speaker:
    who = draft.who
    evidence: tuple[Evidence, ...] = ()
    if who.name is not None and who.start < who.end:
        evidence = (cite(report, who.start, who.end),)
    return Speaker(
        name=who.name, ref=who.ref, role=who.role, affiliation=who.affiliation, evidence=evidence
    )
