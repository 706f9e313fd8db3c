"""Single persons, with and without a name."""

import pytest

from reportedly.annotate.numbers import tokens
from reportedly.annotate.persons import one_each, victims
from reportedly.annotate.sentences import sentences
from reportedly.records import Annotated, receive


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("killed a soldier near the gate", "soldier"),
        ("killed another local civilian there", "local civilian"),
        ("wounded one police officer on duty", "police officer"),
    ],
)
def test_one_person(text: str, group: str) -> None:
    (mark,) = one_each(tokens(text))
    assert (mark.group, mark.count.figure) == (group, 1)


@pytest.mark.parametrize("text", ["carried the dead away", "saw the man again", "a long road home"])
def test_nobody(text: str) -> None:
    assert not list(one_each(tokens(text)))


def named(text: str) -> list[str]:
    report = receive(b"", "text/plain", name="case", text=text).report
    found = victims(Annotated(report=report, sentences=sentences(text)))
    return [text[mark.start : mark.end] for mark in found]


def test_a_victim_with_a_name() -> None:
    assert named("Orin Vastel, 24, was shot dead. Mila al-Kerem was abducted.") == [
        "Orin Vastel",
        "Mila al-Kerem",
    ]


def test_a_pronoun_is_no_name() -> None:
    assert named("He was killed. Police were injured.") == []
