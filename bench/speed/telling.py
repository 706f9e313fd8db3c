"""Invented reports of what happened, with their accounts: texts, claims and exact evidence."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from bench.speed.draft import Draft, Passage, Stated
from bench.speed.happening import KINDS, Coverage, Happened
from bench.speed.world import World
from reportedly.records import (
    Account,
    Actor,
    Attribution,
    Claim,
    Code,
    Count,
    Place,
    Reading,
    Received,
    Report,
    Role,
    Speaker,
    Statement,
    Text,
    Value,
    When,
    cite,
    content_id,
    receive,
)

EXTRACTOR = "invented/1"
WORDS = 110  # of a report beside its facts, on average
UNDATED, PLACELESS, MISREAD = 0.15, 0.12, 0.04  # shares of accounts
_SENTENCE = 14  # words
_VOICES = ("the interior ministry", "hospital officials", "police", "witnesses", "the army", None)
_THINGS = ("market", "checkpoint", "bus", "school", "mosque", "convoy", "hotel", "village")


def write(world: World, rng: Random, day: date, covered: Sequence[Coverage]) -> Draft:
    """A text of that day that speaks of these incidents, one passage each."""
    draft = Draft()
    for one in covered:
        _passage(draft, rng, day, one)
        happened = one.of
        share = 1 if one.news else 4
        for sentence in _filler(world, rng, happened, round(rng.gauss(WORDS, 30)) // share):
            draft.write(sentence)
    return draft


def _passage(draft: Draft, rng: Random, day: date, one: Coverage) -> None:
    happened = one.of
    passage = Passage(happened, one.news, len(draft.text))
    stated = passage.stated

    def state(name: str, value: Value, words: str, voice: str | None = None) -> None:
        stated.append(Stated(name, value, *draft.write(words), voice))

    kind = KINDS.draw(rng) if rng.random() < MISREAD else happened.kind
    state("type", Code(kind), kind.replace("_", " ").capitalize())
    draft.write(" at ")
    state(
        "target", Text(rng.choice(_THINGS)), f"a {happened.topic[0]} {_THINGS[happened.number % 8]}"
    )
    if rng.random() > PLACELESS:
        draft.write(" in ")
        place = _place(rng, happened)
        state("place", place, place.name)
    if rng.random() > UNDATED:
        draft.write(" on ")
        when = _when(rng, happened.day, one.news)
        state("date", when, f"{when.earliest:%d %B}" if when.precision == "day" else "that month")
    voice = rng.choice(_VOICES)
    start = len(draft.text)
    killed = happened.killed_by((day - happened.day).days)
    if killed and rng.random() < 0.85:
        draft.write(" killed ")
        state("killed", *_figure(rng, killed), voice)
    if happened.injured and rng.random() < 0.6:
        draft.write(" and wounded ")
        state("injured", *_figure(rng, happened.injured), voice)
    if happened.actor and rng.random() < 0.7:
        draft.write(", blamed on ")
        actor = happened.country.actors.draw(rng) if rng.random() < 0.1 else happened.actor
        state("perpetrator", actor, actor.name)
        stated.append(
            Stated("attribution", Attribution("accused", voice), stated[-1].start, stated[-1].end)
        )
    elif rng.random() < 0.3:
        draft.write(" by ")
        state("perpetrator", Actor("gunmen", kind="unnamed"), "gunmen")
    if voice:
        passage.said = (start, len(draft.text), voice) if len(draft.text) > start else None
        draft.write(f", {voice} said")
    draft.write(". ")
    draft.passages.append(passage)


def _place(rng: Random, happened: Happened) -> Place:
    town = happened.town
    chance = rng.random()
    if chance < 0.08 and town.admin1:
        return Place(town.admin1, "admin1", country=town.country, country_code=town.country_code)
    if chance < 0.14 and town.country:
        return Place(town.country, "country", country=town.country, country_code=town.country_code)
    return happened.country.towns.draw(rng) if chance > 1 - MISREAD else town


def _when(rng: Random, day: date, news: bool) -> When:
    if rng.random() < (0.02 if news else 0.4):
        first = day.replace(day=1)
        return When(first, (first + timedelta(31)).replace(day=1) - timedelta(1), "month")
    if rng.random() < MISREAD:
        day += timedelta(rng.choice((-7, -1, 1, 2)))
    return When(day, day, "day")


def _figure(rng: Random, number: int) -> tuple[Count, str]:
    if rng.random() < 0.15:
        number = max(1, number + rng.choice((-2, -1, 1, 2, 5)))
    if rng.random() < 0.2:
        return Count(number, number, None, "at_least"), f"at least {number}"
    return Count(number, number, number, "exact"), f"{number} people"


def _filler(world: World, rng: Random, happened: Happened, length: int) -> Iterator[str]:
    """Sentences of common words, of the incident's own, and of names, its own and others'."""
    words = world.words.draws(rng, max(length, _SENTENCE))
    for n in range(len(words)):
        chance = rng.random()
        if chance < 0.07:
            words[n] = rng.choice(happened.topic)
        elif chance < 0.10:
            words[n] = rng.choice(happened.names)
        elif chance < 0.12:
            words[n] = happened.country.officials.draw(rng)
        elif chance < 0.14:
            words[n] = world.stray_names.draw(rng)
    for n in range(0, len(words), _SENTENCE):
        sentence = " ".join(words[n : n + _SENTENCE])
        yield f"{sentence[0].upper()}{sentence[1:]}. "


def published(
    draft: Draft, name: str, publisher: str, day: date | None, title: str | None
) -> tuple[Received, Reading]:
    """A text as an outlet prints it, with its accounts."""
    text = draft.text
    received = receive(
        text.encode(), "text/plain", name=name, text=text, title=title, publisher=publisher,
        published=day, language="en", row=name,
    )  # fmt: skip
    report = received.report
    told = [(n, p, _said(report, n, p)) for n, p in enumerate(draft.passages)]
    return received, Reading(
        report=report,
        extractor=EXTRACTOR,
        accounts=tuple(_account(report, n, p, said) for n, p, said in told),
        statements=tuple(said for _, _, said in told if said),
    )


def _said(report: Report, n: int, passage: Passage) -> Statement | None:
    if passage.said is None:
        return None
    start, end, voice = passage.said
    return Statement(
        id=content_id("statement", report.id, n),
        report=report.id,
        speaker=Speaker(name=voice, evidence=()),
        act="assert",
        mode="indirect",
        content=cite(report, start, end),
        by=EXTRACTOR,
    )


def _account(report: Report, n: int, passage: Passage, said: Statement | None) -> Account:
    id = content_id("account", report.id, n)
    role: Role = "main" if passage.news else "background"
    return Account(
        id=id,
        report=report.id,
        index=n,
        role=role,
        mentions=(cite(report, passage.stated[0].start, passage.stated[-1].end),),
        claims=tuple(
            Claim(
                id=content_id("claim", id, stated.field, m),
                field=stated.field,
                value=stated.value,
                evidence=(cite(report, stated.start, stated.end),),
                statement=said.id if said and stated.voice else None,
                voice=stated.voice,
                group="people" if isinstance(stated.value, Count) else None,
                by=EXTRACTOR,
            )
            for m, stated in enumerate(passage.stated)
        ),
        by=EXTRACTOR,
    )
