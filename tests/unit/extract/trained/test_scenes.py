"""The network settles where and when only what the rules left open."""

from datetime import date

from reportedly.extract.trained.scenes import Scenes, settled
from reportedly.records import (
    Account,
    Annotated,
    Claim,
    Place,
    PlaceMark,
    TimeMark,
    Value,
    When,
    cite,
    receive,
)

TEXT = "Tarqa and Belmira mourn. A bomb went off on Tuesday."
REPORT = receive(TEXT.encode(), "text/plain", name="t", text=TEXT).report
TUESDAY = When(date(2026, 3, 3), date(2026, 3, 3), "day")
MARCH = When(date(2026, 3, 1), date(2026, 3, 31), "month")
TARQA = Place("Tarqa", "city", country_code="XA", lat=1.0, lon=1.0)
BELMIRA = Place("Belmira", "city", country_code="XB", lat=9.0, lon=9.0)
AT = TEXT.index("Tuesday")
SEEN = Scenes(
    places=((PlaceMark(0, 5, TARQA, "location"), 0.7), (PlaceMark(10, 17, BELMIRA, "base"), 0.9)),
    times=((TimeMark(AT, AT + 7, "date", None, TUESDAY, "published"), 0.8),),
)


def account(role: str, *values: tuple[str, Value]) -> Account:
    words = (cite(REPORT, 25, 31),)
    claims = tuple(
        Claim(id=str(n), field=field, value=value, evidence=words)
        for n, (field, value) in enumerate(values)
    )
    return Account(
        id=role, report=REPORT.id, index=0, role=role, mentions=words, claims=claims  # type: ignore[arg-type]
    )  # fmt: skip


def added(*told: Account, seen: Scenes = SEEN) -> list[tuple[str, str, str, float | None]]:
    known = {claim.id for one in told for claim in one.claims}
    return [
        (one.id, claim.field, claim.evidence[0].quote, claim.score)
        for one in settled(told, Annotated(report=REPORT), seen, by="test/1")
        for claim in one.claims
        if claim.id not in known
    ]


def test_the_likeliest_place_and_day_are_added_where_there_is_none() -> None:
    assert added(account("main")) == [
        ("main", "place", "Belmira", 0.9),
        ("main", "date", "Tuesday", 0.8),
    ]


def test_a_town_and_a_day_of_the_rules_stay_as_they_are() -> None:
    assert added(account("main", ("place", TARQA), ("date", TUESDAY))) == []


def test_a_country_is_narrowed_to_a_town_in_it_and_a_month_to_a_day() -> None:
    told = account("main", ("place", Place("Xa", "country", country_code="XA")), ("date", MARCH))
    assert added(told) == [("main", "place", "Tarqa", 0.7), ("main", "date", "Tuesday", 0.8)]


def test_what_is_recalled_is_left_alone() -> None:
    assert added(account("background")) == []
    assert [who for who, *_ in added(account("background"), account("main"))] == ["main", "main"]


def test_an_unlikely_place_is_not_taken() -> None:
    unsure = Scenes(tuple((mark, 0.4) for mark, _ in SEEN.places), ())
    assert added(account("main"), seen=unsure) == []
