"""Values and evidence as the contract shows them."""

from collections.abc import Iterable

from reportedly.codebook import Codebook
from reportedly.contract.shapes import (
    AttributionJson,
    CountJson,
    EvidenceJson,
    HorizonJson,
    PerpetratorJson,
    PlaceJson,
    ValueJson,
    WhenJson,
)
from reportedly.records import (
    Actor,
    Attribution,
    Code,
    Count,
    Evidence,
    Horizon,
    Masked,
    Place,
    Said,
    Text,
    Value,
    When,
)


def value(one: Value) -> ValueJson:
    """A value of any kind; which kind follows from the field."""
    match one:
        case Count():
            return count(one)
        case When():
            return when(one)
        case Place():
            return place(one)
        case Actor():
            return perpetrator(one)
        case Attribution():
            return attribution(one)
        case Code():
            return {"code": one.code}
        case Text():
            return {"text": one.text}
        case Said():
            on = when(one.on) if one.on else None
            return {
                "act": one.act,
                "date": on,
                "speaker_unnamed": one.unnamed,
                "denies_nothing": one.denies_nothing,
            }


def count(one: Count) -> CountJson:
    return {"low": one.low, "best": one.best, "high": one.high, "bound": one.bound}


def quoted(one: Evidence) -> EvidenceJson:
    found: EvidenceJson = {
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "in": one.part,
    }
    if isinstance(one, Masked):
        found["masked"] = True
    return found


def evidence(many: Iterable[Evidence]) -> list[EvidenceJson]:
    return [quoted(one) for one in many]


def when(one: When) -> WhenJson:
    return {
        "earliest": one.earliest.isoformat(),
        "latest": one.latest.isoformat(),
        "precision": one.precision,
    }


def horizon(one: Horizon) -> HorizonJson:
    return {
        "earliest": one.earliest.isoformat() if one.earliest else None,
        "latest": one.latest.isoformat() if one.latest else None,
    }


def place(one: Place) -> PlaceJson:
    return {
        "name": one.name,
        "admin1": one.admin1,
        "country": one.country,
        "country_code": one.country_code,
        "lat": one.lat,
        "lon": one.lon,
        "precision": one.precision,
        "ref": one.ref,
    }


def perpetrator(one: Actor) -> PerpetratorJson:
    return {"name": one.name, "ref": one.ref, "kind": one.kind, "qualifier": one.qualifier}


def attribution(one: Attribution) -> AttributionJson:
    return {"status": one.status, "by": one.by, "denied": one.denied}


def family(code: str | None, codebook: Codebook) -> str | None:
    """The coarse kind that a type belongs to; None for no type, or one of another codebook."""
    known = codebook.types.get(code or "")
    return known.family if known else None
