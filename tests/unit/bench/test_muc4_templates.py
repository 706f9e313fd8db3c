"""Neutral templates in MUC-4's slots, and which are wanted. The documents are invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bench.quality.muc4.five import five_slots
from bench.quality.muc4.pages import Page, five_slot_page, page
from bench.quality.muc4.policy import wanted
from bench.quality.muc4.slots import slots
from bench.quality.muc4.template import (
    Instrument,
    Mention,
    Perpetrator,
    Target,
    Template,
    Victim,
    Where,
)

from reportedly.plugins import Background
from reportedly.records import Actor, Count, Place, When

TEXT = (
    "GUNMEN OF THE NORTHERN LIGHTS FRONT BOMBED A BANK IN THE VALLE VERDE NEIGHBORHOOD OF TARMA,\n"
    "WOUNDING MAYOR ANA QUIROZ AND TWO CLERKS"
)
PERU = Place("Peru", "country", country="Peru", country_code="PE")


class Names:
    """Knows one country."""

    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        return [PERU] if name in ("Peru", "LIMA") else []

    def demonyms(self, word: str) -> Sequence[Place]:
        return []

    def actors(self, name: str) -> Sequence[Actor]:
        return []

    def background(self, ref: str) -> Background:
        return Background()

    def branches(self, ref: str) -> Sequence[Actor]:
        return ()

    def backed(self, code: str) -> Sequence[Actor]:
        return ()


def at(words: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), words)


READABLE = (
    "Gunmen of the Northern Lights Front bombed a bank in the Valle Verde neighborhood of Tarma,\n"
    "wounding mayor Ana Quiroz and two clerks"
)
PAGE = Page("INVENTED-1", TEXT, READABLE, date(1990, 5, 3), "LIMA")
ONE, TWO = Count(1, 1, 1, "exact"), Count(2, 2, 2, "exact")
TEMPLATE = Template(
    kind="bombing",
    stage="accomplished",
    when=When(date(1990, 5, 2), date(1990, 5, 2), "day"),
    when_words="yesterday",
    where=(
        Where(Place("Tarma", "city", country="Peru"), at("TARMA")),
        Where(Place("Valle Verde", "site", country="Peru"), at("VALLE VERDE")),
    ),
    perpetrators=(
        Perpetrator((at("GUNMEN"),), organization=False),
        Perpetrator((at("NORTHERN LIGHTS FRONT"),), organization=True, confidence="authorities"),
    ),
    instruments=(),
    victims=(
        Victim(at("ANA QUIROZ"), at("MAYOR"), None, ("injured",)),
        Victim(None, at("CLERKS"), TWO, ("injured",)),
    ),
    targets=(Target((at("BANK"),), ONE, "damaged"),),
)


def raw(filled: dict[str, Any], slot: str) -> list[str]:
    return [filler["raw"] for filler in filled[slot]]


def test_24_slots() -> None:
    filled = slots(TEMPLATE, PAGE, Names(), 1)
    assert raw(filled, "incident_date") == ["02 MAY 90"]
    assert raw(filled, "incident_location") == ["PERU: TARMA (CITY): VALLE VERDE (NEIGHBORHOOD)"]
    assert raw(filled, "incident_type") == ["BOMBING"]
    assert raw(filled, "perp_individual_id") == ['"GUNMEN"']
    assert raw(filled, "perp_organization_confidence") == [
        'SUSPECTED OR ACCUSED BY AUTHORITIES: "NORTHERN LIGHTS FRONT"'
    ]
    assert raw(filled, "phys_tgt_type") == ['FINANCIAL: "BANK"']
    assert raw(filled, "phys_tgt_effect") == ['SOME DAMAGE: "BANK"']
    assert raw(filled, "hum_tgt_description") == ['"MAYOR": "ANA QUIROZ"', '"CLERKS"']
    assert raw(filled, "hum_tgt_type") == [
        'GOVERNMENT OFFICIAL: "ANA QUIROZ"',
        'CIVILIAN: "CLERKS"',
    ]
    assert raw(filled, "hum_tgt_number") == ['1: "ANA QUIROZ"', '2: "CLERKS"']
    assert raw(filled, "hum_tgt_effect") == ['INJURY: "ANA QUIROZ"', 'INJURY: "CLERKS"']
    start, end = filled["hum_tgt_name"][0]["spans"][0]
    assert TEXT[start:end] == "ANA QUIROZ"


def test_five_slots() -> None:
    filled = five_slots(TEMPLATE)
    assert filled["incident_type"] == "bombing"
    assert filled["Victim"] == [[["ANA QUIROZ", TEXT.index("ANA QUIROZ")]]]  # names alone
    assert filled["PerpOrg"][0][0][0] == "NORTHERN LIGHTS FRONT"


def test_what_a_reader_knows_itself() -> None:
    """Types that a reader states go before the words; a place it only names is looked up."""
    robbery = replace(
        TEMPLATE,
        kind="ROBBERY",
        where=(Where(None, at("TARMA")),),
        instruments=(Instrument(None, "GUN"),),
        targets=(Target((at("BANK"),), kind="COMMERCIAL"),),
        victims=(Victim(None, at("CLERKS"), TWO, ("uninjured",), kind="SECURITY GUARD"),),
    )
    filled = slots(robbery, PAGE, Names(), 1)
    assert raw(filled, "incident_type") == ["ROBBERY"]
    assert raw(filled, "incident_location") == ["PERU: TARMA (CITY)"]
    assert raw(filled, "incident_instrument_id") == []
    assert raw(filled, "incident_instrument_type") == ['GUN: "-"']
    assert raw(filled, "phys_tgt_type") == ['COMMERCIAL: "BANK"']
    assert raw(filled, "hum_tgt_type") == ['SECURITY GUARD: "CLERKS"']
    assert raw(filled, "hum_tgt_effect") == ['NO INJURY: "CLERKS"']


def test_country_of_the_dateline() -> None:
    filled = slots(replace(TEMPLATE, where=()), PAGE, Names(), 1)
    assert raw(filled, "incident_location") == ["PERU"]


def test_what_is_wanted() -> None:
    day = PAGE.published
    empty = replace(TEMPLATE, victims=(), targets=(), perpetrators=())
    army = Perpetrator((at("FRONT"),), organization=True, state=True)
    assert wanted(TEMPLATE, day)
    assert not wanted(replace(TEMPLATE, kind="battle"), day)
    assert not wanted(empty, day)
    assert wanted(empty, day, bare=True)
    assert not wanted(replace(empty, perpetrators=(army,)), day)
    long_ago = When(date(1980, 1, 1), date(1980, 12, 31), "year")
    assert not wanted(replace(TEMPLATE, when=long_ago), day)


def test_pages() -> None:
    text = "   LIMA, 3 MAY 90 (ANP) -- [TEXT] A BOMB WENT OFF IN\nTARMA [WORDS INDISTINCT] TODAY.\n"
    dateline = {"place": "LIMA", "source": "ANP", "date": "1990-05-03", "end": 27}
    made = page({"docid": "i", "text": text, "dateline": dateline})
    assert len(made.readable) == len(text)
    assert made.readable.split() == "LIMA (ANP) -- A bomb went off in Tarma today.".split()
    assert made.readable.rstrip() == made.readable[:-1]
    assert made.published == date(1990, 5, 3)
    later = five_slot_page({"docid": "i", "doctext": "a bomb went off.    two men fled."})
    assert later.readable == "A bomb went off.\n\n  Two men fled."
