"""Words in quotation marks of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.quotations import quotations
from reportedly.annotate.sentences import sentences


def found(text: str) -> list[tuple[str, int, bool]]:
    return [(text[q.start : q.end], q.depth, q.closed) for q in quotations(text, sentences(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “we go” today.", "we go"),
        ('He said "we go" today.', "we go"),
        ("He said 'we go' today.", "we go"),
        ("He said ‘we go’ today.", "we go"),
        ("He said «we go» today.", "we go"),
        ("He said “we go today.", "we go today."),
    ],
)
def test_kinds_of_marks(text: str, words: str) -> None:
    assert [q[0] for q in found(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It's the officers' house, and they don't care.",
        "In the '90s he was 5'10\" tall.",
        "’Tis the prosecutors’ case.",
        "“”",
    ],
)
def test_apostrophes_and_inches_are_not_quotations(text: str) -> None:
    assert found(text) == []


def test_nested_quotation_has_a_depth() -> None:
    assert found("“They wrote ‘leave’ on it.”") == [
        ("They wrote ‘leave’ on it.", 0, True),
        ("leave", 1, True),
    ]


def test_plural_possessive_does_not_close_a_single_quotation() -> None:
    assert [q[0] for q in found("‘We lost the officers’ houses,’ he said.")] == [
        "We lost the officers’ houses,"
    ]


def test_each_paragraph_of_a_long_quotation_opens_again() -> None:
    text = "“One. Two.\n“Three,” he said."
    assert found(text) == [("One. Two.", 0, False), ("Three,", 0, True)]


def test_two_apostrophes_are_one_mark() -> None:
    assert found("''We go,'' Roe said. ''The ships' crews stay.''") == [
        ("We go,", 0, True),
        ("The ships' crews stay.", 0, True),
    ]
    assert found("``One'' and ``two''.") == [("One", 0, True), ("two", 0, True)]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    assert found('"We go, Roe said.\nHe left "now".') == [
        ("We go, Roe said.", 0, False),
        ("now", 0, True),
    ]


@given(st.text(alphabet="aS .,\"“”'’‘`«»\n\r5", max_size=80))
def test_spans_lie_inside_their_paragraph_and_nest(text: str) -> None:
    for quotation in quotations(text, sentences(text)):
        inside = text[quotation.start : quotation.end]
        assert inside
        assert inside == inside.strip()
        assert "\n" not in inside
        assert quotation.depth >= 0
