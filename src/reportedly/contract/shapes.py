"""The shapes of the outside contract, as typed dictionaries. Their names end in ``Json``."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic asks for it before Python 3.12

from reportedly.records import Act, Action, Bound, Mode, PlacePrecision, Precision, Role

SCHEMA: Literal["reportedly/1"] = "reportedly/1"

AttributionStatus = Literal["claimed", "accused", "suspected", "unknown"]
Outcome = Literal["killed", "injured", "missing", "abducted", "detained", "freed"]
STRENGTH: tuple[AttributionStatus, ...] = ("claimed", "accused", "suspected", "unknown")

EvidenceJson = TypedDict(
    "EvidenceJson",
    {
        "start": int,
        "end": int,
        "quote": str,
        "in": Literal["text", "title"],
        "masked": NotRequired[Literal[True]],  # names are covered, a character each
    },
)


class ReportJson(TypedDict):
    id: str
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None
    characters: int
    extractor: str
    text: NotRequired[str]


class WhenJson(TypedDict):
    earliest: str
    latest: str
    precision: Precision
    evidence: NotRequired[list[EvidenceJson]]


class HorizonJson(TypedDict):
    earliest: str | None
    latest: str | None


class PlaceJson(TypedDict):
    name: str
    admin1: str | None
    country: str | None
    country_code: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    ref: str | None
    evidence: NotRequired[list[EvidenceJson]]


class PerpetratorJson(TypedDict):
    name: str
    ref: str | None
    kind: str | None
    qualifier: Literal["suspected", "linked", "alleged"] | None
    evidence: NotRequired[list[EvidenceJson]]


class AttributionJson(TypedDict):
    status: AttributionStatus
    by: str | None
    denied: bool
    evidence: NotRequired[list[EvidenceJson]]


class CountJson(TypedDict):
    low: int | None
    best: int | None
    high: int | None
    bound: Bound


class StatedCountJson(CountJson):
    id: str
    group: str | None
    outcome: Outcome
    attackers: bool  # True: the people counted are attackers, not victims
    voice: str | None
    statement: str | None
    part_of: str | None
    superseded_by: str | None
    evidence: list[EvidenceJson]


class WordsJson(TypedDict):
    text: str
    evidence: list[EvidenceJson]


class WeaponJson(WordsJson):
    code: str | None


class AccountJson(TypedDict):
    """One incident as one report tells of it."""

    id: str
    role: Role
    type: str | None
    type_family: str | None
    date: WhenJson | None
    place: PlaceJson | None
    perpetrators: list[PerpetratorJson]  # those with a name
    perpetrator_description: WordsJson | None  # of those without: "gunmen"
    attribution: AttributionJson
    killed: CountJson | None
    injured: CountJson | None
    attackers_killed: CountJson | None
    counts: list[StatedCountJson]
    target: WordsJson | None
    weapon: WeaponJson | None
    status: str | None
    score: float | None
    mentions: list[EvidenceJson]


class SpeakerJson(TypedDict):
    name: str | None
    ref: str | None
    role: str | None
    affiliation: str | None
    evidence: list[EvidenceJson]


class StatementJson(TypedDict):
    id: str
    speaker: SpeakerJson
    act: Act
    mode: Mode
    content: EvidenceJson
    cue: EvidenceJson | None
    date: WhenJson | None
    forum: str | None
    addressee: str | None
    about: list[str]  # incidents whose facts it states, and statements that it rebuts
    nested_in: str | None
    horizon: HorizonJson | None
    by: str  # the extractor; "a person" where somebody made it or set it right


class ActorJson(TypedDict):
    ref: str | None
    name: str
    kind: str | None
    aliases_in_text: list[EvidenceJson]
    mentions: list[EvidenceJson]
    parent: str | None


class DisputeJson(TypedDict):
    left: str
    right: str
    kind: Literal["count", "date", "place", "responsibility", "proposition"]
    field: NotRequired[str]
    issue: NotRequired[str]


class FailureJson(TypedDict):
    stage: str
    reason: str


class ReadingJson(TypedDict):
    """One line of ``reportedly read --json``."""

    schema: Literal["reportedly/1"]
    report: ReportJson
    incidents: list[AccountJson]
    statements: list[StatementJson]
    actors: list[ActorJson]
    disputes: list[DisputeJson]
    failures: list[FailureJson]


class TextJson(TypedDict):
    text: str


class CodeJson(TypedDict):
    code: str


class SaidJson(TypedDict):
    """What a decision makes of a statement; ``date`` null: as it was read."""

    act: Act
    date: WhenJson | None
    speaker_unnamed: bool
    denies_nothing: bool


ValueJson = (
    CountJson
    | WhenJson
    | PlaceJson
    | PerpetratorJson
    | AttributionJson
    | CodeJson
    | TextJson
    | SaidJson
)


class ClaimJson(TypedDict):
    id: str
    report: str  # the report's name
    field: str
    value: ValueJson
    group: str | None
    voice: str | None
    statement: str | None
    said_on: str | None
    evidence: list[EvidenceJson]


class FindingJson(TypedDict):
    field: str
    value: ValueJson
    basis: list[str]
    against: list[str]
    rule: str
    because: str
    voices: int  # independent voices behind the value
    voices_heard: int  # independent voices that give the field any value
    group: str | None  # for counts: whom; null: all of them


class ReleasedCountJson(TypedDict):
    low: int | None
    best: int | None
    high: int | None
    rule: str


class DecisionJson(TypedDict):
    id: str
    action: Action
    subject: list[str]
    field: str | None
    value: ValueJson | None
    reviewer: str
    made_at: str
    reason: str
    replaces: str | None
    in_force: bool  # False: undone or replaced
    machine: list[ValueJson] | None  # what it says instead today; null where it says the same


class IncidentJson(TypedDict):
    """One line of ``reportedly export --as jsonl``."""

    id: str
    accounts: list[str]  # "<report name>#<place among that report's incidents, from 0>"
    claims: list[ClaimJson]
    type: str | None
    type_family: str | None
    date: WhenJson | None
    place: PlaceJson | None
    perpetrators: list[PerpetratorJson]
    attribution: AttributionJson
    killed: ReleasedCountJson | None
    injured: ReleasedCountJson | None
    status: str | None
    findings: list[FindingJson]
    groups: list[FindingJson]  # counts of groups of people; parts of the totals, not to be added
    voices: int  # independent voices that say anything of it
    disputed: list[str]
    disputes: list[DisputeJson]
    decisions: list[DecisionJson]
