"""One report through annotation, resolution and extraction. Whatever fails becomes a reason."""

from dataclasses import replace

from reportedly.pipeline.tools import Tools
from reportedly.records import Failure, Reading, Received, Report

READ_LANGUAGES = frozenset({"en"})
MAX_TEXT = 1_000_000  # code points: a long book; more is an archive, not a report
_MAX_REASON = 500  # code points


def read_report(received: Received, tools: Tools) -> Reading:
    """What the tools find in one report. Never raises: a failed stage is a failure of the reading.

    This is the one place where every exception is caught, because a report that breaks a stage
    must not stop the others, and must not vanish either.
    """
    report = received.report
    stage = "language"
    try:
        refused = too_long(report) or refused_language(report)
        if refused:
            return _failed(report, tools, stage, refused)
        stage = "annotate"
        from reportedly.annotate import annotate

        annotated = annotate(report, tools.names)
        stage = "resolve"
        from reportedly.resolve import resolve

        annotated = resolve(annotated, tools.names)
        stage = "extract"
        found = tools.extractor.extract(annotated)
        for evidence in found.evidence():
            evidence.check(report)
        return _with_disputes(replace(found, report=report, extractor=tools.reader), tools)
    except Exception as error:
        return _failed(report, tools, stage, reason_of(error))


def too_long(report: Report) -> str | None:
    """Why a text is too long to be one report, or None."""
    if len(report.text) <= MAX_TEXT:
        return None
    return (
        f"the text has {len(report.text):,} characters; one report may have {MAX_TEXT:,}: "
        "split it into its parts"
    )


def refused_language(report: Report) -> str | None:
    """Why the report is not read, or None. The text decides; where it is too short, the source."""
    from reportedly.annotate.language import language

    code = language(report.text) or report.language
    if code is None or code.partition("-")[0].lower() in READ_LANGUAGES:
        return None
    named = "in a language not recognised" if code == "und" else f"in {code!r}"
    return f"the text is {named}; only English (en) is read so far"


def reason_of(error: Exception) -> str:
    """An exception as a recorded reason: its message, or its kind where it has none."""
    from reportedly.errors import ReportedlyError

    message = str(error) or type(error).__name__
    if not isinstance(error, ReportedlyError):
        message = f"a fault of reportedly: {type(error).__name__}: {error}"
    return message[:_MAX_REASON]


def _with_disputes(found: Reading, tools: Tools) -> Reading:
    from reportedly.reconcile import contradictions

    known = {(d.left, d.right) for d in found.disputes}
    more = contradictions(found, tools.codebook)
    fresh = tuple(d for d in more if not {(d.left, d.right), (d.right, d.left)} & known)
    return replace(found, disputes=(*found.disputes, *fresh))


def _failed(report: Report, tools: Tools, stage: str, reason: str) -> Reading:
    failure = Failure(report.name, stage, reason)
    return Reading(report=report, extractor=tools.reader, failures=(failure,))
