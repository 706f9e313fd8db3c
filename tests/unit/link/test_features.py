"""What speaks for and against one incident."""

from datetime import date
from typing import Any

import pytest
from tests.invented import account, at_least, claim, exactly, on, report, town

from reportedly.codebook import default
from reportedly.link import FEATURES, contradict, link, profiles
from reportedly.link import weights as w
from reportedly.link.profile import Profile
from reportedly.link.score import probability
from reportedly.records import Account, Actor, Code, Link, Place, Report, Text, When

FAMILIES = {code: kind.family for code, kind in default().types.items()}
MARKET = "A bomb hidden in a handcart tore through the Saltgate market, scattering bales of cloth."
AUCTION = "Riders on a motorcycle sprayed the fish auction and fled over the causeway to Ullascar."


def told(
    name: str, *fields: tuple[str, Any], text: str = MARKET, day: int = 19
) -> tuple[Account, Report]:
    source = report(name, text, published=date(2031, 3, day))
    return account(source, *(claim(source, field, value) for field, value in fields)), source


def pair(left: list[tuple[str, Any]], right: list[tuple[str, Any]]) -> tuple[Profile, Profile]:
    one, other = told("a", *left), told("b", *right)
    return tuple(profiles([one[0], other[0]], {r.id: r for _, r in (one, other)}))  # type: ignore[return-value]


def weight(name: str, left: Any, right: Any, field: str = "") -> float | None:
    feature = next(f for f in FEATURES if f.__name__ == name)
    both = pair([(field, left)], [(field, right)]) if field else pair(left, right)
    added = feature(*both, FAMILIES)
    return added[0] if added else None


def test_every_comparison_is_explained_to_reviewers() -> None:
    assert all(feature.__doc__ for feature in FEATURES)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (on("2031-03-18"), on("2031-03-18"), w.SAME_DAY),
        (on("2031-03-18"), on("2031-03-19"), w.DAY_APART),
        (on("2031-04-04"), on("2031-04-11"), w.WEEK_APART),
        (on("2031-03-18"), on("2031-03-21"), w.DAYS_APART[0][1]),
        (on("2031-03-18"), on("2031-03-25", "2031-03-26"), w.DAYS_APART[1][1]),
        (on("2031-03-18"), on("2031-05-18"), w.DATES_APART),
        (on("2031-03-18"), on("2031-01-01", "2031-12-31"), 0.0),
    ],
)
def test_dates(left: When, right: When, expected: float) -> None:
    assert weight("dates", left, right, "date") == expected


def test_a_narrow_overlap_says_more_than_a_wide_one() -> None:
    week, month = on("2031-03-17", "2031-03-23"), on("2031-03-01", "2031-03-31")
    day = on("2031-03-18")
    of_week, of_month = weight("dates", day, week, "date"), weight("dates", day, month, "date")
    assert of_week is not None
    assert of_month is not None
    assert w.SAME_DAY > of_week > of_month >= 0


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (town("Dulmeck"), town("Saltgate", lat=10.05), w.NEAR_BY),
        (town("Dulmeck"), town("Zanterro", lat=14.0), w.TOWNS_APART),
        (town("Dulmeck"), town("Dulmeck", country_code="XX"), w.COUNTRIES_APART),
        (town("Dulmeck", admin1="Ilvane"), Place("Ilvane", "admin1"), w.WITHIN_REGION),
        (Place("Ilvane", "admin2"), Place("Ilvane", "admin2"), w.SAME_COUNTY),
        (Place("the pass", "name"), Place("the mill", "name"), w.NAMES_APART),
        (Place("the Gulf", "area"), town("Dulmeck"), 0.0),
    ],
)
def test_places(left: Place, right: Place, expected: float) -> None:
    assert weight("places", left, right, "place") == expected


def test_of_several_sites_the_closest_pair_counts() -> None:
    left = [("place", town("Dulmeck")), ("place", town("Zanterro", lat=14.0))]
    found = weight("places", left, [("place", town("Zanterro", lat=14.0))])
    assert found is not None
    assert found >= w.SAME_SITE


def test_the_rarer_a_place_the_more_it_says() -> None:
    def agreed(times: int) -> float:
        both = [told(f"r{n}", ("place", town("Dulmeck"))) for n in range(times)]
        left, right, *_ = profiles([a for a, _ in both], {r.id: r for _, r in both})
        feature = next(f for f in FEATURES if f.__name__ == "places")
        added = feature(left, right, FAMILIES)
        assert added is not None
        return added[0]

    assert agreed(2) > agreed(5) > agreed(60) == w.SAME_SITE


def test_what_is_unknown_is_not_compared() -> None:
    assert weight("dates", [], [("date", on("2031-03-18"))]) is None
    assert weight("kinds", Code("other"), Code("bombing"), "type") is None
    assert weight("actors", Actor("gunmen", kind="unnamed"), Actor("Front"), "perpetrator") is None


def test_types_of_one_family() -> None:
    assert weight("kinds", Code("bombing"), Code("suicide_bombing"), "type") == w.SAME_FAMILY
    assert weight("kinds", Code("bombing"), Code("kidnapping"), "type") == w.OTHER_TYPE


def test_actors() -> None:
    front = Actor("Front", "a:1")
    assert weight("actors", front, Actor("The Front", "a:1"), "perpetrator") == w.SAME_ACTOR
    assert (
        weight("actors", front, Actor("Wing", "a:2", parent="a:1"), "perpetrator")
        == w.RELATED_ACTOR
    )
    assert weight("actors", front, Actor("Brigade", "a:3"), "perpetrator") == w.OTHER_ACTOR


def test_counts() -> None:
    assert weight("counts", exactly(55), at_least(55), "killed") == w.SAME_COUNT_LARGE
    assert weight("counts", exactly(7), exactly(7), "killed") == w.SAME_COUNT
    assert weight("counts", exactly(1), exactly(1), "killed") == w.SAME_COUNT_SMALL
    assert weight("counts", exactly(12), exactly(14), "killed") == w.CLOSE_COUNT
    assert weight("counts", exactly(3), exactly(40), "killed") == w.FAR_COUNT


def test_a_later_report_may_have_more_dead_but_not_far_fewer() -> None:
    early, late = (
        told("a", ("killed", exactly(3)), day=19),
        told("b", ("killed", exactly(40)), day=20),
    )
    swapped = told("c", ("killed", exactly(3)), day=21)
    assert count_weight(early, late) == 0
    assert count_weight(late, early) == 0
    assert count_weight(late, swapped) == w.FAR_COUNT


def count_weight(*both: tuple[Account, Report]) -> float:
    left, right = profiles([a for a, _ in both], {r.id: r for _, r in both})
    feature = next(f for f in FEATURES if f.__name__ == "counts")
    added = feature(left, right, FAMILIES)
    assert added is not None
    return added[0]


def test_a_rare_name_that_both_have_speaks_for_one_incident() -> None:
    texts = [
        "A clerk named Ottavio Brenk fell.",
        "They buried Ottavio Brenk on the hill of Dulmeck.",
    ]
    strangers = [f"Number {n} ran over the hill towards the clerk in Dulmeck." for n in range(200)]
    both = [
        told(f"r{n}", ("place", town("Dulmeck")), text=t) for n, t in enumerate(texts + strangers)
    ]
    left, right, *_ = profiles([a for a, _ in both], {r.id: r for _, r in both})
    assert left.names.keys() == {"ottavio", "brenk"}  # neither words nor places
    feature = next(f for f in FEATURES if f.__name__ == "names")
    added = feature(left, right, FAMILIES)
    assert added is not None
    assert added[0] > w.SAME_TYPE
    assert "brenk" in added[1]


def test_a_passing_mention_is_not_blamed_for_sharing_few_words() -> None:
    long = " ".join(
        f"Witness{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]} ran." for n in range(100)
    )
    brief, one, other = (
        told("a", text="Riders fled."),
        told("b", text=long),
        told("c", text=long[::-1]),
    )
    feature = next(f for f in FEATURES if f.__name__ == "words")
    seen = profiles([brief[0], one[0], other[0]], {r.id: r for _, r in (brief, one, other)})
    passing, full = feature(seen[0], seen[1], {}), feature(seen[1], seen[2], {})
    assert passing is not None
    assert full is not None
    assert full[0] < passing[0] < 0


def test_things() -> None:
    assert (
        weight("things", Text("the covered market"), Text("a market"), "target") == w.SHARED_THING
    )


def links(*both: tuple[Account, Report]) -> list[Link]:
    return link(profiles([a for a, _ in both], {r.id: r for _, r in both}), FAMILIES)


def test_the_same_attack_is_likely_and_its_reasons_add_up() -> None:
    known: list[tuple[str, Any]] = [
        ("date", on("2031-03-18")),
        ("place", town("Dulmeck")),
        ("type", Code("bombing")),
        ("killed", exactly(7)),
    ]
    (found,) = links(told("a", *known), told("b", *known[:3], ("killed", exactly(12))))
    assert found.score > 0.9
    assert found.score == probability(sum(reason.weight for reason in found.reasons))
    assert all(reason.words for reason in found.reasons)


def test_in_a_crowded_store_it_takes_more_agreement() -> None:
    here: list[tuple[str, Any]] = [("date", on("2031-03-18")), ("place", town("Dulmeck"))]
    two = links(told("a", *here), told("b", *here))
    many = links(*(told(f"r{n}", *here) for n in range(40)))
    assert many[0].score < two[0].score
    assert many[0].reasons[0].feature == "prior"


def test_two_fridays_running_are_two_attacks() -> None:
    def friday(name: str, day: str, dead: int) -> tuple[Account, Report]:
        place, kind = ("place", town("Ullascar")), ("type", Code("armed_assault"))
        return told(name, ("date", on(day)), place, kind, ("killed", exactly(dead)), text=AUCTION)

    (found,) = links(friday("a", "2031-04-04", 3), friday("b", "2031-04-11", 5))
    assert found.score < 0.2


def test_pairs_of_one_report_and_strangers_are_not_compared() -> None:
    source = report("a")
    mine = account(source), account(source, index=1)
    assert link(profiles(mine, {source.id: source}), FAMILIES) == []
    assert links(told("a", text=MARKET), told("b", text=AUCTION)) == []


def test_aggregates_have_no_profile() -> None:
    source = report("a")
    assert profiles([account(source, role="aggregate")], {source.id: source}) == []


def test_contradiction_takes_both_day_and_place() -> None:
    here = [("date", on("2031-03-18")), ("place", town("Dulmeck"))]
    there = [("date", on("2031-05-18")), ("place", town("Zanterro", lat=14.0))]
    assert contradict(*pair(here, there))
    assert not contradict(*pair(here, [there[0], here[1]]))
    assert not contradict(*pair(here, []))


def test_probability_is_bounded() -> None:
    assert probability(0) == 0.5
    assert probability(-10_000) < 1e-12
    assert probability(10_000) == 1.0
