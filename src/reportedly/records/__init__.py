"""The nouns. Frozen dataclasses, standard library only, no I/O."""

from reportedly.records.account import Account, Role
from reportedly.records.annotation import (
    ActorMark,
    Alias,
    Annotated,
    CountMark,
    PlaceMark,
    Quotation,
    Sentence,
    TimeMark,
)
from reportedly.records.claim import Claim
from reportedly.records.coded import Coded, CodedFile, CodedRow, Side, Toll
from reportedly.records.decision import PERSON, Action, Anchor, Decision, Differing
from reportedly.records.evidence import Evidence, Masked, cite
from reportedly.records.ids import content_id
from reportedly.records.incident import Dispute, Finding, Incident
from reportedly.records.link import Link, Reason
from reportedly.records.naming import Naming, naming
from reportedly.records.reading import ActorInText, Reading
from reportedly.records.report import Failure, Received, Report, Tombstone, receive, restate
from reportedly.records.statement import Mode, Speaker, Statement
from reportedly.records.values import (
    Act,
    Actor,
    Attribution,
    Bound,
    Code,
    Count,
    Horizon,
    Place,
    PlacePrecision,
    Precision,
    Said,
    Text,
    Value,
    When,
)

__all__ = [
    "PERSON",
    "Account",
    "Act",
    "Action",
    "Actor",
    "ActorInText",
    "ActorMark",
    "Alias",
    "Anchor",
    "Annotated",
    "Attribution",
    "Bound",
    "Claim",
    "Code",
    "Coded",
    "CodedFile",
    "CodedRow",
    "Count",
    "CountMark",
    "Decision",
    "Differing",
    "Dispute",
    "Evidence",
    "Failure",
    "Finding",
    "Horizon",
    "Incident",
    "Link",
    "Masked",
    "Mode",
    "Naming",
    "Place",
    "PlaceMark",
    "PlacePrecision",
    "Precision",
    "Quotation",
    "Reading",
    "Reason",
    "Received",
    "Report",
    "Role",
    "Said",
    "Sentence",
    "Side",
    "Speaker",
    "Statement",
    "Text",
    "TimeMark",
    "Toll",
    "Tombstone",
    "Value",
    "When",
    "cite",
    "content_id",
    "naming",
    "receive",
    "restate",
]
