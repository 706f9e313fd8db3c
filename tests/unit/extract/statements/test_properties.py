"""What holds for any text."""

from collections.abc import Callable
from datetime import date
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.statements import statements
from reportedly.records import Annotated

Annotate = Callable[..., Annotated]
WORDS = st.sampled_from(
    """said told He She they “we must go” “ ” " ' ( ) [ ] — : ; , . ? \n Ann Roe U.S. Dr. according
    to the police denied accused of by that claims claimed responsibility for was believed killed 12
    who which what will could in a statement on Friday no threat rejected such calling it and but
    not to be Red Front’s urged warned reportedly is false""".split(" ")
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=60))
def test_spans_are_exact_and_ids_are_unique(annotate: Annotate, text: str) -> None:
    read = annotate(text, published=date(2024, 1, 1))
    made = statements(read, by="test/1")
    ids = {one.id for one in made}
    assert len(ids) == len(made)
    for one in made:
        cited = [one.content, *one.speaker.evidence, *([one.cue] if one.cue else [])]
        for evidence in cited:
            evidence.check(read.report)
        assert one.nested_in is None or one.nested_in in ids
        assert set(one.rebuts) <= ids - {one.id}
        assert one.by == "test/1"


def test_reading_twice_gives_the_same(annotate: Annotate) -> None:
    text = "Ann Roe said it fell. “It fell at noon,” he said.\n“Nobody was there at all.”"
    assert statements(annotate(text), by="a") == statements(annotate(text), by="a")


def test_time_grows_with_the_text_and_not_faster(annotate: Annotate) -> None:
    def seconds(times: int) -> float:
        read = annotate("X rejected such claims. Y warned of a threat, he said. " * times)
        start = perf_counter()
        statements(read, by="test/1")
        return perf_counter() - start

    seconds(10)  # load the lexicon
    assert seconds(800) < 20 * max(seconds(200), 0.01)
