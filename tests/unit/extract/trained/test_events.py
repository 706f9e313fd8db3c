"""What the network adds to the rules' triggers and doers, and what it takes back."""

import numpy as np

from reportedly.extract.incidents.agents import Agent
from reportedly.extract.incidents.triggers import triggers
from reportedly.extract.trained.events import Events
from reportedly.extract.trained.heads import Sheet
from reportedly.extract.trained.labels import CLASSES, TAGS, WHOLE_TEXT
from reportedly.extract.trained.proposals import Proposals
from reportedly.extract.trained.spans import Proposal
from reportedly.extract.trained.windows import tokenise
from reportedly.extract.trained.wordpiece import WordPiece
from reportedly.records import Actor, ActorMark, Annotated, receive

TEXT = "The Arda Circle torched a depot before the bombing."


def events(score: float, likely: float, actors: tuple[ActorMark, ...] = ()) -> Events:
    """One event mention, "torched", and one doer; ``likely``: of every token as an event."""
    report = receive(TEXT.encode(), "text/plain", name="t", text=TEXT).report
    words = sorted(set(TEXT.lower().replace(".", "").split()))
    tokens = tokenise(TEXT, WordPiece(["[PAD]", "[UNK]", ".", *words]))
    tags = np.zeros((len(tokens), len(TAGS), 3), np.float32)
    tags[:, :, 0] = 1 - likely
    spans = (
        Proposal("perp", 0, 15, 0, 2, score),
        Proposal("event", 16, 23, 3, 3, score),
    )
    eye = np.eye(2, dtype=np.float32)
    classes = {n: np.zeros((2, len(CLASSES[n])), np.float32) for n in CLASSES}
    classes["type"][:, CLASSES["type"].index("arson")] = 0.9
    classes["responsibility"][:, CLASSES["responsibility"].index("others")] = 0.9
    sheet = Sheet(tokens, np.zeros((len(tokens), 4), np.float32), tags)
    return Events(
        Annotated(report=report, actors=actors), sheet, Proposals(spans, eye, eye, eye), classes,
        np.zeros(len(WHOLE_TEXT), np.float32),
    )  # fmt: skip


def test_a_sure_mention_becomes_a_trigger_of_its_type() -> None:
    found = events(score=0.97, likely=0.5).triggers(0, len(TEXT), [])
    assert [(TEXT[t.start : t.end], t.type, t.real) for t in found] == [("torched", "arson", True)]


def test_an_unsure_mention_or_one_of_another_clause_adds_nothing() -> None:
    assert events(score=0.3, likely=0.5).triggers(0, len(TEXT), []) == []
    assert events(score=0.97, likely=0.5).triggers(24, len(TEXT), []) == []


def test_a_word_of_the_rules_stays_however_unlikely() -> None:
    ours = triggers(TEXT, 0, len(TEXT))
    assert events(score=0.3, likely=0.01).triggers(0, len(TEXT), ours) == ours


def test_an_unlikely_doer_of_the_rules_is_dropped() -> None:
    ours = [Agent(ActorMark(4, 15, Actor("Arda Circle")), "stated")]
    assert events(score=0.3, likely=0.05).agents(0, len(TEXT), ours) == []
    assert events(score=0.3, likely=0.5).agents(0, len(TEXT), ours) == ours


def test_a_doer_is_one_that_annotation_knows_and_how_it_is_said() -> None:
    circle = ActorMark(4, 15, Actor("Arda Circle", kind="armed_group"))
    (agent,) = events(score=0.97, likely=0.5, actors=(circle,)).agents(0, len(TEXT), [])
    assert (agent.mark, agent.how) == (circle, "accused")


def test_the_network_names_nobody_by_itself() -> None:
    assert events(score=0.97, likely=0.5).agents(0, len(TEXT), []) == []
