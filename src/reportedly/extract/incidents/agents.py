"""Who did it, as one clause says it, and how firmly it does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.triggers import Trigger
from reportedly.records import ActorMark

How = Literal["stated", "suspected", "accused", "claimed"]

# in characters
_MEN = 80  # from "fighters of" to the name
_QUOTED = 480  # from the start of "we did it" to who says so
_LEFT = 70  # before the name
_RIGHT = 90  # after it
_HEDGE = 40  # from "suspected" to the name
_VERB = 110  # from the name to its verb
_POSSESSED = 40  # from the name to "attack", as in "the group's latest attack"
_FIGHT = 140  # from "fighting between" to the last who fights
_ANSWERED = 60  # from a verb to those whom the state's forces answered


@dataclass(frozen=True, slots=True)
class Agent:
    """An actor as the one who did it, and how firmly the clause says so."""

    mark: ActorMark
    how: How


def agents(
    text: str,
    start: int,
    end: int,
    found: Sequence[Trigger],
    killed: Sequence[Trigger],
    actors: Sequence[ActorMark],
    speakers: Sequence[tuple[int, int]],
) -> list[Agent]:
    """The perpetrators that a clause names, in text order. ``speakers`` only tell of it.

    ``killed``: the verbs of its tolls, of which an armed group is the subject wherever it stands.
    """
    out: list[Agent] = []
    for mark in actors:
        if _claims(text, start, end, mark, actors):
            out.append(Agent(mark, "claimed"))
            continue
        if any(a < mark.end and mark.start < b for a, b in speakers):
            continue
        men = phrase("agents.men_of").search(text, max(start, mark.start - _MEN), mark.start)
        begin = men.start() if men else _begin(text, start, mark)
        told = found if _is_state(mark) else [*found, *killed]
        how = _how(text, start, end, told, mark, begin, through_men=bool(men))
        if how is None:
            continue
        if men and phrase("agents.linked").search(men.group()):
            how = "suspected"
        if men:  # "gunmen from X": X, and not "gunmen" besides
            out = [a for a in out if a.mark.end <= men.start() or a.mark.start >= mark.start]
        out.append(Agent(mark, how))
    return out


def blame(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where a clause blames or suspects somebody, whether or not a name is known for them."""
    found = phrase("claims.lays_blame").search(text, start, end)
    if found and phrase("claims.unblamed").search(text, start, found.start()):
        return None
    return found


def done_by(text: str, start: int, agent: Agent) -> bool:
    """ "It was carried out by X": says whose deed an incident told before was."""
    begin = max(start, agent.mark.start - _LEFT)
    return bool(phrase("agents.done_by").search(text, begin, agent.mark.start))


def _begin(text: str, start: int, mark: ActorMark) -> int:
    """Where the noun phrase of a mark begins: "Kenyan anti-riot police"."""
    if not mark.bare:
        return mark.start
    before = phrase("agents.whose").search(text, max(start, mark.start - _POSSESSED), mark.start)
    return before.start() if before else mark.start


def _how(
    text: str,
    start: int,
    end: int,
    found: Sequence[Trigger],
    mark: ActorMark,
    begin: int,
    *,
    through_men: bool,
) -> How | None:
    """How an actor is named as having done it; ``begin`` is where its noun phrase begins.

    ``through_men``: it is named as that of fighters, "militants of X".
    """
    left = text[max(start, begin - _LEFT) : begin].rstrip('“‘"')
    last = _last(text, mark)
    right = text[last : min(end, last + _RIGHT)]
    hedged = mark.actor.qualifier or phrase("agents.hedge").search(left[-_HEDGE:])
    stated: How = "suspected" if hedged else "stated"
    blamed = phrase("agents.blamed").search(left)
    if blamed and phrase("agents.unblamed").search(left[: blamed.start()]):
        return None  # "have not said whether they suspect X"
    if blamed or phrase("agents.was_blamed").match(right):
        suspected = phrase("agents.suspicion").search(left[-25:] + right[:40])
        return "suspected" if suspected else "accused"
    if any(_is_weapon(mark, trigger) for trigger in found):
        return stated
    if phrase("agents.counted").match(right) or phrase("agents.only_inspired").search(left):
        return None  # "by the army's count", "radicalised by X"
    if phrase("agents.by_otherwise").search(left) or phrase("agents.compared").search(left):
        return None
    if _is_state(mark) and (
        phrase("agents.answered_by").search(left)  # "the driver was killed by police"
        or phrase("agents.found_by").search(left)
    ):
        return None
    if phrase("agents.by").search(left) or phrase("agents.who_were").search(left):
        return stated
    if phrase("agents.between").search(text, max(start, begin - _FIGHT), begin):
        return stated
    if phrase("agents.sought").match(right):
        return None
    if phrase("agents.does").match(right):
        return "suspected" if phrase("agents.thought_to").search(right[:50]) else stated
    if phrase("agents.suffered").search(left):
        return None
    if through_men and phrase("agents.fell").match(right):
        return None  # "14 fighters of X were killed"
    if through_men and any(trigger.real for trigger in found):
        return stated  # "a bomber from X walked in": nobody sends men to be attacked
    if _is_state(mark) and phrase("agents.answer").match(right):
        return None
    if any(_is_subject(text, mark, trigger) for trigger in found):
        return stated
    if _is_state(mark) and (
        phrase("agents.wields").match(right)
        or (phrase("agents.died_in").search(left) and phrase("agents.operation").match(right))
    ):
        return stated
    return stated if phrase("agents.deed").match(right) else None


def _claims(text: str, start: int, end: int, mark: ActorMark, actors: Sequence[ActorMark]) -> bool:
    """True if an actor itself says that it did it, or is said to have claimed it."""
    if mark.actor.kind == "unnamed" or mark.actor.qualifier == "linked":
        return False
    if _is_offshoot_of(text, start, mark):
        return False
    if phrase("agents.claimed_by").search(text, max(start, mark.start - _LEFT), mark.start):
        return True
    before = phrase("agents.own_quote").search(text, max(start, mark.start - _QUOTED), mark.start)
    if before and phrase("agents.speaks").match(text, mark.end):
        return True
    told = phrase("agents.claimed_before").search(text, max(start, mark.start - _LEFT), mark.start)
    if told and phrase("agents.admits").match(text, mark.end):
        return True
    for name in (
        "agents.claims_it",
        "agents.own_strike" if _is_state(mark) else "agents.own_words",
    ):
        match = phrase(name).match(text[mark.end : end])
        if match is None:
            continue
        if _is_state(mark) and phrase("agents.at_attackers").match(text, mark.end + match.end()):
            continue
        others = any(
            mark.end <= a.start < mark.end + match.end()
            and a.actor.kind != "unnamed"
            and a.actor.name != mark.actor.name
            and not phrase("agents.own").search(text, mark.end, a.start)
            for a in actors
        )
        if not others and not phrase("agents.nobody").search(match.group()):
            return True
    return False


def _is_offshoot_of(text: str, start: int, mark: ActorMark) -> bool:
    """ "X, a splinter of Y, claimed": Y is only what X came from."""
    begin = max(start, mark.start - _LEFT)
    return bool(phrase("agents.offshoot").search(text, begin, mark.start))


def _last(text: str, mark: ActorMark) -> int:
    """Where a name ends with the short form told after it: "X (Y)"."""
    also = phrase("agents.also_called").match(text, mark.end)
    return also.end() if also else mark.end


def _is_subject(text: str, mark: ActorMark, trigger: Trigger) -> bool:
    """True if an actor is the subject of a trigger after it, or the trigger is the actor's."""
    if mark.start <= trigger.start < mark.end:
        return mark.end < trigger.end
    gap = text[mark.end : trigger.start]
    if trigger.start < mark.end or len(gap) > _VERB or ";" in gap or ":" in gap:
        return False
    if phrase("agents.other_verb").search(gap) or phrase("agents.passive").search(gap):
        return False
    if phrase("agents.other_clause").search(phrase("agents.between_commas").sub("", gap)):
        return False  # "five soldiers were hurt when a bomb exploded"
    if phrase("agents.suffers").match(text, trigger.start):
        return False  # "was shot" is the trigger
    after = text[trigger.end : trigger.end + _ANSWERED]
    if _is_state(mark) and (
        phrase("agents.at_attackers").match(after)  # the answer to an attack: "shot the driver"
        or (not phrase("agents.resulting").match(text, trigger.start - 2) and _is_busy(gap))
        or phrase("agents.goes_off").match(text, trigger.start)
    ):
        return False
    if phrase("agents.was_hit").search(gap):
        return False
    verbal = phrase("agents.verbal").search(text[trigger.start : trigger.end])
    if verbal and (phrase("agents.noun").search(gap) or phrase("agents.acted").search(gap)):
        return False
    if verbal:
        return True
    if _is_state(mark) and phrase("agents.article").search(gap):
        return False  # "army engineers made the bomb safe"
    owned = "agents.owned_by_state" if _is_state(mark) else "agents.possessive"
    possessive = len(gap) < _POSSESSED and phrase(owned).match(gap)
    return bool(possessive) and not gap.startswith(" and")


def _is_busy(gap: str) -> bool:
    """ "Police are searching for a man who shot four": another verb has the forces of a state."""
    return bool(phrase("agents.busy").search(phrase("agents.aside").sub("", gap)))


def _is_weapon(mark: ActorMark, trigger: Trigger) -> bool:
    """ "Russian glide bombs", "Israeli air strikes": they are of whoever used them."""
    inside = mark.start <= trigger.start and trigger.end <= mark.end
    return inside and trigger.real and _is_state(mark)


def _is_state(mark: ActorMark) -> bool:
    return (mark.actor.kind or "").startswith(("state", "government"))
