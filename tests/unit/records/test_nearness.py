"""When two places may be the same place."""

from tests.invented import town

from reportedly.records import Place
from reportedly.records.nearness import contains, distance_km, may_be_same, same_place

ILVANE = Place("Ilvane", "admin1", country="Quessara", country_code="QS")
QUESSARA = Place("Quessara", "country", country="Quessara", country_code="QS")
DULMECK = town("Dulmeck", admin1="Ilvane", country="Quessara")


def test_a_region_contains_its_town_and_a_country_both() -> None:
    assert contains(ILVANE, DULMECK)
    assert contains(QUESSARA, DULMECK)
    assert contains(QUESSARA, ILVANE)
    assert not contains(DULMECK, ILVANE)
    assert not contains(ILVANE, town("Zanterro", admin1="Meshaval"))


def test_towns_far_apart_exclude_each_other_and_suburbs_do_not() -> None:
    assert not may_be_same(DULMECK, town("Zanterro", lat=14.0))
    assert may_be_same(DULMECK, town("Saltgate", lat=10.1))
    assert not may_be_same(DULMECK, town("Dulmeck", country_code="XX"))


def test_what_is_not_located_excludes_nothing() -> None:
    assert may_be_same(DULMECK, Place("the old mill", "name"))
    assert same_place(Place("The Old Mill", "name"), Place("old mill", "name"))
    assert distance_km(DULMECK, ILVANE) is None


def test_a_degree_of_latitude() -> None:
    apart = distance_km(town("a", lat=0.0, lon=0.0), town("b", lat=1.0, lon=0.0))
    assert apart is not None
    assert round(apart) == 111
