"""Whom a text credits with what it prints: an agency, or the source that another outlet cites."""

import re

from reportedly.records import Report, Statement

_DATELINE = re.compile(r"\A[^\n(]{0,80}\(([A-Z][\w .&'’-]{1,30})\)\s{0,3}(?:[-–—:]|\n)")
_CLOSING = re.compile(
    r"\n[ \t]*\(?(?:with reporting by )?([A-Z][\w .&'’-]{1,30}?)\.?\)?\s*\Z", re.I
)
_CITED = re.compile(r"\b(?:citing|quoting)\s+(?:an?\s|the\s)?([^,.;:\"“”()\n]{3,60})")
_END = re.compile(r"\s(?:as|that|who|which|on|in|at|said|reported|told)\b.*", re.S)
_NEAR = 60  # characters after the verb in which a cited source stands


def credited_agency(text: str) -> str | None:
    """The agency that a text names in its dateline or its last line: "TOWN (Agency) - ..."."""
    found = _DATELINE.search(text[:160]) or _CLOSING.search(text[-60:])
    return found.group(1).strip() if found else None


def cited(report: Report, statement: Statement) -> str | None:
    """Whom the speaker of a statement cites in the same breath: "X reported, citing police"."""
    cue = statement.cue
    if cue is None or cue.part != "text":
        return None
    named = [
        e.start for e in statement.speaker.evidence if e.part == "text" and e.start < cue.start
    ]
    start = max(named, default=cue.start)
    start = start if cue.start - start <= _NEAR else cue.start
    breath = report.text[start : cue.end + _NEAR]
    found = _CITED.search(re.split(r"(?<=[.!?])\s", breath)[0])
    return _END.sub("", found.group(1)).strip() or None if found else None
