"""Which words are reported, and in which mode."""

from collections.abc import Callable

import pytest

from reportedly.records import Statement

Read = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "speaker", "content", "mode"),
    [
        # the cue before its content
        ("Officials said that it was open.", "Officials", "it was open", "indirect"),
        ("The ministry warned of a flood.", "ministry", "a flood", "indirect"),
        ("Roe told Radio One on Monday that it fell.", "Roe", "it fell", "indirect"),
        ("The union urged workers to stay home.", "union", "workers to stay home", "indirect"),
        ("Ann Roe described the vote as a farce.", "Ann Roe", "the vote as a farce", "indirect"),
        ("The army denied shelling the town.", "army", "shelling the town", "indirect"),
        ("Roe said: “We go now.”", "Roe", "We go now.", "direct"),
        ("Roe said it was “a great mistake.”", "Roe", "it was “a great mistake.", "mixed"),
        # after it
        ("The bridge is open, officials said.", "officials", "The bridge is open", "indirect"),
        ("“We go now,” she told the Post.", "she", "We go now,", "direct"),
        ("“We go now,” said Ann Roe, a shopkeeper.", "Ann Roe", "We go now,", "direct"),
        ("“He wept,” the dean, Bo Lind, said.", "Bo Lind", "He wept,", "direct"),
        # in the middle of it
        ("Since May, Roe said, crime has risen.", "Roe", "crime has risen", "indirect"),
        ("The raid, Roe said, hurt us.", "Roe", "The raid, Roe said, hurt us", "indirect"),
        # after an adverbial
        ("In a taped note sent to editors, Roe said nine had left.", "Roe", "nine had left",
         "indirect"),
        ("Speaking in Rome, where he landed on Friday, Roe said nine had left.", "Roe",
         "nine had left", "indirect"),
        ("Asked whether the dam, which leaked in May, was safe, Roe said it was.", "Roe", "it was",
         "indirect"),
        ("After the flood, which closed two roads, Roe said nine had left.", "Roe",
         "nine had left", "indirect"),
        ("Bo Roe told editors in North Quay that nine had left.", "Bo Roe", "nine had left",
         "indirect"),
        # a participle inside the content
        ("Roe told editors that two crews had drowned defending the dam and that it held.", "Roe",
         "two crews had drowned defending the dam and that it held", "indirect"),
        ("Roe said two crews had fallen defending the dam.", "Roe",
         "two crews had fallen defending the dam", "indirect"),
        # "with" and a subject of its own
        ("He fled, with the Lake Bank promising a prize for news.", "Lake Bank",
         "a prize for news", "indirect"),
        # without a verb
        ("According to Roe, the bridge is open.", "Roe", "the bridge is open", "indirect"),
        ("The bridge is open, according to Roe.", "Roe", "The bridge is open", "indirect"),
        ("The council gave a sober warning about fires.", "council", "fires", "indirect"),
        ("The raid was condemned by the council.", "council", "The raid", "indirect"),
    ],
)  # fmt: skip
def test_content_and_mode(read: Read, text: str, speaker: str, content: str, mode: str) -> None:
    (one,) = read(text)
    assert one.content.quote == content
    assert one.mode == mode
    assert one.speaker.name is not None
    assert one.speaker.name.endswith(speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The blast claimed 145 lives.",
        "The flood claimed the lives of 12 people.",
        "No group has claimed responsibility.",
        "The mayor declined to say why.",
        "The file of the sailor reported missing was closed.",
        "A diver feared dead by his crew swam home.",
        "Two were confirmed killed in the storm.",
        "Police could not confirm the toll.",
        "The United States lost reports of the claims.",
        "The attack highlighted the danger on the road.",
        "He was known as a “fixer” there.",
        "It would say more later, if it could.",
        "Roe, who asked not to be named, left.",
    ],
)
def test_reports_no_speech(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is thought that he fled.", "he fled"),
        ("He was at first thought to have died.", "have died"),
        ("It then turned out that he fled.", "he fled"),
        ("A blast was reportedly heard at noon.", "A blast was reportedly heard at noon"),
    ],
)
def test_nobody_is_named(read: Read, text: str, content: str) -> None:
    (one,) = read(text)
    assert one.speaker.name is None
    assert one.content.quote == content


def test_a_second_cue_begins_a_second_statement(read: Read) -> None:
    first, second = read("Ann Roe said the bank was closed, adding that it was empty.")
    assert (first.content.quote, second.content.quote) == ("the bank was closed", "it was empty")
    assert second.speaker.name == "Ann Roe"


def test_a_participle_of_the_same_act_spells_the_statement_out(read: Read) -> None:
    (one,) = read("Ann Roe warned of floods, cautioning that the dam was weak.")
    assert one.content.quote == "floods, cautioning that the dam was weak"


def test_the_narrators_aside_is_not_part_of_an_object(read: Read) -> None:
    (one,) = read("The front claimed the raid on the depot, the deadliest in a decade.")
    assert one.content.quote == "the raid on the depot"


def test_a_quotation_over_several_sentences_is_one_statement(read: Read) -> None:
    (one,) = read("“We buried ten. We buried more,” said Ann Roe.")
    assert one.content.quote == "We buried ten. We buried more,"


def test_the_attribution_after_a_lost_mark_is_seen(read: Read) -> None:
    (one,) = read('"My buses use it and will use it again, Roe said on Monday.\nTwo burned.')
    assert one.content.quote == "My buses use it and will use it again"
    assert one.speaker.name == "Roe"


def test_brackets_of_the_editor_stay_in_the_quote(read: Read) -> None:
    (one,) = read("“They took [the depot] at noon,” Ann Roe said.")
    assert one.content.quote == "They took [the depot] at noon,"


def test_a_reporting_verb_inside_the_marks_makes_a_statement_of_its_own(read: Read) -> None:
    outer, inner = read("Ann Roe said guards were out, “promising them that nobody will starve.”")
    assert outer.content.quote.startswith("guards were out")
    assert (inner.content.quote, inner.act) == ("nobody will starve", "promise")
    assert inner.nested_in == outer.id
    assert inner.speaker.name == "Ann Roe"
