"""The "senior official" of a lead is often named a paragraph later: one speaker, one name.

A description is joined to the next named person who speaks within two paragraphs, if the person is
introduced there for the first time and either bears a role that matches the description, or bears
none at all. The name must be given in full: "Mr Roe" was introduced elsewhere, as somebody else.
What the description told of role and body is told of the person from then on. A "he" without
anyone before him takes the same person.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.extract.statements.drafts import Draft
from reportedly.extract.statements.grammar import words_of
from reportedly.extract.statements.speakers import Who
from reportedly.extract.statements.vocabulary import RANKS, ROLE_NOUNS

PARAGRAPHS = 2
STATEMENTS = 12  # how many of them to look ahead
VAGUE = words_of("official officials source sources man woman person people one")
EMPTY = words_of("a an the of for in at on to and senior top new former chief deputy")


def named_later(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in the same order, with speakers that are named only afterwards."""
    first_named: dict[str | None, int] = {}
    for place, draft in enumerate(drafts):
        first_named.setdefault(draft.who.name, place)
    named: dict[str | None, Who] = {}  # description -> the person
    taken: set[str | None] = set()
    for place, draft in enumerate(drafts):
        if not _is_open(draft) or draft.who.name in named:
            continue
        for at in range(place + 1, min(place + 1 + STATEMENTS, len(drafts))):
            later = drafts[at]
            if later.paragraph - draft.paragraph > PARAGRAPHS:
                break
            fresh = later.who.kind == "person" and first_named[later.who.name] >= place
            if not fresh or _is_surname_only(later.who) or _names_another_body(draft, later):
                continue
            if later.who.name not in taken and _matches(draft, later):
                named[draft.who.name] = later.who
                taken.add(later.who.name)
            break
    told = {
        who.name: _described_as(who, drafts[first_named[name]].who) for name, who in named.items()
    }
    return [_with_name(draft, named.get(draft.who.name), told) for draft in drafts]


def _described_as(who: Who, described: Who) -> Who:
    """The person with the role that the description told, where none came with the name."""
    role, affiliation = who.role or described.role, who.affiliation or described.affiliation
    return replace(who, role=role, affiliation=affiliation)


def _with_name(draft: Draft, named: Who | None, told: Mapping[str | None, Who]) -> Draft:
    who = told.get(named.name if named else draft.who.name)
    if who is None:
        return draft
    known = replace(draft.who, name=who.name, kind=who.kind, ref=who.ref) if named else draft.who
    role = who.role if named else known.role or who.role
    affiliation = who.affiliation if named else known.affiliation or who.affiliation
    return replace(draft, who=replace(known, role=role, affiliation=affiliation))


def _is_surname_only(who: Who) -> bool:
    """ "Mr Roe" was introduced in full elsewhere: the description meant somebody else."""
    return who.end - who.start < len(who.name or "")


def _is_open(draft: Draft) -> bool:
    """An unnamed single person, or a pronoun that nothing before it explains."""
    who = draft.who
    if who.kind == "pronoun":
        return (who.name or "").lower() in {"he", "she"}
    words = set((who.name or "").lower().split())
    return who.kind == "common" and not who.plural and bool(words & ROLE_NOUNS)


def _matches(draft: Draft, later: Draft) -> bool:
    if draft.who.kind == "pronoun":
        return True
    introduced = f"{later.who.role or ''} {later.who.affiliation or ''}"
    if not introduced.strip() or not _telling(introduced) - RANKS:
        return True
    described = _telling(draft.who.name or "")
    words = _telling(introduced)
    acronyms = {w.lower() for w in introduced.split() if w.isupper() and len(w) > 1}
    capitals = "".join(w[0] for w in (draft.who.name or "").split() if w[:1].isupper()).lower()
    return bool(described & words) or any(a in capitals for a in acronyms)


def _names_another_body(draft: Draft, later: Draft) -> bool:
    """ "A Nato spokesman" is not the Taliban's spokesman who speaks next."""
    if draft.who.kind == "pronoun":
        return False
    introduced = f"{later.who.role or ''} {later.who.affiliation or ''}"
    capitals = {w for w in re.findall(r"[\w-]+", draft.who.name or "")[1:] if w[:1].isupper()}
    if not capitals or not _telling(introduced) - RANKS:
        return False
    initials = "".join(w[0] for w in re.findall(r"[\w-]+", draft.who.name or "") if w[:1].isupper())
    theirs = set(re.findall(r"[\w-]+", introduced))
    return not capitals & theirs and not any(w.isupper() and w in initials for w in theirs)


def _telling(words: str) -> set[str]:
    cleaned = (
        words.lower()
        .replace("’s", "")
        .replace("'s", "")
        .replace(",", " ")
        .replace(".", " ")
        .split()
    )
    return set(cleaned) - EMPTY - VAGUE
