"""The network's proposals as MUC-4's templates. Texts and probabilities are invented."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
from bench.quality.muc4.entities import entities
from bench.quality.muc4.filling import Filling
from bench.quality.muc4.grouping import Group, Settings, groups
from bench.quality.muc4.pages import Page
from bench.quality.muc4.seen import Seen
from bench.quality.muc4.template import Mention
from bench.quality.muc4.trained import chosen

from reportedly.extract.trained.heads import Sheet
from reportedly.extract.trained.labels import CLASSES, MUC_TYPES, TAGS, WHOLE_TEXT
from reportedly.extract.trained.proposals import Proposals
from reportedly.extract.trained.spans import Proposal
from reportedly.extract.trained.windows import Tokens
from reportedly.records import Annotated, Sentence, TimeMark, When, receive

TEXT = (
    "THE NORTHERN LIGHTS FRONT BOMBED TWO BANKS YESTERDAY. "
    "JUDGE ANA QUIROZ WAS SHOT IN TARMA. QUIROZ DIED."
)
SPANS = (
    ("muc_group", "NORTHERN LIGHTS FRONT"),
    ("muc_target", "BANKS"),
    ("muc_role", "JUDGE"),
    ("muc_name", "ANA QUIROZ"),
    ("muc_name", "QUIROZ DIED"),
)
GROUP, BANKS, JUDGE, ANA, AGAIN = range(5)
SETTINGS = Settings(same=0.6, together=0.5, attached=0.5, there=0.5, trust=0.5)
DAY = date(1990, 5, 3)
PAGE = Page("INVENTED-2", TEXT, TEXT.capitalize(), DAY, "LIMA")


def proposal(tag: str, words: str) -> Proposal:
    start = TEXT.index(words)
    end = start + len(words.removesuffix(" DIED"))
    return Proposal(tag, start, end, start, end - 1, 0.9)


def certain(name: str, code: str) -> list[float]:
    return [float(one == code) for one in CLASSES[name]]


def made(together: Mapping[tuple[int, int], float], types: Mapping[int, str]) -> Seen:
    """``together`` and ``types`` of the spans above; what is not given is 0 or an attack."""
    spans = tuple(proposal(*span) for span in SPANS)
    pairs = np.eye(len(spans), dtype=np.float32)
    for (a, b), score in together.items():
        pairs[a, b] = pairs[b, a] = score
    rows = [[float(types.get(n, "ATTACK") == name) for name in MUC_TYPES] for n in range(5)]
    classes = {
        "muc_stage": "ACCOMPLISHED",
        "muc_confidence": "CLAIMED OR ADMITTED",
        "muc_target_type": "FINANCIAL",
        "muc_target_effect": "SOME DAMAGE",
        "muc_human_type": "CIVILIAN",
        "muc_human_effect": "DEATH",
    }
    return Seen(
        Proposals(spans, np.zeros((5, 1), np.float32), pairs, np.eye(5, dtype=np.float32)),
        np.array(rows, np.float32),
        {name: np.array([certain(name, code)] * 5, np.float32) for name, code in classes.items()},
        dict.fromkeys(WHOLE_TEXT, 0.9),
    )


APART = made({(JUDGE, ANA): 0.9, (JUDGE, AGAIN): 0.9, (GROUP, BANKS): 0.8}, {BANKS: "BOMBING"})


def test_a_name_and_a_part_of_it_are_one_entity_written_in_full() -> None:
    found = entities(APART, TEXT, same=0.6)
    assert [(e.tag, e.spans, e.best) for e in found if e.tag == "muc_name"] == [
        ("muc_name", (ANA, AGAIN), ANA)
    ]


def test_different_words_are_one_entity_where_the_network_says_so() -> None:
    same = np.eye(5, dtype=np.float32)
    same[BANKS, JUDGE] = same[JUDGE, BANKS] = 0.9
    sure = replace(APART, proposals=replace(APART.proposals, same=same))
    assert len(entities(sure, TEXT, same=0.6)) == 4  # of two tags: never


def test_victims_and_targets_that_share_no_incident_make_two() -> None:
    first, second = groups(APART, TEXT, SETTINGS)
    assert (first.kind, second.kind) == ("BOMBING", "ATTACK")
    assert [e.best for e in first.entities] == [BANKS, GROUP]
    assert [e.best for e in second.entities] == [JUDGE, ANA]


def test_victims_and_targets_that_share_one_make_one() -> None:
    every = {(a, b): 0.9 for a in range(5) for b in range(a)}
    (only,) = groups(made(every, {}), TEXT, SETTINGS)
    assert len(only.entities) == 4
    assert only.kind == "ATTACK"


def test_those_accused_of_nothing_else_make_one_incident() -> None:
    spans = (APART.proposals.spans[GROUP],)
    one = np.eye(1, dtype=np.float32)
    alone = replace(
        APART,
        proposals=Proposals(spans, np.zeros((1, 1), np.float32), one, one),
        types=APART.types[:1],
    )
    assert [group.kind for group in groups(alone, TEXT, SETTINGS)] == ["ATTACK"]


def filling(seen: Seen) -> Filling:
    report = receive(TEXT.encode(), "text/plain", name="r", text=TEXT, published=DAY).report
    stop = TEXT.index("JUDGE")
    at = TEXT.index("YESTERDAY")
    eve = When(date(1990, 5, 2), date(1990, 5, 2), "day")
    mark = TimeMark(at, at + len("YESTERDAY"), "date", "1990-05-02", eve, "published")
    sentences = (Sentence(0, stop, 0), Sentence(stop, len(TEXT), 0))
    return Filling(seen, PAGE, Annotated(report=report, sentences=sentences, times=(mark,)), ())


def test_a_group_is_filled_with_what_the_network_says_of_its_spans() -> None:
    bombing, attack = (filling(APART).template(group) for group in groups(APART, TEXT, SETTINGS))
    (party,) = bombing.perpetrators
    assert (party.organization, party.confidence) == (True, "claimed")
    (target,) = bombing.targets
    assert (target.kind, target.damage) == ("FINANCIAL", "damaged")
    assert target.count is not None
    assert target.count.low == 2
    assert bombing.when is not None
    assert bombing.when.latest == date(1990, 5, 2)
    assert attack.when is None  # no day in its sentence


def test_a_name_takes_the_description_beside_it_and_words_decide_the_type() -> None:
    _, attack = (filling(APART).template(group) for group in groups(APART, TEXT, SETTINGS))
    (victim,) = attack.victims
    assert victim.name is not None
    assert victim.name.words == "ANA QUIROZ"
    assert victim.description is not None
    assert victim.description.words == "JUDGE"
    assert victim.kind == "LEGAL OR JUDICIAL"
    assert victim.effects == ("killed",)


def test_means_without_a_name_are_told_by_the_kind_or_a_verb() -> None:
    bombing, attack = (filling(APART).template(group) for group in groups(APART, TEXT, SETTINGS))
    assert [i.kind for i in bombing.instruments] == ["BOMB"]
    assert [i.kind for i in attack.instruments] == ["GUN"]
    kidnapping = Group("KIDNAPPING", groups(APART, TEXT, SETTINGS)[0].entities)
    assert filling(APART).template(kidnapping).instruments == ()


def sheet(inside: dict[str, float], tag: str) -> Sheet:
    """Tokens are words; ``inside``: word -> probability."""
    words = TEXT.replace(".", " ").split()
    starts, at = [], 0
    for word in words:
        at = TEXT.index(word, at)
        starts.append(at)
        at += len(word)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    tags = np.zeros((len(words), len(TAGS), 3), np.float32)
    tags[:, :, 0] = 1
    for n, word in enumerate(words):
        if word in inside:
            tags[n, TAGS.index(tag)] = [1 - inside[word], 0, inside[word]]
    tokens = Tokens(np.zeros(len(words), np.int64), np.array(starts), np.array(ends))
    return Sheet(tokens, np.zeros((len(words), 1), np.float32), tags)


def words_of(spans: list[Proposal]) -> list[str]:
    return [TEXT[span.start : span.end] for span in spans]


def test_a_span_with_a_sure_head_goes_on_where_the_network_is_less_sure() -> None:
    seen = sheet({"NORTHERN": 0.3, "LIGHTS": 0.4, "FRONT": 0.9, "BANKS": 0.2}, "muc_group")
    assert words_of(chosen(seen, TEXT, "muc_group", [])) == ["NORTHERN LIGHTS FRONT"]


def test_the_rules_second_a_span_that_is_not_sure_enough() -> None:
    seen = sheet({"BANKS": 0.5, "JUDGE": 0.5}, "muc_target")
    at = TEXT.index("BANKS")
    told = [Mention(at, at + len("BANKS"), "BANKS")]
    assert chosen(seen, TEXT, "muc_target", []) == []
    assert words_of(chosen(seen, TEXT, "muc_target", told)) == ["BANKS"]
