"""What the first lines of a text state."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.dateline import Dateline, read_dateline

STATED = {
    "KABUL, March 4, 2024 (Reuters) - Gunmen": (date(2024, 3, 4), "Reuters"),
    "BAMAKO, 12 Jan 2024 (AFP) – Two": (date(2024, 1, 12), "AFP"),
    "Mogadishu, 5 March 2017 (Xinhua) -- A": (date(2017, 3, 5), "Xinhua"),
    "March 4, 2024 (Reuters) - Gunmen": (date(2024, 3, 4), "Reuters"),
    "ORLUNE, March 4, 2024 (Lanternfish) - Gunmen": (date(2024, 3, 4), "Lanternfish"),
    "ORLUNE, May 3, 2024 — Gunmen": (date(2024, 5, 3), None),
    "NAIROBI (AP) — At least": (None, "AP"),
    "PESHAWAR, Pakistan (AP) -- Text": (None, "AP"),
    "MAIDUGURI, Nigeria, June 12 (Reuters) - Two": (None, "Reuters"),
    "ORLUNE (Orlune Daily News) - Two": (None, "Orlune Daily News"),
    "A headline\n\nORLUNE, March 4, 2024 (AFP) - Two": (date(2024, 3, 4), "AFP"),
    "By A Reporter\nPublished 3 May 2024\n\nText": (date(2024, 5, 3), None),
    "Headline\nMay 3, 2024 10:05 GMT\nStory": (date(2024, 5, 3), None),
    "Date: 2024-05-03\nSource: AFP\n\nbody": (date(2024, 5, 3), "AFP"),
}

NOT_STATED = [
    "[Islamabad] Police said two people died.",
    "GENEVA (Switzerland) - Talks began.",
    "NEW YORK (US) - Talks began.",
    "Gunmen killed 12 people (police said) - in March 4, 2024 - and fled.",
    "March 4, 2024 - Gunmen attack a village.\nMarch 9, 2024 - Gunmen attack again.",
    "On March 4, 2024 - the day of the attack - he was away.",
    "On Monday, March 4, 2024 - the day of the attack - he was away.",
    "Published 3 May",
    "03/04/2024\nText",
    "Source material was thin.",
    "Date: 30 February 2024",
    "The attack took place on 3 May 2024.",
    "",
    "\n\n",
]


@pytest.mark.parametrize("text", STATED)
def test_stated(text: str) -> None:
    found = read_dateline(text)
    assert (found.published, found.publisher) == STATED[text]


@pytest.mark.parametrize("text", NOT_STATED)
def test_not_stated(text: str) -> None:
    assert read_dateline(text) == Dateline()


def test_a_labelled_title() -> None:
    assert read_dateline("Title: Two killed\nSource: AFP\n\nText").title == "Two killed"
    assert read_dateline("Headline news is rare\n\nText").title is None


def test_no_header_is_looked_for_after_prose() -> None:
    assert read_dateline("Word " * 50 + "\nPublished: 3 May 2024") == Dateline()


@given(st.text(max_size=500))
def test_any_text(text: str) -> None:
    read_dateline(text)


@pytest.mark.parametrize("part", ["A", "A ", "( ", "MARCH ", "1 ", " ", "\n", "- ", "—", "A,"])
def test_time_does_not_grow_with_the_text(part: str) -> None:
    start = time.monotonic()
    read_dateline(part * (5_000_000 // len(part)))
    assert time.monotonic() - start < 0.5
