"""The same sentence under other names is read the same. All sentences are invented."""

from datetime import date

import pytest

from reportedly.codebook import default
from reportedly.contract.read import reading
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools, read_report
from reportedly.records import receive

SENTENCES = {
    "Colonel {} said that nine people were killed in Kirkuk on Monday.": (
        "Smith", "Garang", "Ahmed", "Saeed", "Said", "Abdulhameed",
    ),
    "{} said it had bombed the market in Kirkuk on Tuesday, killing nine people.": (
        "Hamas", "Boko Haram", "Abu Sayyaf", "Jemaah Islamiyah", "al-Shabab",
    ),
    "Nine people were killed when {} stormed a hotel in Nairobi on Monday, police said.": (
        "Hamas", "al-Shabab", "the Lord's Resistance Army", "the Kurdistan Workers' Party",
        "the Revolutionary Armed Forces of Colombia",
    ),
    "Suspected {0} gunmen took 20 students in Kaduna on Friday. The {0} denied it.": (
        "Taliban", "Janjaweed", "Interahamwe", "Mai-Mai",
    ),
    "{} fighters killed 12 soldiers near Maiduguri on Monday, the army said.": (
        "Houthi", "Naxalite", "Zapatista", "Tamil Tiger",
    ),
    "The army accused {} fighters of burning 30 houses near Goma on Monday.": (
        "Kurdish", "Dinka", "Tamil", "Fulani", "Amhara", "Sunni",
    ),
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_only_the_name_differs(sentence: str) -> None:
    tools = Tools(open_names(), extractor("rules"), default())
    outcomes = {name: _outcome(sentence.format(name), tools) for name in SENTENCES[sentence]}
    first = next(iter(outcomes.values()))
    assert first != ([], [])
    assert {name: found for name, found in outcomes.items() if found != first} == {}


def _outcome(text: str, tools: Tools) -> tuple[list[object], list[object]]:
    text = text[0].upper() + text[1:]
    received = receive(
        text.encode(), "text/plain", name="x", text=text, published=date(2020, 5, 13), language="en"
    )
    found = reading(read_report(received, tools))
    incidents: list[object] = [
        (one["type"], one["killed"], one["attribution"]["status"], one["attribution"]["denied"],
         len(one["perpetrators"]))
        for one in found["incidents"]
    ]  # fmt: skip
    return incidents, [one["act"] for one in found["statements"]]
