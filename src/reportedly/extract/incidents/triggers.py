"""Words that tell of a violent incident, and whether the text says that it happened."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Reality = Literal["happened", "unreal", "foiled"]

_CLAUSE_BREAK = re.compile(
    r"[;:—–]|, (?:but|and|while|whereas|although|though|after|when|as|so)\b|\bbut\b"
)
_WORD = re.compile(r"[\w’'-]+")
_WINDOW = 200  # characters to the left in which that clause is looked for
_REACH = 9  # words to the left in which a modal, a negation or a plan governs a trigger
_SPEECH = re.compile(r"\b(?:said|says|told|added|reported|confirmed|announced)\b")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word or phrase that tells of an incident."""

    start: int
    end: int
    type: str | None  # codebook type; None where the word names no type ("attack")
    rank: int  # precedence among types, 0 first
    reality: Reality
    plural: bool  # "bombings": more than one, or in general

    @property
    def real(self) -> bool:
        return self.reality == "happened"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled word lists of triggers.toml."""

    types: tuple[tuple[str, re.Pattern[str]], ...]
    generic: re.Pattern[str]
    unreal: re.Pattern[str]
    foiled: re.Pattern[str]
    belief: re.Pattern[str]
    correction: re.Pattern[str]
    withdrawn: re.Pattern[str]
    several: re.Pattern[str]
    span: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    data = tomllib.loads(files(__package__).joinpath("triggers.toml").read_text(encoding="utf-8"))

    def words(pattern: str) -> re.Pattern[str]:
        joined = pattern.replace("\n", "").replace("'", "[’']")
        return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])")

    return Lexicon(
        types=tuple((code, words(pattern)) for code, pattern in data["types"].items()),
        generic=words(data["generic"]["nouns"]),
        unreal=words(data["unreal"]["before"]),
        foiled=words(data["foiled"]["near"]),
        belief=words(data["retracted"]["belief"]),
        correction=words(data["retracted"]["correction"]),
        withdrawn=words(data["retracted"]["withdrawn"]),
        several=words(data["aggregate"]["several"]),
        span=words(data["aggregate"]["span"]),
    )


# words that look like triggers in these surroundings only
_FALSE = re.compile(
    r"(?:has|have|had) (?:long )?been (?:fighting|battling|clashing|waging)|civil war|"
    r"(?:heart|panic|asthma|verbal|cyber|cyber-?|personal|political|scathing|legal|media) attacks?"
    r"|(?:labou?r|hunger|general|bus|rail|transport|teachers[’']?|nationwide|rent) strikes?"
    r"|strikes? (?:action|a deal|a balance|a chord|me|him|her|us)|struck (?:a deal|by the|me|him|her)"
    r"|attack(?:s|ed|ing)? (?:on|against) (?:the )?(?:policy|policies|budget|plan|bill|proposal|"
    r"record|character|press freedom|democracy|freedom|values|rights)"
    r"|executed (?:a|the|its|an) (?:plan|order|agreement|contract|warrant|programme|program)"
    r"|shooting (?:a |the )?(?:film|movie|scene|video|star)|shot (?:a |the )?(?:film|video|footage|scene)"
    r"|battle (?:against|with) (?:cancer|inflation|corruption|poverty|covid)|legal battles?"
    r"|battle(?:field|fields|ground)|(?:price|population) explosion|explosion (?:of|in) (?!gun|fire)\w+|offensive (?:language|remarks)"
    r"|raid(?:ed)? (?:the )?(?:offices?|headquarters) of|burning (?:question|issue)"
    r"|battles? (?:over|for) (?:the )?(?:budget|leadership|title|votes?)|storm(?:ing)? out"
    r"|mob boss(?:es)?|struck off|no-strike|strike forces?|strike group|raid(?:ing)? on prices"
)
_JUDICIAL = re.compile(
    r"\b(?:convicted|convictions?|death (?:penalty|sentences?|row)|courts?|sentenced|judiciary|offen[cs]es|capital punishment|"
    r"hanged|hanging|crimes?|prison|executions)\b"
)
_TO_HAVE = re.compile(r"\bto have (?:been )?$")


def triggers(text: str, start: int, end: int) -> list[Trigger]:
    """The triggers of a sentence, in text order, none inside another."""
    words = lexicon()
    sentence = text[start:end].lower()
    if len(sentence) != end - start:  # a letter whose lower case is longer: offsets would shift
        sentence = "".join(c.lower() if len(c.lower()) == 1 else c for c in text[start:end])
    blocked = [m.span() for m in _FALSE.finditer(sentence)]
    found: list[Trigger] = []
    taken: list[tuple[int, int]] = []
    for rank, (code, pattern) in enumerate(words.types):
        for match in pattern.finditer(sentence):
            first, last = match.span()
            if any(a < last and first < b for a, b in taken + blocked):
                continue
            taken.append((first, last))
            generic = code == "armed_assault" and words.generic.fullmatch(match.group())
            found.append(
                Trigger(
                    start + first,
                    start + last,
                    None if generic else code,
                    rank,
                    _reality(words, sentence, first, last),
                    _plural(match.group()),
                )
            )
    return sorted(found, key=lambda t: t.start)


def _plural(words: str) -> bool:
    return bool(
        re.search(
            r"(?:attacks|bombings|blasts|explosions|killings|raids|assaults|strikes|shootings|ings|"
            r"ambushes|clashes|assassinations|abductions|riots|bombs|atrocities|massacres|battles|fights)$",
            words,
        )
    )


def _reality(words: Lexicon, sentence: str, first: int, last: int) -> Reality:
    """Whether a trigger's clause says that it happened."""
    begin = max(0, first - _WINDOW)
    for match in _CLAUSE_BREAK.finditer(sentence, begin, first):
        begin = match.end()
    left = sentence[begin:first]
    near = [m.start() for m in _WORD.finditer(left)][-_REACH:]
    left = left[near[0] :] if near else ""
    right = sentence[last : last + 60].split(",")[0].split(";")[0]
    if words.foiled.search(left) or words.foiled.search(right):
        return "foiled"
    if sentence[first:last].startswith(("execut", "hang")) and _JUDICIAL.search(sentence):
        return "unreal"  # the death penalty is another matter
    if _TO_HAVE.search(left):
        return "happened"
    governed = None
    for governed in words.unreal.finditer(left):
        pass
    if governed and not _SPEECH.search(left, governed.end()):
        return "unreal"
    if re.search(
        r"(?:^|\s)to(?: \w+ly)?(?: (?:carry out|commit|launch|stage|mount|conduct)(?: \w+){0,3})?\s$",
        left,
    ):
        return (
            "unreal"
            if not re.search(r"\b(?:managed|began|started|continued|responded|rushed) to\s", left)
            else "happened"
        )
    if re.search(
        r"\b(?:stages?|commits?|launch(?:es)?|carries out|plots|conducts?|mounts?)(?: \w+){0,2}\s$",
        left,
    ):
        return "unreal"  # the habitual present: "trains members and plots attacks"
    return "happened"
