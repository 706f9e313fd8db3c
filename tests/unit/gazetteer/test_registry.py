"""The registry of actors: its facts, and look-ups that spelling does not change."""

import tomllib
from collections.abc import Callable
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer import open_names
from reportedly.gazetteer.governments import governments

NAMES = open_names()
ENTRIES = list(NAMES.entries())
REFS = {entry.actor.ref for entry in ENTRIES}
# The bodies of states are composed of words, and found by these and not by the registry's key.
COMPOSED = ("government-of", "police-of", "military-of", "security-forces-of")
LONG = sorted({
    name for e in ENTRIES if not (e.actor.ref or "").startswith(COMPOSED)
    for name in e.every_name() if len(name) > 9 and name.isascii()
})  # fmt: skip
FOLDS: dict[str, Callable[[str], str]] = {
    "hyphen": lambda name: name.replace("-", "‐"),
    "space": lambda name: name.replace("-", " "),
    "apostrophe": lambda name: name.replace("'", "’"),
    "ayn": lambda name: name.replace("'", "ʿ"),
    "article": lambda name: name.replace(" al-", " el-").replace(" ul-", " al-"),
    "q": lambda name: name.replace("Q", "K").replace("q", "k"),
    "capitals": str.upper,
    "defence": lambda name: name.replace("Defense", "Defence"),
}


@given(name=st.sampled_from(LONG), fold=st.sampled_from(sorted(FOLDS)))
def test_a_variant_that_is_folded_finds_whom_the_name_finds(name: str, fold: str) -> None:
    found = {a.ref for a in NAMES.actors(name)}
    assert found <= {a.ref for a in NAMES.actors(FOLDS[fold](name))}


@given(name=st.sampled_from(LONG))
def test_a_name_of_the_registry_finds_its_actor(name: str) -> None:
    assert NAMES.actors(name)


def test_ids_are_one_each_and_stable() -> None:
    assert len(REFS) == len(ENTRIES)
    assert {
        "government-of-mali", "police-of-the-united-states", "security-forces-of-benin",
        "military-of-benin", "government-of-iran", "malian-armed-forces",
    } <= REFS  # fmt: skip


def test_every_country_has_its_bodies() -> None:
    countries = {c for e in ENTRIES if e.actor.kind == "government" for c in e.background.countries}
    assert set(governments()) <= countries
    assert len(countries) > 190


def test_no_kind_is_a_verdict() -> None:
    kinds = {entry.actor.kind or "" for entry in ENTRIES}
    assert not any("terror" in kind or "bandit" in kind for kind in kinds)


def test_a_designation_says_who_and_when() -> None:
    listing = NAMES.entry("hamas").listed  # type: ignore[union-attr]
    assert [(one.by, one.as_of) for one in listing] == [("CA", "2025-12")]


def test_a_label_says_whose_it_is() -> None:
    entry = NAMES.entry("tehrik-e-taliban-pakistan")
    assert entry is not None
    assert {"Government of Pakistan"} == {label.by for label in entry.labels}


@pytest.mark.parametrize(
    ("ref", "day", "name"),
    [
        ("malian-armed-forces", date(2019, 5, 1), "Military Forces of Mali (2012-2020)"),
        ("malian-armed-forces", date(2024, 5, 1), "Military Forces of Mali (2021-)"),
        ("al-nusra-front", date(2016, 9, 1), "Jabhat Fatah al-Sham"),
        ("hamas", date(2016, 9, 1), "Hamas"),
    ],
)
def test_the_name_of_the_day(ref: str, day: date, name: str) -> None:
    entry = NAMES.entry(ref)
    assert entry is not None
    assert entry.name_on(day) == name


def test_every_field_has_a_source() -> None:
    table = tomllib.loads(
        files("reportedly.gazetteer").joinpath("sources.toml").read_text(encoding="utf-8")
    )
    assert {"own", "ucdp"} <= set(table["sources"])
    used = {key for entry in ENTRIES for key in (entry.sources or {}).values()}
    assert used <= set(table["sources"])


def test_branches_and_those_said_to_be_backed() -> None:
    assert "islamic-state-libya" in {b.ref for b in NAMES.branches("islamic-state")}
    assert {b.ref for b in NAMES.backed("RU")} >= {"donetsk-people-s-republic"}


def test_leaders_stand_only_in_their_office() -> None:
    assert [a.ref for a in NAMES.actors("Mugabe's regime")] == ["government-of-zimbabwe"]
    assert NAMES.actors("Mugabe") == ()
