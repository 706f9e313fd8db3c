"""Who did it, to whom and with what, as one clause says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.extract.incidents.triggers import Trigger
from reportedly.records import ActorMark

How = Literal["stated", "suspected", "accused", "claimed"]

_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got|after being)(?: \w+ly)?(?: \w+ly)?\s*$", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:by|blamed on|attributed to|work of|perpetrated by|claimed by|hands of|against an? attack by)"
    r"(?: (?:a|an|the|some|several|suspected|alleged|unidentified|unknown|armed|members? of|fighters? (?:of|from)|"
    r"militants? (?:of|from|linked to)|group of|two|three|four|five|at least|dozens of|more than|\d+|"
    r"what|were|was|believed|to be|yet|men|people))*\s*$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:[’']s)?\s*(?:\w+ly )?(?:fighters?|militants?|gunmen|members?|forces|soldiers|troops|rebels|insurgents|"
    r"who|which|that|had|has|have|also|then|later|reportedly|allegedly|apparently|"
    r"claimed to have|is believed to have|are believed to have|is thought to have|is suspected of having)*"
    r"\s*(?:carried out|carry out|carries out|launched|launches|staged|mounted|conducted|perpetrated|committed|orchestrated|"
    r"executed|organi[sz]ed|masterminded|was behind|were behind|is behind|was responsible for|were responsible for)\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|suspect(?:ed|s)?|implicat(?:ed|es)|point(?:ed|ing) (?:the|a) finger at|"
    r"held|denounced|fingered|attributed (?:\w+ ){0,5}to|blamed (?:\w+ ){0,5}on|hallmarks of|work of|belong(?:ed|s|ing)? to|sent by|recruited by|acting for|acting on behalf of|loyal to)"
    r"(?: (?:the|a|an|members of|militants from|fighters from|it on))?\s*$",
    re.IGNORECASE,
)
_WAS_BLAMED = re.compile(
    r"^[^.;]{0,40}\b(?:(?:was|were|has been|have been) (?:widely |also )?(?:blamed|accused|suspected)|is suspected|are suspected|"
    r"is believed to be behind|are believed to be behind)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:suspect(?:ed|s)?|alleged(?:ly)?|believed|thought|presumed|purported|hallmarks|apparent(?:ly)?|likely|"
    r"probably|possibly|may have|might have|could have|linked)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:on|against|targeting|targeted|target|targets|at|into|attacked|attacking|stormed|raided|ambushed|hit|struck|"
    r"shelled|bombed|killed|killing|of|between|and|with|inside|outside|from|wounding|injuring|for|toward|towards|"
    r"aimed at|near)(?: (?:the|a|an|some|several|two|three|at least|\d+|its|his|their))*\s*$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"^(?:[’']s?|[- ](?:claimed|led|linked|inspired|affiliated|backed))?"
    r"(?: [\w’'-]+){0,4}\s*$",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"(?:ed|ing|fire|shot|blew|struck|hit|slain|overran|ran|drove|took|set|burnt|held|dropped|kidnaps|abducts|attacks|raids)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:attack(?:s)? (?:up)?on|attack(?:s)? against|assault(?:s)? (?:up)?on|raid(?:s)? on|strike(?:s)? on|attack at|"
    r"shooting at|bombing (?:of|at|outside|near|inside)|explosion (?:at|outside|near|inside)|blast (?:at|outside|near|inside)|"
    r"targeting|targeted|stormed(?: into)?|storming(?: into)?|raided|ambushed|attacked|attacking|shelled|bombed|hijacked|torched|burned down|"
    r"set fire to|opened fire (?:on|at|in|inside|outside)|fired (?:on|at)|ambush (?:of|on)|burst into|broke into|"
    r"detonated (?:\w+ ){0,4}(?:at|outside|near|inside|in)|blew (?:himself|herself|themselves) up (?:at|outside|near|inside|in|among)|"
    r"rammed (?:\w+ ){0,4}into|drove (?:\w+ ){0,5}into|plou?gh?w?ed into|slammed into|crashed into|hit|struck) "
    r"(?P<np>(?:(?:a|an|the|their|his|its|several|two|three)\s)?(?:[\w’'-]+\s?){1,7})"
)
_CUT = re.compile(
    r"\s+(?:in|near|on|at|outside|inside|during|after|before|when|while|as|killing|wounding|injuring|leaving|"
    r"last|late|early|this|that|which|who|where|and (?:then|killed|wounded)|with|by|from|early|for|since|"
    r"was|were|is|are|has|have|had|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"has|said|says|claimed|according|about|but|because|to|belonging|carrying|if|so|than|earlier|one|two|using|kill(?:ed|s))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_WEAPON = re.compile(
    r"\b(?:suicide (?:vest|belt)s?|explosive (?:vest|belt|device|jacket)s?|(?:car|truck|roadside|pipe|petrol|parcel|letter|nail|sticky|magnetic|"
    r"motorcycle|bicycle|barrel|cluster|time|vehicle|van) bombs?|bomb-laden [\w-]+|explosives-laden [\w-]+|"
    r"improvised explosive devices?|ieds?|landmines?|hand grenades?|grenades?|rocket-propelled grenades?|rpgs?|"
    r"rockets?|missiles?|mortars?(?: (?:shells?|rounds?))?|artillery|drones?|(?:assault|automatic|sniper|hunting) (?:rifles?|weapons?)|"
    r"ak-?47s?|kalashnikovs?|machine ?guns?|shotguns?|pistols?|handguns?|rifles?|firearms?|guns?|"
    r"machetes?|knife|knives|axes?|swords?|arrows?|petrol bombs?|molotov cocktails?|acid|dynamite|explosives?|bombs?|"
    r"truck|lorry|van|warplanes?|fighter jets?|helicopter gunships?|stones?|clubs)\b",
    re.IGNORECASE,
)


_NO_TARGET = frozenset("the a an their his its him them it her who".split())
_NO_TARGET_FIRST = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today about around least that this "
    "when which and or as to about at in on".split()
)


@dataclass(frozen=True, slots=True)
class Agent:
    """An actor as the one who did it, and how firmly the clause says so."""

    mark: ActorMark
    how: How


# "fighters of X", "militants believed to be linked to X", "men from X": X it is, through them
_MEN_OF = re.compile(
    r"\b(?:(?:suspected|alleged|armed|unidentified|masked) )?(?:fighters?|militants?|gunm[ae]n|m[ae]n|members?|rebels?|insurgents?|bombers?|attackers?|"
    r"assailants?|guerrillas?|militiamen|extremists?|jihadists?|commanders?|supporters|followers|soldiers|troops|a group|cell|faction|wing|branch|remnants|elements|loyalists|units?|dissidents|sympathi[sz]ers)"
    r"(?: \w+)? (?:of|from|belonging to|affiliated (?:with|to)|loyal to|allied (?:with|to)|with|in)(?: the| a| an)?\s*$|"
    r"\b(?:fighters?|militants?|gunm[ae]n|m[ae]n|rebels?|insurgents?|attackers?|assailants?|extremists?|jihadists?|a group|bombers?)"
    r" (?:(?:believed|thought|said|suspected|alleged|reported|known)(?: to be| of being)? )?(?:linked to|tied to|with (?:links|ties) to|"
    r"associated with|inspired by)(?: the)?\s*$",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"believed|thought|suspected|alleged|linked|tied|ties|links|associated|inspired", re.IGNORECASE
)
_AT_ATTACKERS = re.compile(
    r"^\s*(?:and (?:killed|wounded|arrested) |dead |down |at )?(?:the |an? |one |two |three |four |five |six |his |all )?(?:of the )?(?:suspected |alleged |armed )?"
    r"(?:attackers?|gunm[ae]n|suspects?|drivers?|bombers?|assailants?|him|her|them|perpetrators?|knifem[ae]n|shooters?|hijackers?|kidnappers?|"
    r"militants?|insurgents?|terrorists?|bandits?|raiders?)\b",
    re.IGNORECASE,
)


_ANSWER = re.compile(
    r"\s*(?:\w+ )?(?:shot(?: and killed)?|killed|arrested|overpowered|opened fire on|returned fire|responded)(?: dead| at)?"
    r" (?:the |an? |one |two |three |four |five |six |his |all )?(?:of the )?(?:suspected |alleged |armed )?"
    r"(?:attackers?|gunm[ae]n|suspects?|driver|bombers?|assailants?|him|her|them|man|woman|perpetrators?|knifem[ae]n|shooters?|"
    r"hijackers?|kidnappers?|militants?|insurgents?|terrorists?|bandits?|raiders?)\b",
    re.IGNORECASE,
)


def agents(
    text: str,
    start: int,
    end: int,
    found: Sequence[Trigger],
    actors: Sequence[ActorMark],
    speakers: Sequence[tuple[int, int]],
) -> list[Agent]:
    """The perpetrators that a clause names, in text order. ``speakers`` only tell of it."""
    out: list[Agent] = []
    for mark in actors:
        if any(a < mark.end and mark.start < b for a, b in speakers):
            continue
        men = _MEN_OF.search(text, max(start, mark.start - 80), mark.start)
        how = _how(text, start, end, found, mark, men.start() if men else mark.start)
        if how and men and _LINKED.search(men.group()):
            how = "suspected"
        if how:
            out = [
                a for a in out if not men or a.mark.end <= men.start() or a.mark.start >= mark.start
            ]
            out.append(Agent(mark, how))
    return out


def _how(
    text: str, start: int, end: int, found: Sequence[Trigger], mark: ActorMark, begin: int
) -> How | None:
    """How an actor is named as having done it; ``begin`` is where its noun phrase begins."""
    left = text[max(start, begin - 70) : begin]
    right = text[mark.end : min(end, mark.end + 90)]
    hedged: How = "suspected" if mark.actor.qualifier or _HEDGE.search(left[-40:]) else "stated"
    if _BLAMED.search(left) or _WAS_BLAMED.match(right):
        return "suspected" if re.search(r"suspect|hallmark", left[-25:] + right[:40]) else "accused"
    if _BY.search(left):
        return hedged
    if _DOES.match(right):
        return "suspected" if re.search(r"believed|thought|suspected", right[:50]) else hedged
    if _OBJECT.search(left):
        return None
    if begin < mark.start and any(t.real for t in found):
        return hedged  # "a bomber from X walked in": nobody sends men to be attacked
    for trigger in found:
        if mark.start <= trigger.start < mark.end:
            continue
        if trigger.start >= mark.end:
            gap = text[mark.end : trigger.start]
            word = text[trigger.start : trigger.end]
            if (
                len(gap) > 110
                or ";" in gap
                or re.search(
                    r"\b(?:said|says|told|condemned|denied|warned|reported|accused|accuses|blamed|blames|announced|confirmed|vowed|arrested|detained|identified|investigat\w+|rescued|freed|responded|arrived)\b",
                    gap,
                )
            ):
                continue
            if _PASSIVE.search(gap):
                continue
            if (mark.actor.kind or "").startswith(("state", "government")) and _AT_ATTACKERS.match(
                text[trigger.end : trigger.end + 60]
            ):
                continue  # "police shot the driver": the answer, not the attack
            if _VERBAL.search(word) and not re.search(
                r"\b(?:was|were|been) (?:\w+ )?(?:killed|wounded|injured|shot|attacked)\b", gap
            ):
                return hedged
            if _POSSESSIVE.match(gap) and len(gap) < 40 and not gap.startswith(" and"):
                return hedged
    if (mark.actor.kind or "").startswith(("state", "government")) and _ANSWER.match(right):
        return None
    if re.match(
        r"\s*(?:\w+ly )?(?:killed|shot|attacked|opened|blew|detonated|stormed|abducted|kidnapped|raided|targeted|beheaded|fired|rammed|drove|ambushed|seized|claimed to have)\b",
        right,
    ):
        return hedged
    if re.match(
        r"\s+(?:who|that|which)\s+(?:\w+ly )?(?:killed|shot|attacked|opened|blew|detonated|stormed|abducted|kidnapped|raided|targeted)\b",
        right,
    ):
        return hedged
    return None


def target(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words for whom or what it was directed at, as a span."""
    for match in _TARGET.finditer(text, start, end):
        phrase = _CUT.sub("", match["np"]).rstrip()
        words = phrase.split()
        if not words or words[-1].lower() in _NO_TARGET or words[0].lower() in _NO_TARGET_FIRST:
            continue
        if re.fullmatch(
            r"(?:at least |about |some )?\d+.*|(?:at least|about|nearly|more) .*", phrase
        ):
            continue
        return match.start("np"), match.start("np") + len(phrase)
    return None


def weapon(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words for what it was done with, as a span."""
    match = _WEAPON.search(text, start, end)
    return match.span() if match else None
