"""Wire copies."""

from datetime import date

from tests.invented import report

from reportedly.link import wire_copies
from reportedly.records import Report

TOPICS = ("market", "bridge", "mill", "clinic", "school", "harbour", "garrison", "orchard")
THEMES = ("war", "vote", "flood", "strike", "harvest", "trial", "treaty", "parade", "budget")
STORY = " ".join(f"Sentence {n} tells how the {w} fared on that day." for n, w in enumerate(TOPICS))
OTHER = " ".join(f"Part {n} is about another {w} altogether, abroad." for n, w in enumerate(THEMES))


def on_day(name: str, text: str, day: int) -> Report:
    return report(name, text, published=date(2031, 3, day))


def test_copies_point_to_the_earliest_published() -> None:
    late, early = on_day("late", STORY, 20), on_day("early", "TOWN (Wire) - " + STORY, 19)
    other = on_day("other", OTHER, 19)
    assert wire_copies([early, other, late]) == {late.id: early.id}


def test_a_shortened_copy_is_a_copy_and_a_copy_of_a_copy_points_to_the_source() -> None:
    source, short = on_day("a", STORY, 1), on_day("b", STORY[: len(STORY) // 2], 2)
    again = on_day("c", STORY[: len(STORY) // 2] + " " + OTHER[:60], 3)
    assert wire_copies([source, short, again]) == {short.id: source.id, again.id: source.id}


def test_short_texts_and_quoted_sentences_make_no_copy() -> None:
    assert wire_copies([report("a", "Six died."), report("b", "Six died.")]) == {}
    quoting = report("b", OTHER + " " + STORY[:120])
    assert wire_copies([report("a", STORY), quoting]) == {}
