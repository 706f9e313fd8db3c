"""What a statement does: the reporting word decides, unless the reported words say more.

A cue that names an act (deny, warn, urge, accuse ...) is believed. Under a neutral cue ("said",
"noted") the content is looked at, by the first rule of ``acts.toml`` that matches.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.extract.statements.blame import names_a_culprit
from reportedly.extract.statements.speakers import Who
from reportedly.records import Act

LOOKED_AT = 2000  # code points of a content; what it does is said by then
STRETCH = r"[^.;:?!\n]{0,80}?"
ASSURING = frozenset(["assure", "reassure"])  # of the future or of the present
STATE = re.compile(
    r"police|army|military|minist|troops|security|government|\bgen\b|general|commander|\bcol\b|"
    r"colonel|defen[cs]e|pentagon|division",
    re.IGNORECASE,
)
_PATTERNS = ("own_deed", "own_force", "claimed_deed", "estimate")


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    act: Act
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Acts:
    rules: tuple[Rule, ...]  # in order: the first that matches wins
    own_deed: re.Pattern[str]
    own_force: re.Pattern[str]
    claimed_deed: re.Pattern[str]
    estimate: re.Pattern[str]


@cache
def acts() -> Acts:
    """The rules that come with the package."""
    data = tomllib.loads(files(__package__).joinpath("acts.toml").read_text(encoding="utf-8"))
    lists = {name: f"(?:{' '.join(words.split())})" for name, words in data["lists"].items()}
    lists = {name: words.replace("| ", "|") for name, words in lists.items()} | {"stretch": STRETCH}
    return Acts(
        tuple(Rule(r["name"], r["act"], _any(r["any"], lists)) for r in data["rules"]),
        *(_any(data["patterns"][name], lists) for name in _PATTERNS),
    )


def _any(patterns: Sequence[str], lists: Mapping[str, str]) -> re.Pattern[str]:
    joined = "|".join(patterns)
    for name, words in lists.items():
        joined = joined.replace("{" + name + "}", words)
    return re.compile(joined, re.IGNORECASE)


def act_of(cue: Act, lemma: str, content: str, who: Who, *, negated: bool = False) -> Act:
    """The act of a statement under a cue. ``negated``: "does not believe" doubts."""
    if negated:
        return "doubt"
    known = acts()
    content = content[:LOOKED_AT]
    if claims_a_deed(lemma, content):
        return "claim_responsibility"
    if lemma in {"claim", "claims"} and content.startswith("not to "):
        return "deny"
    if cue in {"assert", "confirm"} and _acts_for_a_group(who) and known.own_deed.search(content):
        return "claim_responsibility"  # the same words of a person are testimony
    if cue in {"assert", "confirm"} and _of_the_state(who) and known.own_force.search(content):
        return "claim_responsibility"
    if cue != "assert" and lemma not in ASSURING:
        return cue
    for rule in known.rules:
        if rule.pattern.search(content):
            return rule.act
    if cue != "assert":
        return cue
    if names_a_culprit(content, own_side=_of_the_state(who)):
        return "accuse"
    return "estimate" if known.estimate.search(content) else cue


def claims_a_deed(lemma: str, content: str) -> bool:
    """True for "claimed the attack": it was the speaker's deed."""
    return lemma == "claim" and bool(acts().claimed_deed.match(content[:LOOKED_AT]))


def _acts_for_a_group(who: Who) -> bool:
    return who.kind == "organisation" or (who.role is not None and "spokes" in who.role.lower())


def _of_the_state(who: Who) -> bool:
    return STATE.search(f"{who.name or ''} {who.role or ''} {who.affiliation or ''}") is not None
