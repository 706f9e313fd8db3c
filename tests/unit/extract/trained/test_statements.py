"""What the network hears besides the rules, in their terms."""

import numpy as np

from reportedly.annotate import annotate
from reportedly.extract.statements import statements
from reportedly.extract.trained.heads import Sheet
from reportedly.extract.trained.labels import TAGS
from reportedly.extract.trained.sayings import Saying
from reportedly.extract.trained.statements import Heard
from reportedly.extract.trained.windows import tokenise
from reportedly.extract.trained.wordpiece import WordPiece
from reportedly.gazetteer import open_names
from reportedly.records import Annotated, Statement, receive

TEXT = "The convoy was hit at dawn, in the words of Colonel Ferrand. The mayor said it was over."


OTHER = "A spokesman for the company of Ines Varga said that it was over."


def annotated(text: str = TEXT) -> Annotated:
    report = receive(text.encode(), "text/plain", name="t", text=text, language="en").report
    return annotate(report, open_names())


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def saying(cue: str, source: str, content: str, score: float = 0.9) -> Saying:
    return Saying(span(cue), (span(source),), (span(content),), "assert", 0.9, score)


def sheet(likely: float) -> Sheet:
    """``likely``: of every token as a reporting word."""
    words = sorted(set(TEXT.lower().replace(".", "").replace(",", "").split()))
    tokens = tokenise(TEXT, WordPiece(["[PAD]", "[UNK]", ".", ",", *words]))
    tags = np.zeros((len(tokens), len(TAGS), 3), np.float32)
    tags[:, :, 0] = 1 - likely
    return Sheet(tokens, np.zeros((len(tokens), 4), np.float32), tags)


def heard(*sayings: Saying, likely: float = 0.5) -> list[Statement]:
    return list(statements(annotated(), by="test/1", also=Heard(sheet(likely), sayings)))


WORDS = saying("in the words of", "Colonel Ferrand", "The convoy was hit at dawn")


def test_a_saying_without_a_verb_is_added_with_its_speaker_and_exact_words() -> None:
    alone = [s.speaker.name for s in heard()]
    both = heard(WORDS)
    assert alone == ["The mayor"]
    assert [s.speaker.name for s in both] == ["Ferrand", "The mayor"]
    assert both[0].content.quote == "The convoy was hit at dawn"
    for statement in both:
        statement.content.check(annotated().report)


def test_what_the_rules_found_is_not_said_twice() -> None:
    assert len(heard(saying("said", "The mayor", "it was over"))) == 1


def test_an_unsure_saying_is_left_out() -> None:
    unsure = saying("in the words of", "Colonel Ferrand", "The convoy was hit at dawn", 0.3)
    assert len(heard(unsure)) == 1


def test_a_source_without_a_word_of_its_own_is_nobody() -> None:
    for source in (",", "the"):
        first = heard(saying("in the words of", source, "The convoy was hit at dawn"))[0]
        assert first.content.quote == "The convoy was hit at dawn"
        assert first.speaker.name is None


def test_a_finding_of_the_rules_with_an_unlikely_reporting_word_is_dropped() -> None:
    assert len(heard(likely=0.4)) == 1
    assert heard(likely=0.1) == []


def test_a_sure_saying_mends_the_words_that_the_rules_found() -> None:
    (before,) = heard()
    assert (before.speaker.name, before.content.quote) == ("The mayor", "it was over")
    (unsure,) = heard(saying("said", "The mayor", "it was", 0.7))
    assert (unsure.speaker.name, unsure.content.quote) == ("The mayor", "it was over")
    (mended,) = heard(saying("said", "The mayor", "it was", 0.9))
    assert (mended.speaker.name, mended.content.quote) == ("The mayor", "it was")
    mended.content.check(annotated().report)


def test_a_sure_saying_mends_the_speaker() -> None:
    cue, source, content = ((OTHER.index(w), OTHER.index(w) + len(w)) for w in
                            ("said", "Ines Varga", "it was over"))  # fmt: skip
    sure = Saying(cue, (source,), (content,), "assert", 0.9, 0.9)
    names = [
        [s.speaker.name for s in statements(annotated(OTHER), by="test/1", also=also)]
        for also in (None, Heard(sheet(0.5), [sure]))
    ]
    assert names == [["A spokesman for the company of Ines Varga"], ["Ines Varga"]]


def test_a_speaker_that_the_network_does_not_hear_stays() -> None:
    (mended,) = heard(saying("said", "the", "it was", 0.9))
    assert (mended.speaker.name, mended.content.quote) == ("The mayor", "it was")
