"""The tidy tables that ``csv``, ``parquet`` and ``xlsx`` write: one thing a row, one fact a cell.

``TABLES`` is the one description of them: files, types, the data package and the documentation
follow from it; ``rows.py`` yields their rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.export.event import HURT
from reportedly.export.flat import Column, Kind


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    help: str
    columns: Sequence[Column]
    key: str | None = None  # the column that names a row
    refers: Mapping[str, str] = field(default_factory=dict)  # column -> table whose key it holds


def _columns(*lines: tuple[str, Kind, str]) -> list[Column]:
    return [Column(*line) for line in lines]


ENDS = ("low", "best", "high")
_TOTALS: list[tuple[str, Kind, str]] = [
    (f"{name}_{end}", "integer", f"People {name.replace('_', ' ')}: {end}.")
    for name in HURT
    for end in ENDS
]

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            "incidents",
            "What the accounts add up to, one row each; values chosen by the rules.",
            _columns(
                ("id", "string", "Id of the incident in its store."),
                ("type", "string", "Code of the codebook."),
                ("type_family", "string", "The coarse kind of the type."),
                ("status", "string", "completed, attempted, foiled or retracted."),
                ("date_earliest", "date", "First day on which it can have happened."),
                ("date_latest", "date", "Last day on which it can have happened."),
                ("date_precision", "string", "day, week, month, year or range."),
                ("place", "string", "Name of the place."),
                ("admin1", "string", "First-level division."),
                ("country", "string", "Country, by name."),
                ("country_code", "string", "ISO 3166-1 alpha-2."),
                ("latitude", "number", "Degrees WGS 84, of what place_precision says."),
                ("longitude", "number", "Degrees WGS 84, likewise."),
                ("place_precision", "string", "site, city, near, admin2, admin1, country ..."),
                ("place_ref", "string", "Id in the gazetteer."),
                ("perpetrators", "string", '"suspected" and the like stand before a name.'),
                ("perpetrator_refs", "string", "Ids in the actor registry, in that order."),
                ("attribution", "string", "claimed, accused, suspected or unknown."),
                ("attribution_by", "string", "Who says so; empty: the report itself."),
                ("denied", "boolean", "Whether responsibility is denied."),
                *_TOTALS,
                ("count_rules", "string", "The rule that chose each figure."),
                ("target", "string", "Whom or what it was directed at, in the report's words."),
                ("weapon", "string", "In the report's words."),
                ("disputed", "string", "Fields on which sources differ."),
                ("reports", "integer", "Reports that tell of it, copies counted."),
                ("voices", "integer", "Independent voices that say anything of it."),
            ),
            key="id",
        ),
        Table(
            "accounts",
            "One report's account of one incident. Sums over several incidents have no incident.",
            _columns(
                ("id", "string", "Id of the account."),
                ("incident", "string", "Incident that it was linked to."),
                ("source", "string", "Report that gives it."),
                ("index", "integer", "0-based place in that report."),
                ("role", "string", "main, background or aggregate."),
                ("score", "number", "Confidence of the extractor, where it gives one."),
                ("extractor", "string", "Name and version."),
            ),
            key="id",
            refers={"incident": "incidents", "source": "sources"},
        ),
        Table(
            "counts",
            "Every figure as stated, parts and superseded ones too. Never add them up.",
            _columns(
                ("id", "string", "Id of the claim; the same words can be a claim of two accounts."),
                ("account", "string", "Account that it stands in."),
                ("incident", "string", "Incident of that account."),
                ("field", "string", "killed, injured, missing ..."),
                ("low", "integer", "Low end; empty: open or unsaid."),
                ("best", "integer", "The number itself."),
                ("high", "integer", "High end; empty: open or unsaid."),
                ("bound", "string", "exact, at_least, up_to, approx, range, dozens or several."),
                ("group", "string", "Whom, as written; empty: all of them."),
                ("voice", "string", "Whose word it is; empty: the outlet's own."),
                ("said_on", "date", "Day on which it was said."),
                ("statement", "string", "Statement that it stands in."),
                ("part_of", "string", "Figure that includes this one."),
                ("superseded_by", "string", "Figure of the same report that replaces it."),
                ("used", "string", "for or against the value that stands; empty: neither."),
            ),
            refers={"account": "accounts", "incident": "incidents", "statement": "statements"},
        ),
        Table(
            "claims",
            "Every other value as stated: type, date, place, perpetrator, attribution ...",
            _columns(
                ("id", "string", "Id of the claim; the same words can be a claim of two accounts."),
                ("account", "string", "Account that it stands in."),
                ("incident", "string", "Incident of that account."),
                ("field", "string", "Field of the codebook."),
                ("value", "string", "The value in short."),
                ("voice", "string", "Whose word it is; empty: the outlet's own."),
                ("said_on", "date", "Day on which it was said."),
                ("statement", "string", "Statement that it stands in."),
                ("superseded_by", "string", "Claim of the same report that replaces it."),
                ("used", "string", "for or against the value that stands; empty: neither."),
            ),
            refers={"account": "accounts", "incident": "incidents", "statement": "statements"},
        ),
        Table(
            "statements",
            "Who said what, of all reports.",
            _columns(
                ("id", "string", "Id of the statement."),
                ("source", "string", "Report that quotes it."),
                ("speaker", "string", "As named; empty: the report names none."),
                ("speaker_ref", "string", "Id in the actor registry."),
                ("speaker_role", "string", "As named."),
                ("affiliation", "string", "As named."),
                ("act", "string", "assert, deny, claim_responsibility, accuse, warn ..."),
                ("mode", "string", "direct, indirect or mixed."),
                ("content", "string", "What was said, as printed."),
                ("date_earliest", "date", "First day on which it can have been said."),
                ("date_latest", "date", "Last day on which it can have been said."),
                ("forum", "string", "Where it was said."),
                ("addressee", "string", "To whom."),
                ("rebuts", "string", "Statements that it denies."),
                ("nested_in", "string", "Statement that reports this one."),
                ("horizon_earliest", "date", "First day that a warning speaks of."),
                ("horizon_latest", "date", "Last day that a warning speaks of."),
            ),
            key="id",
            refers={"source": "sources", "nested_in": "statements"},
        ),
        Table(
            "evidence",
            "Where each claim and statement stands. Offsets count code points, end exclusive.",
            _columns(
                ("of", "string", "Id of the claim, account or statement."),
                ("kind", "string", "claim, account, statement, cue or speaker."),
                ("source", "string", "Report."),
                ("part", "string", "text or title."),
                ("start", "integer", "First code point."),
                ("end", "integer", "The code point after the last."),
                ("quote", "string", "The words themselves."),
                ("masked", "boolean", "Whether names in them are covered, a █ a character."),
            ),
            refers={"source": "sources"},
        ),
        Table(
            "sources",
            "The reports, those without an incident too; not their texts.",
            _columns(
                ("id", "string", "Id of the report."),
                ("name", "string", "Id of its row, or name of its file."),
                ("title", "string", "As printed."),
                ("publisher", "string", "As stated by the source."),
                ("published", "date", "As stated by the source."),
                ("language", "string", "ISO 639-1."),
                ("url", "string", "Address."),
                ("characters", "integer", "Code points of its text."),
                ("sha256", "string", "Of the bytes that it was read from."),
            ),
            key="id",
        ),
        Table(
            "links",
            "The surest pair of each account of one incident; reports that print another's text.",
            _columns(
                ("incident", "string", "Incident that both belong to."),
                ("kind", "string", "same_incident (accounts) or copy (reports)."),
                ("left", "string", "Id of the account, or of the report that is the copy."),
                ("right", "string", "Id of the account, or of the report that was copied."),
                ("score", "number", "Probability, 0 to 1, that both tell of one incident."),
            ),
            refers={"incident": "incidents"},
        ),
        Table(
            "decisions",
            "What people decided about an incident, undone decisions too.",
            _columns(
                ("id", "string", "Id of the decision."),
                ("incident", "string", "Incident that it is about."),
                ("action", "string", "accept, reject, correct, join, split, dispute ..."),
                ("subject", "string", "Ids of what was decided on."),
                ("field", "string", "Field of the codebook."),
                ("value", "string", "The value that was chosen, in short."),
                ("reviewer", "string", "Who decided."),
                ("made_at", "string", "When, ISO 8601, UTC."),
                ("reason", "string", "Why."),
                ("in_force", "boolean", "False where it was undone or replaced."),
            ),
            refers={"incident": "incidents"},
        ),
    )
}  # fmt: skip
