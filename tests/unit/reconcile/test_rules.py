"""Each rule on the figures of the invented market blast: ministry 7, hospital 12, witness >= 15."""

from datetime import date

import pytest
from tests.invented import at_least, claim, exactly, report

from reportedly.codebook import default
from reportedly.errors import CodebookError
from reportedly.reconcile.rules import COUNT_RULES, count_rule
from reportedly.reconcile.voices import Voice
from reportedly.reconcile.words import Word
from reportedly.records import Count

R = report()
BOOK = default()


def figure(name: str, count: Count, day: int = 1, **more: bool) -> Word[Count]:
    voice = Voice(name, name, own=False, **more)
    said = claim(R, "killed", count, voice=name)
    return Word(voice, count, (said,), date(2031, 3, day), 0)


BLAST = [
    figure("ministry", exactly(7), 19),
    figure("hospital", exactly(12), 21),
    figure("witness", at_least(15), 20),
]


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("range", (7, None, 15)),
        ("acled", (7, 7, 7)),
        ("ucdp", (7, 12, 15)),
        ("gtd", (12, 12, 12)),
        ("majority", (7, 7, 7)),
        ("aoav", (12, 12, 12)),
        ("latest", (12, 12, 12)),
        ("source-priority:fire brigade,ministry", (7, 7, 7)),
        ("source-priority:fire brigade", (7, 12, 15)),
    ],
)
def test_blast(rule: str, value: tuple[int | None, ...]) -> None:
    choice = count_rule(rule)(BLAST, BOOK)
    assert choice is not None
    assert (choice.value.low, choice.value.best, choice.value.high) == value
    assert choice.because


def test_the_losing_figures_stay_visible() -> None:
    choice = COUNT_RULES["acled"](BLAST, BOOK)
    assert choice is not None
    assert [w.voice.name for w in choice.basis] == ["ministry"]
    assert [w.voice.name for w in choice.against] == ["hospital", "witness"]


def test_vague_words_are_acleds_number_and_no_number_of_gtd() -> None:
    dozens = [figure("police", Count(24, None, 99, "dozens"))]
    hundreds = [figure("police", Count(200, None, 999, "dozens"))]
    acled = COUNT_RULES["acled"](dozens, BOOK)
    assert acled is not None
    assert acled.value == Count(12, 12, 12, "approx")
    many = COUNT_RULES["acled"](hundreds, BOOK)
    assert many is not None
    assert many.value.best == 100
    assert COUNT_RULES["gtd"](dozens, BOOK) is None
    assert COUNT_RULES["majority"](dozens, BOOK) is None
    ucdp = COUNT_RULES["ucdp"](dozens, BOOK)
    assert ucdp is not None
    assert ucdp.value == Count(24, None, 99, "range")


def test_more_voices_outweigh_a_later_one_in_ucdp() -> None:
    said = [figure("a", exactly(5), 1), figure("b", exactly(5), 2), figure("c", exactly(9), 3)]
    choice = COUNT_RULES["ucdp"](said, BOOK)
    assert choice is not None
    assert choice.value == Count(5, 5, 9, "range")


def test_gtd_leaves_the_perpetrators_figure_out_and_settles_one_day_by_the_lowest() -> None:
    said = [
        figure("front", exactly(30), 9, perpetrator=True),
        figure("police", exactly(8), 5),
        figure("hospital", exactly(6), 5),
        figure("mayor", exactly(2), 1),
    ]
    choice = COUNT_RULES["gtd"](said, BOOK)
    assert choice is not None
    assert choice.value == exactly(6)
    assert COUNT_RULES["gtd"](said[:1], BOOK) is None


def test_an_upper_limit_alone_has_no_lowest_figure() -> None:
    said = [figure("a witness", Count(None, None, 9, "up_to"))]
    for name in ("range", "ucdp"):
        choice = COUNT_RULES[name](said, BOOK)
        assert choice is not None
        assert choice.value == Count(None, None, 9, "up_to")
    assert COUNT_RULES["majority"](said, BOOK) is None


@pytest.mark.parametrize("rule", COUNT_RULES)
def test_no_figures_no_value(rule: str) -> None:
    assert COUNT_RULES[rule]([], BOOK) is None


@pytest.mark.parametrize("rule", COUNT_RULES)
def test_one_exact_figure_is_the_value_of_every_rule(rule: str) -> None:
    choice = COUNT_RULES[rule]([figure("police", exactly(4))], BOOK)
    assert choice is not None
    assert choice.value == exactly(4)
    assert not choice.against


@pytest.mark.parametrize("rule", COUNT_RULES)
def test_every_rule_says_where_it_comes_from(rule: str) -> None:
    assert any(
        name in (COUNT_RULES[rule].__doc__ or "")
        for name in ("ACLED", "UCDP", "GTD", "AOAV", "Every Casualty")
    )


def test_an_unknown_rule_is_named_with_those_there_are() -> None:
    with pytest.raises(CodebookError, match="acled"):
        count_rule("guess")


def test_an_order_of_sources_needs_sources() -> None:
    with pytest.raises(CodebookError, match="source-priority:"):
        count_rule("source-priority")


def test_at_least_supports_more_and_a_vague_word_widens_nothing() -> None:
    said = [
        figure("state agency", at_least(15), 2),
        figure("mayor", exactly(19), 1),
        figure("clinic", Count(3, None, 99, "dozens"), 2),
    ]
    choice = COUNT_RULES["ucdp"](said, BOOK)
    assert choice is not None
    assert choice.value == Count(15, 19, 19, "range")
    assert not choice.against
