"""A report's accounts of incidents: the incidents it tells of, each with its claims."""

from collections.abc import Sequence

from reportedly.codebook import Codebook
from reportedly.extract.incidents.claims import claims
from reportedly.extract.incidents.coreference import threads
from reportedly.extract.incidents.framing import Also, frames
from reportedly.extract.incidents.genre import is_another
from reportedly.extract.incidents.passages import passages
from reportedly.extract.incidents.sharing import with_shared_claims
from reportedly.extract.incidents.telling import Telling
from reportedly.extract.incidents.threads import Thread
from reportedly.records import (
    Account,
    Annotated,
    Claim,
    Evidence,
    Role,
    Statement,
    cite,
    content_id,
)

_RECENT_DAYS = 45  # an incident older than this at publication is background to the news
_NEWS_DAYS = 7  # one as young as this is the news, wherever the report tells of it
_WIDE = ("country", "area")
_LEAD = 1  # the last paragraph that may tell of undated news, 0-based


def accounts(
    annotated: Annotated,
    statements: Sequence[Statement],
    codebook: Codebook,
    *,
    by: str,
    also: Also | None = None,
) -> tuple[Account, ...]:
    """The report's accounts of incidents, in the order it tells them. ``also``: see ``frames``."""
    by_id = {statement.id: statement for statement in statements}
    denials = [statement for statement in statements if statement.act == "deny"]
    told: list[tuple[Thread, tuple[Claim, ...]]] = []
    read = frames(annotated, statements, also)
    if is_another(annotated.report.text, read):
        return ()
    found = _telling_more(threads(read, codebook, annotated.report.published, also))
    found = with_shared_claims(found, statements)
    first = next((thread for thread in found if not thread.aggregate), None)
    around = passages(annotated, read, found)
    for thread, spans in zip(found, around, strict=True):
        telling = Telling(annotated, by_id, denials, thread, spans, codebook, by, thread is first)
        made = tuple(claims(telling))
        fields = {c.field for c in made}
        dated = thread.dates and thread.places  # by its own words, not by those around it
        if thread.aggregate or "type" in fields or dated:
            told.append((thread, made))
    lead = next((thread for thread, _ in told if not thread.aggregate), None)
    return tuple(
        _account(annotated, n, thread, made, _role(annotated, thread, thread is lead), by)
        for n, (thread, made) in enumerate(told)
    )


def _telling_more(told: Sequence[Thread]) -> list[Thread]:
    """The threads without those that only speak of violence: no day, no town, no toll."""
    kept: list[Thread] = []
    others = len(told) - 1
    for thread in told:
        if others and not thread.aggregate and not _has_facts(thread):
            others -= 1
        else:
            kept.append(thread)
    return kept


def _has_facts(thread: Thread) -> bool:
    return any(
        f.tolls or f.when or any(p.place.precision not in _WIDE for p in f.places)
        for f in thread.frames
    )


def _account(
    annotated: Annotated,
    index: int,
    thread: Thread,
    made: tuple[Claim, ...],
    role: Role,
    by: str,
) -> Account:
    report = annotated.report
    mentions = tuple(dict.fromkeys(_mention(annotated, f.start, f.end) for f in thread.frames))
    return Account(
        id=content_id("account", report.id, index, mentions[0].start, mentions[0].end),
        report=report.id,
        index=index,
        role=role,
        mentions=mentions,
        claims=made,
        by=by,
    )


def _mention(annotated: Annotated, start: int, end: int) -> Evidence:
    """A clause without the white space around it."""
    clause = annotated.report.text[start:end]
    start += len(clause) - len(clause.lstrip())
    return cite(annotated.report, start, start + max(1, len(clause.strip())))


def _role(annotated: Annotated, thread: Thread, lead: bool) -> Role:
    """Main: what the report is news of. Background: what it recalls."""
    if thread.aggregate:
        return "aggregate"
    published = annotated.report.published
    early = thread.frames[0].paragraph <= _LEAD
    if published and thread.dates:
        narrowest = min(thread.dates, key=lambda when: (when.latest - when.earliest, when.earliest))
        age = (published - narrowest.latest).days
        news = age <= _NEWS_DAYS or (early and age <= _RECENT_DAYS)
    else:
        news = lead or early
    return "main" if news else "background"
