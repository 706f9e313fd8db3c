"""Which outputs of two readings differ."""

from typing import Any

from bench.quality.robustness.compare import compared, pairs, tally
from bench.quality.robustness.edits import Edit, edited

TEXT = "Hamas killed nine people in Jos. Later a mosque burned."
UNCHANGED = edited("", [])


def at(words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "quote": words, "in": "text"}


def incident(mention: dict[str, Any], **fields: Any) -> dict[str, Any]:
    empty = {"type": "other", "killed": None, "injured": None, "date": None, "place": None}
    unknown = {"status": "unknown"}
    return {**empty, "mentions": [mention], "perpetrators": [], "attribution": unknown, **fields}


def reading(*incidents: Any, statements: Any = ()) -> dict[str, Any]:
    return {"incidents": list(incidents), "statements": list(statements)}


def changed(original: Any, copy: Any, text: Any = UNCHANGED) -> dict[str, Any]:
    found = list(compared(original, copy, text, UNCHANGED))
    return {o.kind: (o.before, o.after) for o in found if not o.same}


def test_incidents_are_paired_by_their_words_then_by_their_order() -> None:
    one, two, three = ("text", 0, 10), ("text", 5, 20), ("text", 40, 50)
    assert pairs([[one], [three]], [[two], [one]]) == [(0, 1), (1, None), (None, 0)]
    assert pairs([[one], [one]], [[one], [one]]) == [(0, 0), (1, 1)]


def test_who_follows_the_exchange_of_the_name() -> None:
    text = edited(TEXT, [Edit(0, 5, "Hezbollah")])
    first = incident(at(TEXT[:32]), perpetrators=[{"name": "Hamas", "evidence": [at("Hamas")]}])
    other = incident(
        at(text.text[:36], text.text),
        perpetrators=[{"name": "Hezbollah", "evidence": [at("Hezbollah", text.text)]}],
    )
    assert changed(reading(first), reading(other), text) == {}
    nobody = incident(at(text.text[:36], text.text))
    assert changed(reading(first), reading(nobody), text) == {"who": (["Hamas"], [])}


def test_values_that_differ_and_values_that_nobody_states() -> None:
    figure = {"low": 9, "best": 9, "high": 9, "bound": "exact"}
    first, other = incident(at("killed"), killed=figure), incident(at("killed"), type="bombing")
    assert changed(reading(first), reading(other)) == {
        "type": ("other", "bombing"),
        "killed": ((9, 9, 9, "exact"), None),
    }
    outputs = list(compared(reading(first), reading(other), UNCHANGED, UNCHANGED))
    assert {o.kind for o in outputs} == {"incidents", "type", "killed"}


def test_an_incident_or_statement_that_one_reading_lacks() -> None:
    said = {"content": at("a mosque burned"), "act": "assert"}
    first = reading(incident(at("killed")), statements=[said])
    assert changed(first, reading()) == {
        "incidents": ("other", None),
        "statements": ("assert", None),
    }


def test_only_what_the_change_touches_counts_unless_it_changed() -> None:
    text = edited(TEXT, [Edit(0, 5, "Hezbollah")])
    far, near = at("a mosque burned"), at("Hamas killed nine")
    moved = {**far, "start": far["start"] + 4, "end": far["end"] + 4}
    near_copy = at("Hezbollah killed nine", text.text)
    outputs = list(
        compared(
            reading(incident(near), incident(far)),
            reading(incident(near_copy), incident(moved, type="arson")),
            text,
            UNCHANGED,
        )
    )
    counts = tally(outputs)
    assert counts["incidents"] == (0, 1)
    assert counts["type"] == (1, 2)
