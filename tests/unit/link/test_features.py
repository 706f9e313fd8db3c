"""What speaks for and against one incident."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.invented import account, at_least, claim, exactly, on, reading, report, town

from reportedly.codebook import default
from reportedly.link import (
    FEATURES,
    NEEDED,
    Profile,
    contradict,
    keys,
    link,
    packed,
    profiles,
    unpacked,
)
from reportedly.link.score import probability
from reportedly.link.weights import THRESHOLD, model, parse
from reportedly.records import Actor, Code, Link, Place, Reading, Text, When

FAMILIES = {code: kind.family for code, kind in default().types.items()}
MARKET = "A bomb hidden in a handcart tore through the Saltgate market, scattering bales of cloth."
AUCTION = "Riders on a motorcycle sprayed the fish auction and fled over the causeway to Ullascar."


def told(name: str, *fields: tuple[str, Any], text: str = MARKET, day: int = 19) -> Reading:
    source = report(name, text, published=date(2031, 3, day))
    return reading(source, account(source, *(claim(source, f, value) for f, value in fields)))


def seen(name: str, *fields: tuple[str, Any], text: str = MARKET, day: int = 19) -> Profile:
    (profile,) = profiles(told(name, *fields, text=text, day=day))
    return profile


def level(name: str, left: Any, right: Any, field: str = "") -> str | None:
    """What a comparison finds for two values of a field, or for two lists of fields."""
    one, other = ([(field, left)], [(field, right)]) if field else (left, right)
    return compared(name, seen("a", *one), seen("b", *other))


def compared(name: str, left: Profile, right: Profile) -> str | None:
    found = next(f for f in FEATURES if f.__name__ == name)(left, right, FAMILIES)
    return found[0] if found else None


def test_every_comparison_is_explained_to_reviewers() -> None:
    assert all(feature.__doc__ for feature in FEATURES)


def test_the_model_weighs_each_comparison_and_the_more_agrees_the_more_it_adds() -> None:
    weights = model().weights
    assert list(weights) == [feature.__name__ for feature in FEATURES]
    for levels in weights.values():
        assert list(levels.values()) == sorted(levels.values(), reverse=True)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (on("2031-03-18"), on("2031-03-18"), "same_day"),
        (on("2031-03-18"), on("2031-03-19"), "day_apart"),
        (on("2031-04-04"), on("2031-04-11"), "same_weekday"),
        (on("2031-03-18"), on("2031-03-21"), "week_of_it"),
        (on("2031-03-18"), on("2031-03-25", "2031-03-26"), "month_of_it"),
        (on("2031-03-18"), on("2031-05-18"), "apart"),
        (on("2031-03-18"), on("2031-03-17", "2031-03-19"), "few_days"),
        (on("2031-03-18"), on("2031-03-17", "2031-03-23"), "one_week"),
        (on("2031-03-18"), on("2031-03-01", "2031-03-31"), "one_month"),
        (on("2031-03-18"), on("2031-01-01", "2031-12-31"), "long_time"),
    ],
)
def test_dates(left: When, right: When, expected: str) -> None:
    assert level("dates", left, right, "date") == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (town("Dulmeck"), town("Dulmeck"), "same_rare"),
        (town("Chicago"), town("Chicago"), "same_common"),
        (town("Dulmeck"), town("Saltgate", lat=10.05), "near"),
        (town("Dulmeck"), town("Zanterro", lat=14.0), "other_towns"),
        (town("Dulmeck"), town("Dulmeck", country_code="XX"), "other_countries"),
        (town("Dulmeck", admin1="Ilvane"), Place("Ilvane", "admin1"), "within_region"),
        (Place("Ilvane", "admin2"), Place("Ilvane", "admin2"), "same_county"),
        (Place("the pass", "name"), Place("the mill", "name"), "other_names"),
        (Place("the Gulf", "area"), town("Dulmeck"), "unclear"),
    ],
)
def test_places(left: Place, right: Place, expected: str) -> None:
    assert level("places", left, right, "place") == expected


def test_of_several_sites_the_closest_pair_counts() -> None:
    left = [("place", town("Dulmeck")), ("place", town("Zanterro", lat=14.0))]
    assert level("places", left, [("place", town("Zanterro", lat=14.0))]) == "same_rare"


def test_what_is_unknown_is_not_compared() -> None:
    assert level("dates", [], [("date", on("2031-03-18"))]) is None
    assert level("kinds", Code("other"), Code("bombing"), "type") is None
    assert level("actors", Actor("gunmen", kind="unnamed"), Actor("Front"), "perpetrator") is None


def test_types_of_one_family() -> None:
    assert level("kinds", Code("bombing"), Code("suicide_bombing"), "type") == "same_family"
    assert level("kinds", Code("bombing"), Code("kidnapping"), "type") == "other_type"


def test_actors() -> None:
    front = Actor("Front", "a:1")
    assert level("actors", front, Actor("The Front", "a:1"), "perpetrator") == "same"
    assert level("actors", front, Actor("Wing", "a:2", parent="a:1"), "perpetrator") == "related"
    assert level("actors", front, Actor("Brigade", "a:3"), "perpetrator") == "other"


def test_counts() -> None:
    assert level("counts", exactly(255), at_least(255), "killed") == "same_huge"
    assert level("counts", exactly(55), at_least(55), "killed") == "same_large"
    assert level("counts", exactly(7), exactly(7), "killed") == "same"
    assert level("counts", exactly(1), exactly(1), "killed") == "same_small"
    assert level("counts", exactly(12), exactly(14), "killed") == "close"
    assert level("counts", exactly(3), exactly(40), "killed") == "far"


def test_a_later_report_may_have_more_dead_but_not_far_fewer() -> None:
    early, late = (
        seen("a", ("killed", exactly(3)), day=19),
        seen("b", ("killed", exactly(40)), day=20),
    )
    swapped = seen("c", ("killed", exactly(3)), day=21)
    assert compared("counts", early, late) == compared("counts", late, early) == "other"
    assert compared("counts", late, swapped) == "far"


def test_a_rare_name_that_both_have_speaks_for_one_incident() -> None:
    here = ("place", town("Dulmeck"))
    left = seen("a", here, text="A clerk named Ottavio Brenk fell.")
    right = seen("b", here, text="They buried Ottavio Brenk on the hill of Dulmeck.")
    assert left.names == {"ottavio", "brenk"}  # "clerk" has no capital
    assert compared("names", left, right) == "some"


def test_ages_and_house_numbers_are_compared_but_years_are_not() -> None:
    left = seen("a", text="A man, 41, fell at 2310 Canal Road in 2031. Call 555-0142.")
    right = seen("b", text="The 41-year-old, aged 41, lived at 2310 Canal Road until 2031.")
    assert left.ages == right.ages == {41}
    assert left.numbers == right.numbers == {2310}
    assert compared("ages", left, right) == compared("numbers", left, right) == "one"


def test_two_spots_of_one_large_town_are_not_one_place() -> None:
    def at(name: str, spot: str, where: str = "Chicago") -> Profile:
        return seen(name, ("place", town(where)), ("place", Place(spot, "site")))

    assert compared("places", at("a", "Saltgate market"), at("b", "the Saltgate")) == "same_spot"
    assert compared("places", at("a", "Saltgate market"), at("b", "Ferry Stairs")) == "other_spot"
    village = at("a", "Saltgate market", "Dulmeck"), at("b", "Ferry Stairs", "Dulmeck")
    assert compared("places", *village) == "same_rare"


def test_a_place_that_only_one_account_has_as_its_place_is_a_name_like_any() -> None:
    left = seen("a", ("place", town("Dulmeck")), text="Riders fled from Dulmeck.")
    right = seen("b", text="Dulmeck buried its riders.")
    assert compared("names", left, right) == "one"
    assert compared("names", left, left) == "none"


def test_a_passing_mention_is_not_blamed_for_sharing_few_words() -> None:
    long = " ".join(
        f"Witness{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]} ran." for n in range(100)
    )
    brief, one, other = (seen("a", text="Riders fled."), seen("b", text=long),
                         seen("c", text=long[::-1]))  # fmt: skip
    assert compared("words", brief, one) == "brief"
    assert compared("words", one, other) == "unlike"


def test_things() -> None:
    assert level("things", Text("the covered market"), Text("a market"), "target") == "shared"
    assert level("things", Text("Brenk the clerk"), Text("Brenk"), "target") == "shared_rare"


def test_sharing_what_most_reports_tell_of_says_little() -> None:
    attack, ramming = Code("armed_assault"), Code("vehicle_ramming")
    assert level("kinds", attack, attack, "type") == "same_common_type"
    assert level("kinds", ramming, ramming, "type") == "same_type"


def test_a_village_is_a_key_by_itself_and_a_large_town_is_not() -> None:
    village, city = seen("a", ("place", town("Dulmeck"))), seen("a", ("place", town("Chicago")))
    assert ("dulmeck", NEEDED) in keys(village)
    assert ("chicago", NEEDED) not in keys(city)


def test_the_weights_set_by_hand_have_the_levels_of_the_model() -> None:
    by_hand = parse(Path(__file__).parents[3].joinpath("train/linking.toml").read_text("utf-8"))
    assert by_hand.ranks == model().ranks


def links(*told: Reading) -> list[Link]:
    return link([profile for one in told for profile in profiles(one)], FAMILIES)


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


def test_a_score_depends_on_nothing_but_the_two_accounts() -> None:
    here: list[tuple[str, Any]] = [("date", on("2031-03-18")), ("place", town("Dulmeck"))]
    two = links(told("a", *here), told("b", *here))
    many = links(*(told(name, *here) for name in "abcdefghij"))
    assert two[0] in many


def test_two_fridays_running_are_two_attacks() -> None:
    def friday(name: str, day: str, dead: int) -> Reading:
        place, kind = ("place", town("Ullascar")), ("type", Code("armed_assault"))
        return told(name, ("date", on(day)), place, kind, ("killed", exactly(dead)), text=AUCTION)

    (found,) = links(friday("a", "2031-04-04", 3), friday("b", "2031-04-11", 5))
    assert found.score < THRESHOLD


def test_pairs_of_one_report_and_strangers_are_not_compared() -> None:
    source = report("a")
    assert links(reading(source, account(source), account(source, index=1))) == []
    assert links(told("a", text=MARKET), told("b", text=AUCTION)) == []


def test_aggregates_have_no_profile() -> None:
    source = report("a")
    assert profiles(reading(source, account(source, role="aggregate"))) == []


def test_contradiction_takes_both_day_and_place() -> None:
    here = [("date", on("2031-03-18")), ("place", town("Dulmeck"))]
    there = [("date", on("2031-05-18")), ("place", town("Zanterro", lat=14.0))]
    assert contradict(seen("a", *here), seen("b", *there))
    assert not contradict(seen("a", *here), seen("b", here[0], there[1]))
    assert not contradict(seen("a", *here), seen("b"))


def test_a_packed_profile_comes_back_the_same() -> None:
    full = seen(
        "a",
        ("date", on("2031-03-18", "2031-03-20")),
        ("place", town("Dulmeck", admin1="Ilvane", ref="x:1")),
        ("perpetrator", Actor("Front", "a:1", parent="a:0")),
        ("killed", exactly(7)),
        ("target", Text("the covered market")),
    )
    for profile in (full, seen("b", text="Riders fled.")):
        assert unpacked(packed(profile)) == profile


def test_probability_is_bounded() -> None:
    assert probability(0) == 0.5
    assert probability(-10_000) < 1e-12
    assert probability(10_000) == 1.0
