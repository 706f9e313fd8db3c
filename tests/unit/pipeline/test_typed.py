"""What a person types is read as the value that the commands would print."""

from collections.abc import Sequence
from datetime import date

import pytest
from tests.invented import at_least, exactly, on, town

from reportedly.codebook import default, named
from reportedly.errors import CodebookError
from reportedly.extract.rules import RuleExtractor
from reportedly.pipeline import Tools, typed
from reportedly.records import Actor, Attribution, Code, Count, Place, Text, Value, When
from reportedly.wording import say

from .conftest import NoNames

ILVANE = town("Dulmeck", admin1="Ilvane", country="Quessara", ref="t:1")
CORRATH = town("Dulmeck", lat=30.0, admin1="Corrath", country="Quessara", ref="t:2")
FRONT = Actor("Ilvane Ridge Front", "a:1", "armed_group")


class SomeNames(NoNames):
    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        known = {"Dulmeck": (ILVANE, CORRATH), "Vathren": (town("Vathren", ref="t:3"),)}
        return known.get(name, ())

    def actors(self, name: str) -> Sequence[Actor]:
        return (FRONT,) if name in ("IRF", FRONT.name) else ()


TOOLS = Tools(SomeNames(), RuleExtractor(), default())


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("killed", "12", exactly(12)),
        ("killed", "1,200", exactly(1200)),
        ("killed", "0", exactly(0)),
        ("killed", "twelve", exactly(12)),
        ("killed", "12-15", Count(12, None, 15, "range")),
        ("killed", "12 to 15 (best 14)", Count(12, 14, 15, "range")),
        ("killed", ">=15", at_least(15)),
        ("killed", "15+", at_least(15)),
        ("killed", "at least 15", at_least(15)),
        ("killed", "<= 9", Count(None, None, 9, "up_to")),
        ("killed", "~40", Count(40, 40, 40, "approx")),
        ("killed", "dozens", Count(24, None, 99, "dozens")),
        ("date", "2031-03-18", on("2031-03-18")),
        ("date", "2031-03", When(date(2031, 3, 1), date(2031, 3, 31), "month")),
        ("date", "2031", When(date(2031, 1, 1), date(2031, 12, 31), "year")),
        ("date", "2031-03-18..2031-04-02", on("2031-03-18", "2031-04-02")),
        ("date", "2031-03-18 to 2031-04", on("2031-03-18", "2031-04-30")),
        ("place", "Vathren", town("Vathren", ref="t:3")),
        ("place", "Dulmeck, corrath", CORRATH),
        ("place", "Dulmeck (t:1)", ILVANE),
        ("place", "Nowhere Ford (not located)", Place("Nowhere Ford", "name")),
        ("perpetrator", "IRF", FRONT),
        ("perpetrator", "gunmen (unnamed)", Actor("gunmen", kind="unnamed")),
        ("perpetrator", "Ash Circle (not listed)", Actor("Ash Circle")),
        ("attribution", "accused by the ministry, denied",
         Attribution("accused", "the ministry", True)),
        ("attribution", "unknown", Attribution("unknown")),
        ("type", "suicide bombing", Code("suicide_bombing")),
        ("status", "foiled", Code("foiled")),
        ("target", "a  handcart", Text("a handcart")),
    ],
)  # fmt: skip
def test_words_to_values(field: str, words: str, value: Value) -> None:
    assert typed(field, words, TOOLS) == value


def test_a_suspicion_and_a_distance_are_kept() -> None:
    suspected = typed("perpetrator", "suspected IRF", TOOLS)
    assert say(suspected) == "suspected Ilvane Ridge Front"
    assert say(typed("place", "near Vathren", TOOLS)) == "near Vathren"


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("killed", "a lot", "no number"),
        ("killed", "12 or so", "no number"),
        ("killed", "15-12", "no number"),
        ("date", "last week", "2031-03-18"),
        ("date", "2031-02-30", "no day"),
        ("date", "2031-03-18..2031-03-01", "before"),
        ("place", "Dulmeck", r"'Dulmeck, Ilvane, Quessara \(t:1\)'; 'Dulmeck, Corrath"),
        ("place", "Nowhere Ford", "not located"),
        ("perpetrator", "Ash Circle", "not listed"),
        ("attribution", "guilty", "accused"),
        ("status", "happened", "completed"),
        ("target", " ", "needed"),
    ],
)
def test_words_that_mean_no_value_or_several(field: str, words: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        typed(field, words, TOOLS)


def test_types_in_the_words_of_the_practice_that_is_followed() -> None:
    acled = Tools(NoNames(), RuleExtractor(), named("acled"))
    assert typed("type", "suicide bomb", acled) == typed("type", "suicide_bombing", acled)
    with pytest.raises(ValueError, match="armed_assault, vehicle_ramming, assassination"):
        typed("type", "Attack", acled)
    with pytest.raises(CodebookError):
        typed("type", "suicide bomb", Tools(NoNames(), RuleExtractor(), default()))


def test_what_the_codebook_does_not_have() -> None:
    for field, words in (("mood", "bad"), ("type", "heist")):
        with pytest.raises(CodebookError):
            typed(field, words, TOOLS)
