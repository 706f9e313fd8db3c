"""Where a sentence turns to another incident, and what is done with one that never ends."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.sentences import sentences
from reportedly.codebook import default
from reportedly.extract.incidents import accounts
from reportedly.extract.incidents.clauses import clauses, stretches
from reportedly.records import Annotated, receive


def annotated(text: str) -> Annotated:
    report = receive(b"", "text/plain", name="case", text=text).report
    return Annotated(report=report, sentences=sentences(text))


def cut(text: str) -> list[str]:
    return [
        text[clause.start : clause.end]
        for stretch in stretches(annotated(text))
        for clause in clauses(text, stretch)
    ]


def test_each_clause_tells_of_violence() -> None:
    first, second = cut("A bomb exploded in Arvo, and in June gunmen opened fire in Belm.")
    assert first == "A bomb exploded in Arvo, and in "
    assert second == "June gunmen opened fire in Belm."


def test_no_cut_before_words_that_tell_of_none() -> None:
    text = "A bomb exploded in Arvo, and in June the market opened again."
    assert cut(text) == [text]


@given(st.text(alphabet="ab .;", min_size=1, max_size=50), st.integers(1, 300))
def test_clauses_leave_nothing_out(unit: str, times: int) -> None:
    text = unit * times
    kept = [text[s.start : s.end] for s in annotated(text).sentences]
    assert "".join(cut(text)) == "".join(kept)


def test_a_text_without_stops_takes_time_in_proportion() -> None:
    text = "attack ; executed in March " * 4_000
    began = process_time()
    accounts(annotated(text), [], default(), by="test")
    assert process_time() - began < 60
