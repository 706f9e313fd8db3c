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
        ("the harbour ministry", "the harbour ministry", None, None),
        ("the mayor’s office", "the mayor’s office", None, None),
        ("Dr Ann Roe", "Ann Roe", None, None),
        ("the warden of North Quay Infirmary, Dr Ann Roe,", "Ann Roe",
         "warden of North Quay Infirmary", None),
        ("the manager of North Quay Infirmary, Dr Ann Roe,", "Ann Roe",
         "manager of North Quay Infirmary", "North Quay Infirmary"),
        ("the mayor of Lakeside, Ann Roe,", "Ann Roe", "mayor of Lakeside", "Lakeside"),
        ("North Quay General Clinic manager Ann Roe", "Ann Roe",
         "North Quay General Clinic manager", "North Quay General Clinic"),
        ("Ann Roe, lawyer to the owner", "Ann Roe", "lawyer to the owner", None),
        ("County police inspector Bo Lind", "Bo Lind", "County police inspector", "County police"),
        ("the media chief", "the media chief", "media chief", None),
        ("a top security adviser", "a top security adviser", "top security adviser", None),
        ("a senior police officer", "a senior police officer", "senior police officer", "police"),
        ("UN special envoy for Dialogue Bo Lind", "Bo Lind", "UN special envoy for Dialogue", "UN"),
        ("Commissioner for Trade Bo Lind", "Bo Lind", "Commissioner for Trade", None),
        ("Coast Guard captain Bo Lind", "Bo Lind", "Coast Guard captain", "Coast Guard"),
        ("navy spokesman Captain Bo Lind", "Bo Lind", "navy spokesman", None),
        ("Bo Lind, who had lost his boat,", "Bo Lind", None, None),
        ("Bo Lind, who is a judge at the Lake Court,", "Bo Lind", "judge at the Lake Court",
         "Lake Court"),
        ("a teacher from a hamlet burned by the Red Front", "a teacher from a hamlet burned by the "
         "Red Front", "teacher from a hamlet", None),
        ("the operator, Lakeside Lines,", "Lakeside Lines", None, None),
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


def test_a_description_is_of_the_one_whose_role_it_is(read: Read) -> None:
    made = read(
        "Bo Lind, the trade minister, said it fell. Ann Roe said it stood.\n"
        "It was rebuilt, the health minister said. It was sold, the trade minister said."
    )
    assert names(made) == ["Bo Lind", "Ann Roe", "the health minister", "Bo Lind"]


def test_a_role_of_one_word_may_be_called_by_more(read: Read) -> None:
    made = read(
        "Mayor Ann Roe said it fell. Bo Lind said it stood.\nIt leaned, the town mayor said."
    )
    assert names(made) == ["Ann Roe", "Bo Lind", "Ann Roe"]


def test_a_doctor_may_be_the_clinics_chief(read: Read) -> None:
    made = read(
        "At the North Quay, Dr Ann Roe was asked again. “It fell,” the clinic chief told us.\n"
        "Port spokesman Bo Lind said it stood. Mr Lind left."
    )
    assert names(made) == ["Ann Roe", "Bo Lind"]
    assert made[0].speaker.role == "clinic chief"


def test_an_unknown_description_is_not_the_next_surname(read: Read) -> None:
    made = read(
        "“It fell,” the clinic chief told us.\nA note signed by the port’s spokesman Bo Lind came. "
        "Mr Lind said it stood."
    )
    assert names(made) == ["the clinic chief", "Bo Lind"]


def test_a_name_keeps_the_role_of_the_description_before_it(read: Read) -> None:
    made = read(
        "It fell on Monday, the manager of the port’s oldest clinic said.\n"
        "Dr Ann Roe told Radio One that it had stood for years."
    )
    assert {(s.speaker.name, s.speaker.role, s.speaker.affiliation) for s in made} == {
        ("Ann Roe", "manager of the port’s oldest clinic", "the port’s oldest clinic")
    }


def test_a_later_short_title_does_not_replace_the_office(read: Read) -> None:
    made = read("Trade Minister Bo Lind said it fell. Minister Bo Lind said it stood.")
    assert [one.speaker.role for one in made] == ["Trade Minister"] * 2


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("The carrier, Lakeside Lines, disagreed. A company pilot said nine had left.",
         "Lakeside Lines"),
        ("The LRF disagreed. Its spokesman Bo Lind said nine had left.", "LRF"),
        ("The trade ministry said it fell. Ministry officials met.\n“It did,” said ministry "
         "spokesman Bo Lind.", "trade ministry"),
        ("Its spokesman Bo Lind said nine had left.", None),
    ],
)  # fmt: skip
def test_a_bare_body_is_the_one_named_before(
    read: Read, text: str, affiliation: str | None
) -> None:
    assert read(text)[-1].speaker.affiliation == affiliation


def test_a_name_ends_with_its_sentence(read: Read) -> None:
    made = read('"It is over," said Colonel Ferrand. The mayor said nothing would change.')
    assert names(made) == ["Ferrand", "The mayor"]


def test_a_name_has_its_initials(read: Read) -> None:
    made = read("Ann P. Osei met the council. Osei said nothing would change.")
    assert names(made) == ["Ann P. Osei"]
