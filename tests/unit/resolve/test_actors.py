"""Actors and aliases, found and resolved with the built-in registry."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly.annotate.actors import actors as found
from reportedly.annotate.aliases import aliases
from reportedly.annotate.places import places
from reportedly.annotate.sentences import sentences
from reportedly.gazetteer import Gazetteer, open_names
from reportedly.records import ActorMark, Annotated, Report
from reportedly.resolve import resolve

NAMES = open_names()


def annotated(text: str, published: date | None = None, names: Gazetteer = NAMES) -> Annotated:
    report = Report(id="r", name="r", text=text, published=published)
    bare = Annotated(report=report, sentences=sentences(text))
    bare = replace(bare, places=places(bare, names), actors=found(bare, names))
    return resolve(replace(bare, aliases=aliases(bare)), names)


def read(text: str, published: date | None = None) -> dict[str, ActorMark]:
    return {text[m.start : m.end]: m for m in annotated(text, published).actors}


@pytest.mark.parametrize(
    ("text", "words", "ref"),
    [
        ("IS said so", "IS", "islamic-state"),
        ("the Islamic State group said", "Islamic State group", "islamic-state"),
        ("the Pakistani Taliban said", "Pakistani Taliban", "tehrik-e-taliban-pakistan"),
        ("al-Shabaab in Somalia", "al-Shabaab", "al-shabaab"),
        ("the Malian army said", "Malian army", "malian-armed-forces"),
        ("Nigerian police said", "Nigerian police", "police-of-nigeria"),
        ("Pakistan's army said", "Pakistan's army", "pakistan-army"),
        ("Kabul denied it", "Kabul", None),
        ("Tehran denied it", "Tehran", "government-of-iran"),
    ],
)
def test_named(text: str, words: str, ref: str | None) -> None:
    assert read(text)[words].actor.ref == ref


def test_the_date_decides_who_the_afghan_forces_are() -> None:
    before = read("Afghan forces attacked.", date(2020, 1, 1))["Afghan forces"]
    after = read("Afghan forces attacked.", date(2022, 1, 1))["Afghan forces"]
    assert before.actor.ref == "afghan-national-defense-and-security-forces"
    assert after.actor.ref == "armed-forces-of-the-islamic-emirate"


def test_the_country_decides_between_namesakes() -> None:
    assert read("The ADF raided Beni, in DR Congo.")["ADF"].actor.ref == "allied-democratic-forces"
    assert read("The ADF raided Bamenda, in Cameroon.")["ADF"].actor.ref == (
        "ambazonia-defence-forces"
    )


def test_an_ambiguous_name_stays_open() -> None:
    mark = read("The ADF raided a farm.")["ADF"]
    assert mark.actor.ref is None
    assert len(mark.candidates) > 1


@pytest.mark.parametrize(
    "text",
    ["It is over.", "an Islamic state of mind", "anti-Taliban fighters", "a Hamas-run office"],
)
def test_not_a_registered_actor(text: str) -> None:
    assert all(m.actor.ref is None for m in read(text).values())


@pytest.mark.parametrize(
    ("text", "words", "qualifier"),
    [
        ("suspected Boko Haram fighters", "Boko Haram fighters", "suspected"),
        ("alleged Boko Haram fighters", "Boko Haram fighters", "alleged"),
        ("a militia linked to Boko Haram", "Boko Haram", "linked"),
        ("IS-linked men", "IS", "linked"),
        ("suspected militants fled", "militants", "suspected"),
    ],
)
def test_qualifiers(text: str, words: str, qualifier: str) -> None:
    assert read(text)[words].actor.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("gunmen fired", "gunmen", "unnamed"),
        ("a suicide bomber came", "suicide bomber", "unnamed"),
        ("armed men came", "armed men", "unnamed"),
        ("security forces fired", "security forces", "state_force"),
        ("police fired", "police", "state_force"),
    ],
)
def test_unnamed(text: str, words: str, kind: str) -> None:
    mark = read(text)[words]
    assert (mark.actor.kind, mark.actor.ref) == (kind, None)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The People's Front of Arda (PFA) said", "People's Front of Arda", "PFA"),
        ("The Arda Front, better known as the Reeds, said", "Arda Front", "Reeds"),
        ("The Arda Front, also referred to as the Reeds or Sedge, said", "Arda Front", "Sedge"),
        ("Lio Marn, nicknamed “the Goat”, said", "Lio Marn", "the Goat"),
    ],
)
def test_aliases(text: str, name: str, alias: str) -> None:
    pairs = [(text[slice(*a.name)], text[slice(*a.alias)]) for a in annotated(text).aliases]
    assert (name, alias) in pairs


def test_a_definition_in_the_report_wins() -> None:
    text = "The Allied Democratic Forces (ADF) struck. The ADF fled."
    marks = annotated(text).actors
    assert {m.actor.ref for m in marks} == {"allied-democratic-forces"}


_PIECES = (
    "IS Taliban the al- - ADF ( ) army Pakistan 's known as also or Front of Arda suspected "
    "police in Benin gunmen “ ” , . "
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from([*_PIECES.split(), "\n"]) | st.text(max_size=6),
        max_size=25,
    )
)
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    done = annotated(text)
    spans = [(m.start, m.end) for m in done.actors]
    spans += [span for a in done.aliases for span in (a.name, a.alias)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


_PARTS = (
    "IS", "al-Shabaab", "the army", "police", "Hamas's military wing", "the group", "Kabul",
    "Russian-backed rebels", "the Kremlin", "Kenya", "Maduro's government", "said", "killed",
    "al Qaeda-linked Somali militants", "the ADF", "in Mali", ".", "The government", "THE FACT",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=14))
@example(["IS", "The government", "Russian-backed rebels"])
@settings(max_examples=60, deadline=None)
def test_marks_never_overlap_and_candidates_hold_the_chosen(parts: list[str]) -> None:
    marks = annotated(" ".join(parts)).actors
    for left, right in pairwise(marks):
        assert left.end <= right.start
    for mark in marks:
        if mark.actor.ref and mark.candidates:
            assert mark.actor.ref in {c.ref for c in mark.candidates}
