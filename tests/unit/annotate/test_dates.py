"""Time expressions, found and resolved."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.dates import times as found
from reportedly.records import Annotated, Report, TimeMark
from reportedly.resolve.dates import times as settled

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str, published: date | None = PUBLISHED) -> dict[str, TimeMark]:
    report = Report(id="r", name="r", text=text, published=published)
    annotated = Annotated(report=report)
    marks = settled(replace(annotated, times=found(annotated)))
    return {text[m.start : m.end]: m for m in marks}


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        ("It was on 3 May 2024.", "3 May 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("On May 3, 2024, it", "May 3, 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("on Friday, May 3, 2024", "Friday, May 3, 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("the 3rd of May 2024", "the 3rd of May 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("dated 2024-05-03.", "2024-05-03", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("killed on Thursday", "Thursday", "2024-05-09", "2024-05-09", "2024-05-09"),
        ("killed on Wednesday", "Wednesday", "2024-05-15", "2024-05-15", "2024-05-15"),
        ("Friday's attack", "Friday", "2024-05-10", "2024-05-10", "2024-05-10"),
        ("will meet on Friday", "Friday", "2024-05-17", "2024-05-17", "2024-05-17"),
        ("A week earlier, on Friday the third, three died", "Friday the third", "2024-05-03",
         "2024-05-03", "2024-05-03"),
        ("killed on Friday the 12th.", "Friday the 12th", "2024-04-12", "2024-04-12", "2024-04-12"),
        ("killed on Friday the second blast hit", "Friday", "2024-05-10", "2024-05-10",
         "2024-05-10"),
        ("next Friday", "next Friday", "2024-05-17", "2024-05-17", "2024-05-17"),
        ("attacked in March", "March", "2024-03", "2024-03-01", "2024-03-31"),
        ("attacked in August", "August", "2023-08", "2023-08-01", "2023-08-31"),
        ("will vote in August", "August", "2024-08", "2024-08-01", "2024-08-31"),
        ("killed on 2 February", "2 February", "2024-02-02", "2024-02-02", "2024-02-02"),
        ("in early January 2024", "early January 2024", "2024-01", "2024-01-01", "2024-01-10"),
        ("a 2022 raid", "2022", "2022", "2022-01-01", "2022-12-31"),
        ("three days ago", "three days ago", "2024-05-12", "2024-05-12", "2024-05-12"),
        ("two weeks ago", "two weeks ago", "2024-W18", "2024-04-29", "2024-05-05"),
        ("two months ago", "two months ago", "2024-03", "2024-03-01", "2024-03-31"),
        ("last week", "last week", "2024-W19", "2024-05-06", "2024-05-12"),
        ("last month", "last month", "2024-04", "2024-04-01", "2024-04-30"),
        ("yesterday", "yesterday", "2024-05-14", "2024-05-14", "2024-05-14"),
        ("over the past six months", "the past six months", "P6M", "2023-11-15", "2024-05-15"),
        ("between 3 and 5 May", "between 3 and 5 May", "2024-05-03/2024-05-05",
         "2024-05-03", "2024-05-05"),
        ("between March and June 2023", "March and June 2023", "2023-03/2023-06",
         "2023-03-01", "2023-06-30"),
        ("in the 1990s", "the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("since 2021", "2021", "2021", "2021-01-01", "2024-05-15"),
    ],
)  # fmt: skip
def test_forms(text: str, words: str, value: str, first: str, last: str) -> None:
    mark = read(text)[words]
    assert mark.value == value
    assert mark.when is not None
    assert (str(mark.when.earliest), str(mark.when.latest)) == (first, last)


def test_another_date_of_the_text_is_the_anchor() -> None:
    marks = read("The first was on 2 March 2023. Two days later a second followed.")
    later = marks["Two days later"]
    assert later.when is not None
    assert later.when.earliest == date(2023, 3, 4)
    assert later.basis == "text"


def test_a_past_year_in_the_sentence_goes_on() -> None:
    marks = read("It struck in January 2019 and again in March.")
    assert marks["March"].value == "2019-03"


@pytest.mark.parametrize("text", ["on Thursday", "yesterday", "in March", "two days ago"])
def test_nothing_is_filled_in_without_a_publication_date(text: str) -> None:
    marks = read(f"They came {text} and left.", published=None)
    assert marks
    assert all(m.when is None and m.basis == "none" for m in marks.values())


def test_a_stated_date_needs_no_publication_date() -> None:
    mark = read("on 3 May 2024", published=None)["3 May 2024"]
    assert mark.when is not None
    assert mark.basis == "stated"


@pytest.mark.parametrize(
    "text",
    [
        "they may march on", "a second man", "the sun sat low", "prices fall", "killed 2016 people",
        "the 61-year-old guard", "a quarter of them",
    ],
)  # fmt: skip
def test_false_friends(text: str) -> None:
    assert not read(text)


def test_duration_and_set_name_no_days() -> None:
    marks = read("For two decades they met every Friday.")
    assert (marks["two decades"].type, marks["two decades"].value) == ("duration", "P20Y")
    assert marks["every Friday"].type == "set"
    assert all(m.when is None for m in marks.values())


_PIECES = (
    "3 31 May March Friday 2024 1990s last next two a of ago later before early - , . the "
    "week years 29 February 0000 9999 between and 12:00 3/4/2024 every 1000000 from to 480 BC AD "
    "in since year quarter third night that same following '89 Christmas Easter summer half said "
    "will month decade century earlier ( ) 1811 day GMT year-end nineteen ninety "
)
_TEXTS = st.lists(st.sampled_from([*_PIECES.split(), "\n"]), max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*_PIECES.split(), "\n"]) | st.text(max_size=6),
        max_size=30,
    ),
    st.dates() | st.none(),
)
def test_spans_lie_in_the_text(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    report = Report(id="r", name="r", text=text, published=published)
    annotated = Annotated(report=report)
    marks = settled(replace(annotated, times=found(annotated)))
    ends = [0]
    for mark in marks:
        assert ends[-1] <= mark.start < mark.end <= len(text)
        ends.append(mark.end)


def marks_of(text: str, published: date | None) -> tuple[TimeMark, ...]:
    report = Report(id="r", name="r", text=text, published=published)
    annotated = Annotated(report=report)
    return settled(replace(annotated, times=found(annotated)))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.dates() | st.none())
def test_value_and_days_agree(text: str, published: date | None) -> None:
    for mark in marks_of(text, published):
        plain = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?", mark.value or "")
        if mark.when is not None and plain:
            assert mark.value is not None
            assert mark.when.earliest.isoformat().startswith(mark.value.split("T")[0])
        if (mark.value or "").endswith("_REF") or mark.type == "set":
            assert mark.when is None


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.dates() | st.none())
def test_a_resolution_states_what_it_rests_on(text: str, published: date | None) -> None:
    for mark in marks_of(text, published):
        assert mark.reason
        assert (mark.when is None) == (mark.basis == "none")
        if published is None:
            assert mark.basis != "published"


@settings(max_examples=100, deadline=None)
@given(_TEXTS, st.text(max_size=20).filter(lambda t: not any(c.isdigit() for c in t)))
def test_words_after_a_page_break_change_no_expression(text: str, more: str) -> None:
    """Only the narrative or the day spoken of may be told elsewhere, not which words are a time."""
    alone = found(Annotated(report=Report(id="r", name="r", text=text)))
    longer = found(Annotated(report=Report(id="r", name="r", text=f"{text}\n\n{more}")))
    assert [(m.start, m.end) for m in longer][: len(alone)] == [(m.start, m.end) for m in alone]
