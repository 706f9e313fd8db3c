"""Who speaks: names, roles, pronouns, quotations without a cue of their own."""

from collections.abc import Callable

import pytest

from reportedly.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def names(made: tuple[Statement, ...]) -> list[str | None]:
    return [one.speaker.name for one in made]


@pytest.mark.parametrize(
    ("subject", "name", "role", "affiliation"),
    [
        ("police spokesman Bo Lind", "Bo Lind", "police spokesman", "police"),
        ("UN envoy for Peace Ann Roe", "Ann Roe", "UN envoy for Peace", "UN"),
        ("Ann Roe, the Red Front’s chief aide,", "Ann Roe", "chief aide", "Red Front"),
        ("Ann Roe, who heads the Lake Fund,", "Ann Roe", "who heads the Lake Fund", "Lake Fund"),
        ("Oslo-based scholar Ann Roe", "Ann Roe", "Oslo-based scholar", None),
        ("Bo Lind, an analyst at the Rome-based Delta Centre,", "Bo Lind",
         "analyst at the Rome-based Delta Centre", "Delta Centre"),
        ("the Interior Ministry", "Interior Ministry", None, None),
        ("local officials", "local officials", None, None),
        ("a witness", "a witness", "witness", None),
    ],
)  # fmt: skip
def test_name_role_and_affiliation(
    read: Read, subject: str, name: str, role: str | None, affiliation: str | None
) -> None:
    (one,) = read(f"On Monday, {subject} said that it fell.")
    assert (one.speaker.name, one.speaker.role, one.speaker.affiliation) == (
        name,
        role,
        affiliation,
    )


def test_a_surname_stands_for_the_full_name_before_it(read: Read) -> None:
    made = read("Ann Roe said it fell. Bo Lind said it stood.\nIt will fall, Roe said.")
    assert names(made) == ["Ann Roe", "Bo Lind", "Ann Roe"]


def test_pronouns_follow_the_two_speakers_in_turn(read: Read) -> None:
    made = read(
        "Mrs. Ann Roe said it fell. Mr. Bo Lind said it stood.\n"
        "She said it was old. He said it was new."
    )
    assert names(made) == ["Ann Roe", "Bo Lind", "Ann Roe", "Bo Lind"]


def test_a_description_stands_for_the_one_who_bears_it(read: Read) -> None:
    made = read(
        "Bo Lind, the defence minister, said it fell. Ann Roe said it stood.\n"
        "It was rebuilt, the minister said."
    )
    assert names(made) == ["Bo Lind", "Ann Roe", "Bo Lind"]


def test_the_unnamed_official_of_the_lead_is_named_next(read: Read) -> None:
    made = read(
        "A senior UN diplomat has warned of a famine.\n"
        "Speaking to the council, UN envoy Ann Roe said roads were closed."
    )
    assert names(made) == ["Ann Roe", "Ann Roe"]


def test_another_bodys_spokesman_is_somebody_else(read: Read) -> None:
    made = read(
        "A Nato spokesman said the base was hit.\nRed Front spokesman Bo Lind said it was not."
    )
    assert names(made) == ["A Nato spokesman", "Bo Lind"]


def test_a_quotation_without_a_cue_keeps_the_speaker(read: Read) -> None:
    made = read(
        "“It fell at noon,” Ann Roe said. “Nobody was there at all.”\n“We saw it from here.”"
    )
    assert names(made) == ["Ann Roe"] * 3
    assert [one.cue is None for one in made] == [False, True, True]
    assert made[1].speaker.evidence[0].quote == "Ann Roe"


def test_the_reports_own_voice_is_no_speaker(read: Read) -> None:
    assert read("We reported last week that the bridge fell.") == ()


def test_who_issued_the_statement_speaks(read: Read) -> None:
    (one,) = read("A statement issued by the Lake Council said the road was closed.")
    assert one.speaker.name == "Lake Council"
