"""Who is said to have done it: named, claimed, accused, suspected; and whether they deny it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.codebook.people import kind_of
from reportedly.extract.incidents.agents import Agent, blame
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.phrases import phrase, words
from reportedly.extract.incidents.telling import Span, Telling
from reportedly.records import Actor, Attribution, Claim, Statement

_UNNAMED = "unnamed"


def perpetrators(telling: Telling) -> Iterator[Claim]:
    """Who claims it, then whom the frames name, each once; failing these, an unnamed one."""
    seen: set[str] = set()
    claimed = _claimed(telling)
    claimant = _claimant(telling, *claimed) if claimed else None
    if claimed and claimant:
        actor, span = claimant
        seen |= {actor.ref or actor.name, actor.name}
        yield telling.claim("perpetrator", actor, span, claimed[0])
    named = _named(telling)
    if any(not agent.mark.bare for _, agent in named) or claimant:
        named = [at for at in named if not at[1].mark.bare or at[1].mark.actor.ref]
    for frame, agent in named or ([] if claimant else _agents(telling)[:1]):
        actor = agent.mark.actor
        if agent.how == "suspected" and actor.qualifier is None:
            actor = replace(actor, qualifier="suspected")
        if (actor.ref or actor.name) not in seen:
            seen |= {actor.ref or actor.name, actor.name}
            yield telling.claim("perpetrator", actor, (agent.mark.start, agent.mark.end), frame)


def attribution(telling: Telling, people: Sequence[Actor]) -> Iterator[Claim]:
    """How the incident came to be laid at the door of ``people``; none where none is named."""
    claimed = _claimed(telling)
    named = _named(telling)
    denied = _is_denied(telling, people)
    if claimed:
        frame, statement = claimed
        value = Attribution("claimed", statement.speaker.name, denied)
        said = statement.cue or statement.content
        claim = telling.claim("attribution", value, (said.start, said.end), frame)
        yield replace(claim, statement=statement.id, voice=statement.speaker.name)
    elif named:
        frame, agent = next((at for at in named if at[1].how == "claimed"), named[0])
        span = agent.mark.start, agent.mark.end
        if agent.how == "claimed":
            value = Attribution("claimed", agent.mark.actor.name, denied)
            yield telling.claim("attribution", value, span, frame)
            return
        accuser = telling.statement(frame, span)
        suspected = agent.how == "suspected" or agent.mark.actor.qualifier
        value = Attribution(
            "suspected" if suspected else "accused",
            accuser.speaker.name if accuser else None,
            denied,
        )
        yield telling.claim("attribution", value, span, frame)
    else:
        yield from _held(telling) or _blamed(telling) or _only_denied(telling)


def _held(telling: Telling) -> list[Claim]:
    """Somebody is suspected, detained or charged over it: accused, though no name is given."""
    frames = {frame.start: frame for frame in telling.frames}
    frame = telling.frames[0]
    # What a court or the police do is told apart from the deed, and mostly about the news itself.
    spans = [(s.start, s.end) for s in telling.annotated.sentences] if telling.lead else []
    for start, end in (*telling.passages, *spans):
        frame = frames.get(start, frame)
        found = phrase("claims.held_for").search(telling.text, start, end)
        if found and not phrase("claims.unblamed").search(telling.text, start, found.start()):
            by = telling.statement(frame, found.span())
            suspected = "suspect" in found.group()
            value = Attribution(
                "suspected" if suspected else "accused", by.speaker.name if by else None
            )
            return [telling.claim("attribution", value, found.span(), frame)]
    return []


def _blamed(telling: Telling) -> list[Claim]:
    """Somebody blames or suspects people whom no name is known for: "on paid thugs"."""
    for frame in telling.frames:
        found = blame(telling.text, frame.start, frame.end)
        if found and not frame.denied:
            by = telling.statement(frame, found.span())
            suspected = phrase("claims.uncertain").search(found.group())
            value = Attribution(
                "suspected" if suspected else "accused", by.speaker.name if by else None
            )
            return [telling.claim("attribution", value, found.span(), frame)]
    return []


def _only_denied(telling: Telling) -> Iterator[Claim]:
    """A denial where the report itself accuses nobody: others may."""
    involved = phrase("claims.own_part")
    for frame in telling.frames:
        for id in frame.said:
            denial = telling.statements[id]
            if denial.act == "deny" and involved.search(denial.content.quote):
                span = denial.content.start, denial.content.end
                value = Attribution("unknown", None, denied=True)
                claim = telling.claim("attribution", value, span, frame)
                yield replace(claim, statement=denial.id, voice=denial.speaker.name)
                return


def by_a_state(telling: Telling) -> bool:
    """True if those named as having done it are state forces, or if it was struck from afar."""
    if "airstrike_shelling" in telling.thread.types:
        return True
    kinds = [agent.mark.actor.kind or "" for _, agent in _agents(telling)]
    return bool(kinds) and all("state" in kind or "government" in kind for kind in kinds)


def _agents(telling: Telling) -> list[tuple[Frame, Agent]]:
    return [(frame, agent) for frame in telling.frames for agent in frame.agents]


def _named(telling: Telling) -> list[tuple[Frame, Agent]]:
    return [(f, agent) for f, agent in _agents(telling) if agent.mark.actor.kind != _UNNAMED]


def _claimed(telling: Telling) -> tuple[Frame, Statement] | None:
    """The first claim of responsibility, and the frame that shares words with it."""
    for frame in telling.frames:
        for id in frame.claims:
            return frame, telling.statements[id]
    return None


def _claimant(telling: Telling, frame: Frame, statement: Statement) -> tuple[Actor, Span] | None:
    """Who claims it, as an actor; for a person who speaks, the group that the words name."""
    speaker = statement.speaker
    if not speaker.name or not speaker.evidence:
        return None
    said = speaker.evidence[0]
    span = (said.start, said.end)
    marks = [m for m in telling.annotated.actors if m.actor.kind != _UNNAMED]
    for mark in marks:
        if mark.start < said.end and said.start < mark.end:
            return mark.actor, span
    for mark in marks:
        if mark.actor.name == speaker.name or (speaker.ref and mark.actor.ref == speaker.ref):
            return mark.actor, span
    claiming = (a.mark for a in frame.agents if a.how == "claimed" and a.mark in marks)
    for mark in claiming:
        return mark.actor, (mark.start, mark.end)
    return None if speaker.role else (Actor(speaker.name, speaker.ref), span)


def _is_denied(telling: Telling, people: Sequence[Actor]) -> bool:
    """True if one of those named denies it: an accusation of it, or in words next to it."""
    names = {p.name.casefold() for p in people} | {p.ref for p in people if p.ref}
    if not names:
        return False
    accusations = {
        id for frame in telling.frames if frame.agents for id in frame.statements
        if telling.statements[id].act == "accuse"
    }  # fmt: skip
    near = {frame.sentence + n for frame in telling.frames for n in (0, 1)}
    for denial in telling.denials:
        if set(denial.rebuts) & accusations:
            return True
        here = telling.sentence(denial.content.start) in near
        if here and _speaks_for_fighters(denial):
            return True
        involved = here or phrase("claims.involvement").search(denial.content.quote)
        if involved and _speaks_for(denial, names):
            return True
    return False


def _speaks_for_fighters(denial: Statement) -> bool:
    *_, noun = ("", *(denial.speaker.name or "").split())
    return kind_of(noun) == "fighter" or noun.lower() in words("claims.armed_bodies")


def _speaks_for(denial: Statement, names: set[str]) -> bool:
    """True if the speaker is one of those named, or belongs to one."""
    speaker = denial.speaker
    if {(speaker.name or "").casefold(), speaker.ref} & names:
        return True
    affiliation = (speaker.affiliation or "").casefold()
    return any(name in affiliation for name in names if name)
