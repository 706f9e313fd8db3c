"""What is kept at hand is never older than what is stored, and never more than there is room for.

Two stores over one file stand for two processes: what one writes the other has to show.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.invented import account, claim, exactly, reading, received, statement

from reportedly.records import Reading
from reportedly.store import open_store
from reportedly.store.lately import Lately
from reportedly.store.store import Store

ITEM = received("r1", "A bomb killed seven people in Dulmeck.")
OTHER = received("r2", "Eight died in Dulmeck, police said.")


def read(killed: int) -> Reading:
    said = claim(ITEM.report, "killed", exactly(killed), words="killed seven people")
    return reading(ITEM.report, account(ITEM.report, said))


SIX, SEVEN = read(6), read(7)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """One that keeps readings, and another over the same file."""
    with ExitStack() as held:
        mine, other = (
            held.enter_context(open_store(f"sqlite:///{tmp_path / 'reports.db'}")) for _ in range(2)
        )
        mine.keep_readings()
        for item in (ITEM, OTHER):
            other.add_received(item)
        other.add_reading(SIX)
        other.add_reading(reading(OTHER.report, account(OTHER.report)))
        yield mine, other


def test_a_reading_is_fetched_once(stores: tuple[Store, Store]) -> None:
    mine, other = stores
    (first,) = mine.readings(reports=[ITEM.report.id])
    both = mine.readings(reports=[OTHER.report.id, ITEM.report.id])
    assert both == other.readings()  # in stored order, whichever was asked for first
    assert both[0] is first
    assert other.readings(reports=[ITEM.report.id])[0] is not first  # unless it is to be kept


def test_another_reading_of_the_report_takes_its_place(stores: tuple[Store, Store]) -> None:
    mine, other = stores
    asked = [ITEM.report.id]
    assert mine.readings(reports=asked) == [SIX]
    between = datetime.now(UTC)
    other.add_reading(SEVEN)
    assert mine.readings(reports=asked) == [SEVEN]
    assert mine.readings(between, asked) == [SIX]
    other.add_reading(SIX)  # found the same as the first: that is not the row that is kept
    said = reading(ITEM.report, statements=(statement(ITEM.report, "police", "assert"),))
    assert mine.readings(reports=asked) == [SIX]
    other.add_reading(said)
    assert mine.readings(reports=asked) == [said]


def test_a_forgotten_report_is_shown_no_more(stores: tuple[Store, Store]) -> None:
    mine, other = stores
    before = datetime.now(UTC)
    asked = [ITEM.report.id, OTHER.report.id]
    assert len(mine.readings(reports=asked)) == 2
    other.forget(ITEM.report.id, "Ana Tessel", "court order 12")
    for moment in (None, before):
        assert [r.report.name for r in mine.readings(moment, asked)] == ["r2"]


def test_a_file_in_place_of_the_file_is_another_store(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("one.db", "two.db")]
    for path, found in zip(paths, (SIX, SEVEN), strict=True):
        with open_store(f"sqlite:///{path}") as made:
            made.add_received(ITEM)
            made.add_reading(found)
    with open_store(f"sqlite:///{paths[0]}") as store:
        store.keep_readings()
        assert store.readings(reports=[ITEM.report.id]) == [SIX]
        store.close()
        paths[1].replace(paths[0])
        assert store.readings(reports=[ITEM.report.id]) == [SEVEN]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    words = Lately[str, str](10, len)
    for word in ("four", "five", "six"):
        words.keep(word, word)
        words.of(["four"])
    assert words.of(["four", "five", "six"]) == {"four": "four", "six": "six"}
    words.keep("six", "eight")  # in its own place
    assert words.of(["four", "six"]) == {"four": "four", "six": "eight"}
    words.keep("all", "longer than the room")
    assert words.of(["four", "six", "all"]) == {}
    words.keep("seven", "seven")
    assert words.of(["seven"]) == {"seven": "seven"}
