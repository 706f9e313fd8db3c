"""Which statements deny which."""

from collections.abc import Callable

import pytest

from reportedly.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def pairs(made: tuple[Statement, ...]) -> list[tuple[int, int]]:
    place = {one.id: n for n, one in enumerate(made)}
    return [(n, place[id]) for n, one in enumerate(made) for id in one.rebuts]


@pytest.mark.parametrize(
    "text",
    [
        # 1: nested
        "Ann Roe said that the Red Front’s claims that it holds the port are false.",
        # 2: names whose words, or which kind of words
        "UN envoy Ann Roe warned of a famine. The Lake Council rejected the UN envoy’s warning.",
        "Ann Roe accused the army of arson. Bo Lind rejected the accusation.",
        # 3: a thing that another speaker said there is
        "Ann Roe said the site was a depot. Villagers said that there was no depot.",
        # 4: an accusation and the denial of it
        "Ann Roe accused the Red Front of arson. The Red Front denied burning the port.",
        # 5: disagreement in so many words
        "Ann Roe said prices fell. Bo Lind disagreed. He said prices rose.",
    ],
)
def test_an_explicit_denial_is_joined_to_what_it_denies(read: Read, text: str) -> None:
    made = read(text)
    assert len(pairs(made)) == 1
    ((denial, denied),) = pairs(made)
    assert made[denial].speaker.name != made[denied].speaker.name


def test_the_claim_called_false_is_nested_in_the_denial(read: Read) -> None:
    outer, inner = read("Ann Roe said that the Red Front’s claims that it won are false.")
    assert inner.nested_in == outer.id
    assert inner.content.quote == "it won"
    assert outer.rebuts == (inner.id,)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe said prices fell. Bo Lind said prices rose.",
        "Ann Roe said the road is open. Bo Lind denied that he had resigned.",
        "The Red Front denied burning the port. The Red Front warned of more fires.",
    ],
)
def test_what_merely_differs_is_left_alone(read: Read, text: str) -> None:
    assert pairs(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said all embassy staff were unharmed. "
        "The Red Front said dozens of foreigners in the embassy had been killed.",
        "The army said only militants were killed in the village. "
        "Villagers said that those who died in the village were all farmers.",
        "The governor said the families had returned voluntarily. "
        "Ann Roe, an aid worker, said the families were moved back at gunpoint.",
        "Police said the detainee had hanged himself. "
        "Ann Roe, a lawyer, said the detainee was beaten to death.",
        "The coalition said the wedding was hit by mistake. "
        "Residents said the wedding was targeted.",
        "The army accused the Red Front of shelling the port. "
        "The Red Front accused the army of shelling the port.",
        "The Lake Council denied that the herders were forced out. "
        "Ann Roe said the herders were taken away at gunpoint.",
    ],
)
def test_two_voices_that_cannot_both_be_right(read: Read, text: str) -> None:
    made = read(text)
    assert len(pairs(made)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said all embassy staff were unharmed. A nurse said four guards were killed.",
        "The army said only militants were killed in the hills. Ann Roe said pupils were innocent.",
        "Police said the bomber died by suicide attack. Ann Roe said the mayor was killed there.",
        "The army accused the Red Front of arson. The Red Front accused Orland of theft.",
    ],
)
def test_two_voices_on_different_things(read: Read, text: str) -> None:
    assert pairs(read(text)) == []
