"""Every record survives the way to JSON and back."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import StoreError
from reportedly.records import (
    Account,
    Actor,
    ActorInText,
    Attribution,
    Claim,
    Code,
    Count,
    Decision,
    Dispute,
    Evidence,
    Failure,
    Finding,
    Horizon,
    Incident,
    Link,
    Place,
    Reading,
    Reason,
    Report,
    Said,
    Speaker,
    Statement,
    Text,
    Value,
    When,
)
from reportedly.records.codec import build, dumps, loads, plain

RECORDS = (
    Account, ActorInText, Claim, Decision, Dispute, Evidence, Failure, Finding, Horizon, Incident,
    Link, Reading, Reason, Report, Speaker, Statement,
)  # fmt: skip

numbers = st.integers(0, 10**9)
counts = (
    st.lists(numbers, min_size=3, max_size=3)
    .map(sorted)
    .flatmap(
        lambda n: st.builds(
            Count,
            low=st.sampled_from([n[0], None]),
            best=st.just(n[1]),
            high=st.sampled_from([n[2], None]),
            bound=st.sampled_from(
                ["exact", "at_least", "up_to", "approx", "range", "dozens", "several"]
            ),
        )
    )
)
dates = st.tuples(st.dates(), st.dates()).map(sorted)
whens = st.builds(
    lambda d, p: When(d[0], d[1], p), dates, st.sampled_from(["day", "week", "range"])
)
floats = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(Count, counts)
st.register_type_strategy(When, whens)
st.register_type_strategy(float, floats)
places = st.builds(Place, lat=st.none() | floats, lon=st.none() | floats)
st.register_type_strategy(Place, places)
values = st.one_of(
    counts,
    whens,
    places,
    st.builds(Actor),
    st.builds(Attribution),
    st.builds(Code),
    st.builds(Text),
    st.builds(Said, on=st.one_of(st.none(), whens)),
)
evidence = st.builds(Evidence)
claims = st.builds(
    Claim, value=values, evidence=st.lists(evidence, min_size=1, max_size=2).map(tuple)
)
st.register_type_strategy(Claim, claims)


@given(values)
def test_values(value: Value) -> None:
    assert loads(dumps(value)) == value


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_records(kind: type[Any]) -> None:
    strategy = claims if kind is Claim else st.from_type(kind)

    @settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
    @given(strategy)
    def survives(record: Any) -> None:
        assert build(kind, json.loads(json.dumps(plain(record)))) == record

    survives()


def test_a_value_of_a_newer_form_is_refused() -> None:
    with pytest.raises(StoreError, match="update"):
        loads('{"version": 2, "value": {"is": "code", "code": "bombing"}}')
    with pytest.raises(StoreError, match="unknown kind"):
        loads('{"version": 1, "value": {"is": "smell", "code": "x"}}')


def test_data_of_another_shape_is_refused() -> None:
    with pytest.raises(StoreError, match="Count"):
        build(Count, {"low": "many", "best": None, "high": None, "bound": "exact"})
    with pytest.raises(StoreError, match="Horizon"):
        build(Horizon, {"earliest": "soon", "latest": None})
    assert build(Horizon, {"earliest": "2031-01-01", "latest": None}).earliest == date(2031, 1, 1)
