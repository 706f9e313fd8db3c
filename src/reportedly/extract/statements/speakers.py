"""Keeps track of who is speaking: names surnames in full, resolves pronouns, carries on.

The text is read from its beginning; every speaker and every person who opens a sentence is
remembered with the place where that happened, and a pronoun takes the latest that fits it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.extract.statements.bodies import Bodies
from reportedly.extract.statements.fullnames import FullNames
from reportedly.extract.statements.names import ARTICLE, Gender, Kind, Mention
from reportedly.extract.statements.roles import BODIES
from reportedly.extract.statements.vocabulary import (
    COLLECTIVES,
    HUMANS,
    MEDIA,
    MEDICAL,
    ORGANISATION_WORDS,
    VOICELESS,
)
from reportedly.records import ActorMark

PERSONAL_ENDINGS = ("man", "woman", "ist", "er", "ian", "or")
DEFINITE = frozenset(["the", "that", "this", "his", "her", "their", "its"])
# Qualifiers that tell no two speakers apart.
PASSING = frozenset(["senior", "former", "local", "top", "veteran", "young", "old", "same", "late"])
REMEMBERED = 40  # speakers a pronoun or "the minister" may reach back over
LONGEST_DESCRIPTION = 4  # words; a longer one introduces somebody new


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved speaker. ``name`` is None where the report names nobody."""

    name: str | None
    kind: Kind | Literal["unknown"]
    role: str | None = None
    affiliation: str | None = None
    ref: str | None = None
    start: int = 0  # the mention, in code points
    end: int = 0
    plural: bool = False
    gender: Gender | None = None
    doctor: bool = False


class Discourse:
    """Speakers so far. One instance reads one text, in order."""

    def __init__(self, text: str, actors: Sequence[ActorMark]) -> None:
        self._names = FullNames(text, actors)
        self._actors = sorted(actors, key=lambda m: m.start)
        self._actor_starts = [m.start for m in self._actors]
        self._known: dict[str, Who] = {}
        self._recent: list[Who] = []
        self._bodies = Bodies()

    @property
    def current(self) -> Who | None:
        """The last speaker, with the place of the last mention."""
        return self._recent[-1] if self._recent else None

    def resolve(self, mention: Mention, *, claims: bool = False) -> Who:
        """The speaker that a mention stands for; it becomes the current one.

        ``claims``: it claims a deed, which a group that only speaks does not.
        """
        mention = self._of_its_body(mention)
        if mention.kind == "pronoun":
            who = self._pronoun(mention)
        elif mention.kind == "common":
            who = self._described(mention, claims=claims)
        else:
            who = self._named(mention)
        return self._remember(who)

    def notice(self, mention: Mention) -> None:
        """Somebody who opens a sentence without speaking may be the next "he"."""
        if mention.kind == "person":
            self._remember(self._named(self._of_its_body(mention)))
        elif mention.kind == "organisation" or _is_body(mention.name):
            self._bodies.name(mention.start, ARTICLE.sub("", mention.name))

    def _of_its_body(self, mention: Mention) -> Mention:
        if mention.affiliation is None:
            return mention
        body = self._bodies.meant(mention.affiliation, mention.start)
        return replace(mention, affiliation=body)

    def _remember(self, who: Who) -> Who:
        name = who.name
        if name is None:
            return who
        before = self._known.get(name)
        if before:
            who = replace(
                who,
                role=_fuller(who.role, before.role),
                affiliation=_fuller(who.affiliation, before.affiliation),
                gender=who.gender or before.gender,
                doctor=who.doctor or before.doctor,
            )
        if who.kind == "organisation" or _is_body(name):
            self._bodies.name(who.start, ARTICLE.sub("", name))
        self._known[name] = who
        self._recent.append(who)
        del self._recent[:-REMEMBERED]
        return who

    def _latest(self, fits: Callable[[Who], bool]) -> Who | None:
        return next((who for who in reversed(self._recent) if fits(who)), None)

    def _named(self, mention: Mention) -> Who:
        surname = " " not in mention.name
        known = self._latest(lambda w: surname and _has_surname(w, mention.name))
        name = (known.name if known else None) or self._names.full(mention.name, mention.start)
        kind: Kind = mention.kind
        if surname and name != mention.name:
            kind = "person"
        known = self._known.get(name)
        if known is not None and known.kind != "unknown":
            kind = known.kind
        return self._made(mention, name, kind)

    def _made(self, mention: Mention, name: str, kind: Kind) -> Who:
        ref = None if kind == "person" else self._ref(mention)
        return Who(
            name, kind, mention.role, mention.affiliation, ref, mention.start, mention.end,
            mention.plural, mention.gender, mention.doctor,
        )  # fmt: skip

    def _ref(self, mention: Mention) -> str | None:
        """The registry id of an actor mark inside the mention."""
        at = bisect_left(self._actor_starts, mention.start)
        if at < len(self._actors) and self._actors[at].end <= mention.end:
            return self._actors[at].actor.ref
        return None

    def _pronoun(self, mention: Mention) -> Who:
        word = mention.name.lower()
        gender: Gender | None = "he" if word == "he" else "she" if word == "she" else None
        who = self._latest(lambda w: self._fits(word, w))
        if who is not None:
            return replace(who, start=mention.start, end=mention.end, gender=gender or who.gender)
        if gender and (name := self._names.last_before(mention.start)):
            return Who(name, "person", start=mention.start, end=mention.end, gender=gender)
        return Who(mention.name, "pronoun", start=mention.start, end=mention.end)

    def _fits(self, word: str, who: Who) -> bool:
        if word in {"he", "she"}:
            known = self._known.get(who.name or "")
            gender = who.gender or (known.gender if known else None)
            human = who.kind == "person" or (who.kind == "common" and _is_human(who.name or ""))
            return gender in {None, word} and human and not who.plural
        if word == "they":
            return who.plural or who.kind == "organisation"
        plain = who.kind == "common" and not who.role and not who.plural
        return word == "it" and (who.kind == "organisation" or plain)

    def _described(self, mention: Mention, *, claims: bool) -> Who:
        """ "The minister", "the group", "the statement": an earlier speaker, or as written."""
        words = mention.name.split()
        definite = words[0].lower() in DEFINITE and len(words) <= LONGEST_DESCRIPTION
        meant = None
        if definite:
            meant = self._claimant(words, mention) if claims else None
            meant = meant or self._meant(words) or self._actor_meant(words, mention)
        if meant is not None:
            return replace(
                meant,
                role=meant.role or mention.role,
                affiliation=meant.affiliation or mention.affiliation,
                start=mention.start,
                end=mention.end,
            )
        return self._made(mention, mention.name, "common")

    def _meant(self, words: list[str]) -> Who | None:
        head = words[-1].lower()
        if len(words) == 2 and head in COLLECTIVES:
            return self._latest(lambda w: w.kind == "organisation")
        if len(words) == 2 and head in VOICELESS:
            return self._latest(lambda w: not set((w.name or "").lower().split()) & MEDIA)
        qualifiers = {w.lower() for w in words[1:-1]} - PASSING
        named = {w.lower() for w in words[1:-1] if w[:1].isupper()}
        plural = head.endswith("s") or head == "police"
        return self._latest(
            lambda w: w.plural == plural and _is_called(w, head, qualifiers)
        ) or self._latest(
            lambda w: w.plural == plural and _is_of_one_word(w) and _is_called(w, head, named)
        )

    def _claimant(self, words: list[str], mention: Mention) -> Who | None:
        """The armed group that "the group" means, whoever spoke before."""
        if words[-1].lower() not in COLLECTIVES:
            return None
        at = bisect_left(self._actor_starts, mention.start)
        for mark in self._actors[at : at + 1]:
            if mark.end <= mention.end and mark.actor.kind != "unnamed" and not mark.bare:
                return Who(mark.actor.name, "organisation", ref=mark.actor.ref)
        return None

    def _actor_meant(self, words: list[str], mention: Mention) -> Who | None:
        """ "The group" of a text whose only group has not spoken yet."""
        if len(words) != 2 or words[1].lower() not in COLLECTIVES:
            return None
        for mark in reversed(self._actors[: bisect_left(self._actor_starts, mention.start)]):
            if mark.actor.kind != "unnamed":
                return Who(mark.actor.name, "organisation", ref=mark.actor.ref)
        return None


def _has_surname(who: Who, name: str) -> bool:
    return who.kind == "person" and who.name is not None and who.name.split()[-1] == name


def _is_called(who: Who, head: str, qualifiers: set[str]) -> bool:
    """True if the head noun is the speaker's role or name, and the qualifiers suit.

    "The hospital director" is no director of anything else, but may be a "Dr" of unknown role.
    """
    name = (who.name or "").lower()
    role = (who.role or "").lower()
    if who.doctor and not who.role:
        return head in HUMANS and not MEDICAL.isdisjoint({head, *qualifiers})
    described = set(re.findall(r"[\w-]+", f"{role} {who.affiliation or ''} {name}".lower()))
    if not qualifiers <= described:
        return False
    return head in name.split() or (head in HUMANS and head in role.split())


def _is_of_one_word(who: Who) -> bool:
    """A "minister" may be the defence minister; a body may be called what its name does not say."""
    return who.kind == "organisation" or len((who.role or "").split()) == 1


def _fuller(now: str | None, before: str | None) -> str | None:
    """ "Interior Minister" rather than the "Minister" of a later mention."""
    if now and before and now.lower() in before.lower():
        return before
    return now or before


def _is_body(name: str) -> bool:
    """True for "the interior ministry", "the Lake Council"."""
    return name.rpartition(" ")[2].lower() in BODIES


def _is_human(description: str) -> bool:
    words = re.findall(r"\w+", description.lower())
    return any(
        w in HUMANS or (w.endswith(PERSONAL_ENDINGS) and w not in MEDIA | ORGANISATION_WORDS)
        for w in words[:8]
    )
