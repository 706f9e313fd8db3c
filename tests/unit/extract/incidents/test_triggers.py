"""Words that tell of an incident, and whether it happened."""

import pytest

from reportedly.extract.incidents.triggers import triggers


def read(text: str) -> list[tuple[str | None, str]]:
    return [(t.type, t.reality) for t in triggers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A car bomb exploded near the gate.", "bombing"),
        ("A suicide bomber struck the queue.", "suicide_bombing"),
        ("He drove a truck into a crowd.", "vehicle_ramming"),
        ("Warplanes bombed the depot.", "airstrike_shelling"),
        ("Gunmen abducted nine pupils.", "kidnapping"),
        ("Pirates hijacked the tanker.", "hijacking"),
        ("The judge was assassinated.", "assassination"),
        ("They set fire to the clinic.", "arson"),
        ("A mob lynched two traders.", "mob_violence"),
        ("Troops clashed with rebels.", "battle"),
        ("Gunmen opened fire on the bus.", "armed_assault"),
    ],
)
def test_the_type(text: str, code: str) -> None:
    assert (code, "happened") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The group could attack the port.",
        "They have the means to mount attacks abroad.",
        "He wished to bomb the bridge.",
        "If they attack again, the talks are over.",
        "The cell plots attacks from the hills.",
        "She warned of an attack on the dam.",
        "There was no explosion.",
    ],
)
def test_what_has_not_happened(text: str) -> None:
    assert "happened" not in {reality for _, reality in read(text)}


def test_a_plot_that_was_stopped() -> None:
    assert read("Police foiled a bombing in the capital.") == [("bombing", "foiled")]


@pytest.mark.parametrize(
    "text", ["He died of a heart attack.", "The labour strike went on.", "A legal battle began."]
)
def test_words_that_only_look_violent(text: str) -> None:
    assert read(text) == []


def test_it_is_real_in_spite_of_a_claim() -> None:
    assert read("The group claimed to have attacked the base.") == [(None, "happened")]
