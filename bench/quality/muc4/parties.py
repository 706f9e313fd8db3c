"""Who is said to have done it, and on whose word: MUC-4's ladder of confidence."""

import re
from collections.abc import Iterator

from bench.quality.muc4.pages import Page
from bench.quality.muc4.phrases import mention
from bench.quality.muc4.template import Confidence, Perpetrator
from reportedly.records import Account, Actor, Attribution, Claim

_STATE = frozenset({"state_force", "government", "police"})
_AUTHORITIES = re.compile(
    r"\b(?:police|army|armed forces|military|authorit\w+|officials?|government|minister|ministry|"
    r"president|spokes\w+|attorney|judge|court|general|colonel|investigat\w+|das|coprefa)\b",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"(?:.*\s)?(?:spokesm[ae]n|leaders?|members?|chief|guerrillas|rebels|troops|soldiers|commandos)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+(?P<head>[a-z]\w+)")
_ARTICLE = re.compile(r"(?:the|an?|some|several|\d+)\s+", re.IGNORECASE)
_MEMBERS = frozenset(
    "guerrillas rebels terrorists members commandos troops soldiers militants gunmen hitmen "
    "fighters agents units forces columns urban".split()
)


def perpetrators(account: Account, page: Page) -> tuple[Perpetrator, ...]:
    """The accused, each once: an organisation under its name, others under what they are called.

    Where an armed group is accused too, a state's forces are there as the other side.
    """
    said = {c.evidence[0]: c.value for c in account.of("attribution")}
    first = next(iter(said.values()), None)  # where no words are shared, it speaks of them all
    found: dict[str, Perpetrator] = {}
    for claim in account.of("perpetrator"):
        how = said.get(claim.evidence[0], first)
        confidence = _confidence(how if isinstance(how, Attribution) else None, claim)
        for party in _parties(claim, page, confidence):
            found.setdefault(" ".join(party.mentions[0].words.casefold().split()), party)
    others = tuple(party for party in found.values() if not party.state)
    return others or tuple(found.values())


def _parties(claim: Claim, page: Page, confidence: Confidence) -> Iterator[Perpetrator]:
    actor, evidence = claim.value, claim.evidence[0]
    if not isinstance(actor, Actor):
        return
    article = _ARTICLE.match(evidence.quote)
    start = evidence.start + (article.end() if article else 0)
    words = mention(page.text, start, evidence.end)
    state = actor.kind in _STATE
    organization = actor.kind not in ("unnamed", "person") and not _PERSONS.match(words.words)
    yield Perpetrator((words,), organization, state, confidence)
    if organization:
        follows = _NEXT.match(page.readable, evidence.end)
        if follows is not None and follows["head"].casefold() in _MEMBERS:
            members = mention(page.text, *follows.span("head"))
            yield Perpetrator((members,), False, state, confidence)


def _confidence(how: Attribution | None, claim: Claim) -> Confidence:
    by = (how.by if how else None) or claim.voice
    if how is not None and how.status == "claimed":
        return "claimed"
    suspected = how is not None and how.status == "suspected"
    if by is None:
        return "accused" if suspected else "stated"
    return "authorities" if _AUTHORITIES.search(by) else "accused"
