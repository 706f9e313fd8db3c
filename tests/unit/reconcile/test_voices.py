"""Whose words a claim is."""

from typing import Any

import pytest
from tests.invented import account, claim, exactly, report, statement

from reportedly.reconcile import Case, voices
from reportedly.reconcile.credits import credited_agency
from reportedly.reconcile.names import telling_words
from reportedly.records import Account, Actor, Report


def case(*pairs: tuple[Account, Report], **more: Any) -> Case:
    reports = {r.id: r for _, r in pairs}
    return Case(accounts=tuple(a for a, _ in pairs), reports=reports, **more)


def said(name: str, *names: str | None, **facts: Any) -> tuple[Account, Report]:
    source = report(name, **facts)
    return account(source, *(claim(source, "killed", exactly(1), voice=v) for v in names)), source


def keys(*pairs: tuple[Account, Report], **more: Any) -> list[str]:
    return [voice.key for voice in voices(case(*pairs, **more)).values()]


@pytest.mark.parametrize(
    "name",
    ["the health ministry", "Ministry of Health", "health ministry officials", "Health Minister"],
)
def test_names_of_one_ministry(name: str) -> None:
    assert telling_words(name) == {"health", "ministry"}


def test_a_short_name_is_the_one_longer_name_that_contains_it() -> None:
    one, other = keys(said("a", "police"), said("b", "the Corrath provincial police"))
    assert one == other


def test_a_short_name_that_two_contain_stays_apart() -> None:
    assert len(set(keys(said("a", "the ministry", "interior ministry", "defence ministry")))) == 3


def test_a_spokesman_is_the_voice_of_his_body() -> None:
    source = report("a")
    words = statement(source, "Fenn Ostrey", affiliation="provincial police")
    spoken = claim(source, "killed", exactly(6), voice="Fenn Ostrey", statement=words.id)
    one, other = keys(
        (account(source, spoken), source), said("b", "police"), statements={words.id: words}
    )
    assert one == other


def test_witnesses_of_two_outlets_are_two_and_of_two_copies_one() -> None:
    a, b = said("a", "a witness"), said("b", "witnesses")
    assert len(set(keys(a, b))) == 2
    copied = said("b", "a witness")
    assert len(set(keys(a, copied, copies={copied[1].id: a[1].id}))) == 1


def test_outlets_speak_for_themselves_and_copies_for_their_source() -> None:
    a, b = said("a", None, publisher="Courier"), said("b", None, publisher="Mercury")
    assert keys(a, b) == ["courier", "mercury"]
    assert keys(a, b, copies={b[1].id: a[1].id}) == ["courier", "courier"]
    assert all(voice.own for voice in voices(case(a, b)).values())


def test_an_outlet_without_a_name_is_itself_only() -> None:
    assert len(set(keys(said("a", None), said("b", None)))) == 2


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("DULMECK (Halyard) - A bomb went off.", "Halyard"),
        ("VATHREN, March 14, 2031 (Halyard) - Fighters came.", "Halyard"),
        ("A bomb went off.\n\n(Halyard)", "Halyard"),
        ("A bomb went off.\n\nWith reporting by Halyard.", "Halyard"),
        ("The Front (IRF) stormed a post.", None),
        ("A bomb went off.", None),
    ],
)
def test_credited_agency(text: str, agency: str | None) -> None:
    assert credited_agency(text) == agency


def test_the_agency_speaks_in_the_papers_that_credit_it() -> None:
    text = "DULMECK (Halyard) - A bomb went off."
    agency = said("a", None, publisher="Halyard News Agency", text=text)
    paper = said("b", None, publisher="Courier", text=text)
    assert len(set(keys(agency, paper))) == 1


def test_the_accused_is_a_perpetrators_voice() -> None:
    source = report("a")
    claims = (
        claim(source, "perpetrator", Actor("Ilvane Ridge Front")),
        claim(source, "killed", exactly(17), voice="the Ridge Front"),
        claim(source, "killed", exactly(5), voice="the ministry"),
    )
    found = voices(case((account(source, *claims), source)))
    assert [found[c.id].perpetrator for c in claims] == [False, True, False]


def test_the_post_is_not_the_evening_post() -> None:
    outlets = (
        said("a", None, publisher="The Post"),
        said("b", None, publisher="Dulmeck Evening Post"),
    )
    assert len(set(keys(*outlets))) == 2


def test_a_ministry_that_publishes_is_the_ministry_that_others_quote() -> None:
    own = said("a", None, publisher="Ministry of the Interior, Republic of Quessara")
    assert len(set(keys(own, said("b", "the interior ministry")))) == 1
