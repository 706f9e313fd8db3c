"""Which numbers of people are tolls, and of what: killed, injured, abducted, freed ...

Works on one sentence at a time. A number is a toll only where the grammar ties it to an outcome:
as its object ("killing 12"), its subject ("12 people were killed"), its complement ("left 12
dead") or the measure of a toll ("the death toll rose from 9 to 14").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.codebook.people import kind_of
from reportedly.records import Count, CountMark

_OUTCOMES = {
    "killed": (
        r"killed|kills|killing|kill|dead|died|dies|die|dying|deaths?|slain|slaughtered|massacred|"
        r"murdered|murdering|executed|executing|lynched|lynching|beheaded|beheading|assassinated|assassinating|gunned down|shot dead|perished|"
        r"lost (?:their|his|her) (?:lives|life)|fatally (?:shot|wounded|injured|stabbed)|"
        r"lost(?= (?:[\w-]+ ){1,4}of (?:its|their) own\b)|funerals? of|(?:was|were|been) buried(?! (?:under|beneath|in (?:the )?(?:rubble|debris|mud)|alive))|"
        r"fatalities|fatality|beaten to death|stabbed to death|hacked to death|burned to death|burnt to death|"
        r"(?:beat|beaten|beating|hacked|hacking|stabbed|stabbing|stoned|stoning|burned|burnt|burning|clubbed|shot|"
        r"shooting)(?= [^.;,:]{1,60}\b(?:to death|dead)\b)|"
        r"succumbed|mown down|martyred|body|bodies|corpses"
    ),
    "injured": (
        r"wounded|wounding|wounds|injured|injuring|injures|injuries|hurt|hurting|maimed|maiming|"
        r"grazed|bruised|(?:shot|hit) in the (?:arm|leg|foot|hand|shoulder|chest|head|stomach|back|thigh|neck)|"
        r"in intensive care|hospitali[sz]ed|in hospital|(?:was|were|been|being) treated|taken to hospital|burned|scalded|"
        r"shot and wounded|(?:non-)?life-threatening injuries|in (?:a )?(?:critical|serious|stable|grave) condition|"
        r"(?:received|sustained|suffered)(?: [\w-]+){0,2} (?:injuries|wounds|burns)|"
        r"with(?: [\w-]+){0,3} (?:injuries|burns|wounds|fractures)"
    ),
    "abducted": (
        r"kidnapped|kidnapping|kidnaps|abducted|abducting|abducts|abduction of|kidnapping of|"
        r"taken hostage|took hostage|held hostage|hostage|taken captive|captive|seized|snatched|"
        r"taken away|dragged away|led away|whisked away|held captive"
    ),
    "missing": r"missing|unaccounted for|disappeared",
    "detained": r"arrested|arresting|arrests|detained|detaining|in custody|taken into custody|rounded up",
    "freed": r"freed|freeing|released|releasing|rescued|rescuing|release of|set free|let go|regained (?:their|his|her) freedom",
}
_OUTCOME = re.compile(
    "|".join(rf"(?P<{name}>(?<![\w-])(?:{words})(?![\w-]))" for name, words in _OUTCOMES.items()),
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:death tolls?|tolls?|number of (?:dead|deaths|killed|fatalities|casualties|those killed|"
    r"(?:[\w’'-]+ ){1,4}(?:killed|dead|murdered)))\b",
    re.IGNORECASE,
)
_INJURED_TOLL = re.compile(r"\bnumber of (?:wounded|injured|injuries)\b", re.IGNORECASE)
_LIVES = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|tak(?:e|es|ing)|took|taken|cost(?:s|ing)?|los[st]|loss of|losing)\b"
    r"(?: the)?(?: lives of)?\s*$",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"^(?:lost|funerals? of|beating|hacking|stabbing|stoning|burning|shooting|killing|kills|kill|wounding|wounds|injuring|injures|hurting|maiming|murdering|beheading|"
    r"executing|lynching|assassinating|kidnapping|abducting|abducts|kidnaps|kidnapping of|abduction of|"
    r"arresting|detaining|freeing|releasing|rescuing|release of|bodies|corpses|body|deaths?)$",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"^(?:fatally \w+|beat|beaten|hacked|stabbed|stoned|burned|burnt|clubbed|shot|killed|wounded|injured|hurt|murdered|slaughtered|massacred|executed|beheaded|lynched|assassinated|kidnapped|"
    r"abducted|seized|snatched|arrested|detained|freed|released|rescued|slain|took hostage|"
    r"gunned down|shot dead|maimed|rounded up|beaten to death|stabbed to death|hacked to death|taken hostage)$",
    re.IGNORECASE,
)  # fmt: skip
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|got|get|gets)(?: (?:\w+ly|also|all|then|both|still))*\s*$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:was|were|been|be|being|is|are|get|gets|got|have|has|had|reported(?:ly)?|feared|confirmed|"
    r"reportedly|allegedly|lay|pronounced|left|found|believed|thought)\b",
    re.IGNORECASE,
)
_GLUE = frozenset(
    ", and or as well along together with plus including includes include among them of whom another a "
    "further also the an other others more many then even both all their his her at least - – — ( -- two".split()
)
_WHERE = frozenset("in at near from inside outside around".split())
_WHERE_WORDS = 6
_PART = re.compile(
    r"(?:,|\(|–|—|--|-)?\s*(?:including|among (?:them|whom|those(?: killed)?)|of (?:them|whom)|"
    r"most of them|some of them)(?: at least)?\s*$|\bincluded\s*$|\bincludes?\s*$|\binclude\s*$",
    re.IGNORECASE,
)
_OF_THE_DEAD = re.compile(
    r"\b(?:among (?:the|those) (?:dead|killed|victims|fatalities)|the (?:dead|victims) (?:include|included|were)|"
    r"those killed (?:include|included|were))\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"^[^.;:]{0,40}\b(?:was|were|are|is) among (?:the|those) (?P<who>dead|killed|victims|wounded|injured|hurt|fatalities)\b",
    re.IGNORECASE,
)
_OF_THE_WOUNDED = re.compile(
    r"\b(?:among (?:the|those) (?:wounded|injured|hurt)|the (?:wounded|injured) (?:include|included|were))\b",
    re.IGNORECASE,
)
_REFLEXIVE = re.compile(r"\b(?:himself|herself|themselves|itself)\b", re.IGNORECASE)
_HIMSELF = re.compile(
    r"\b(?:kill(?:ing|ed)|blew|blowing) (?P<who>himself|herself)\b", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:no|not|nobody|none|never|without|could|would|might|may|will|if|plot(?:ted|ting)? to|want(?:s|ed)? to|"
    r"threat(?:ened|s)? to|vow(?:ed|s)? to|plan(?:s|ned|ning)? to|any)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]|, (?:but|while|whereas)\b")
_FROM_TO = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_AT_RISK = re.compile(r"^\s*(?:live|living|who live|reside|at risk|are at risk)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people tied to an outcome. ``start``-``end`` quote number and outcome."""

    mark: CountMark
    outcome: str
    start: int
    end: int
    attackers: bool = False  # counts those who attacked, not victims
    part: bool = False  # included in the total before it ("including 3 children")
    superseded: bool = False  # "rose from 9 to 14": the 9


@dataclass(frozen=True, slots=True)
class _Outcome:
    start: int
    end: int
    name: str
    word: str


def tolls(text: str, start: int, end: int, marks: Sequence[CountMark]) -> list[Toll]:
    """The tolls of a sentence; ``marks`` are its numbers of people, in text order."""
    outcomes = [
        _Outcome(*m.span(), str(m.lastgroup), m.group())
        for m in _OUTCOME.finditer(text, start, end)
    ]
    found: dict[CountMark, Toll] = {}
    _measured(text, start, end, marks, found)
    _named(text, marks, found)
    for n, outcome in enumerate(outcomes):
        if _NEGATED.search(text, max(start, outcome.start - 30), outcome.start) and _unreal(
            text, start, outcome
        ):
            continue
        before = outcomes[n - 1].end if n else start
        after = outcomes[n + 1].start if n + 1 < len(outcomes) else end
        word = outcome.word
        left = [m for m in marks if before <= m.start and m.end <= outcome.start]
        right = [m for m in marks if outcome.end <= m.start and m.end <= after]
        if _ACTIVE.match(word) or (
            _EITHER.match(word) and _takes_object(text, start, outcome, right)
        ):
            _objects(text, outcome, right, found)
        elif not _subjects(text, outcome, left, found) and _EITHER.match(word):
            _objects(text, outcome, right, found)
    _lives(text, marks, found)
    _parts(text, start, marks, found)
    _of_them(text, marks, found)
    _counted(text, start, end, marks, found)
    _nobody(text, start, end, found)
    _themselves(text, start, end, found)
    _answered(text, start, end, found)
    tolls_found = sorted(found.values(), key=lambda t: t.mark.start)
    return _attackers_apart(text, start, tolls_found)


def _unreal(text: str, start: int, outcome: _Outcome) -> bool:
    """True where a negation or a modal governs the outcome: "no one was killed", "could kill"."""
    left = text[max(start, outcome.start - 30) : outcome.start].lower()
    return bool(
        re.search(
            r"\b(?:could|would|might|may|will|if|not|never|nobody|none|no one|no-one|to)(?: \w+){0,2}\s$",
            left,
        )
    ) and not re.search(r"to have (?:been )?$", left)


def _takes_object(text: str, start: int, outcome: _Outcome, right: Sequence[CountMark]) -> bool:
    """ "killed six people": a verb with its object, no passive before it."""
    if (
        not right
        or right[0].start - outcome.end > 25
        or not _glue(text[outcome.end : right[0].start])
    ):
        return False
    return not _PASSIVE.search(text, max(start, outcome.start - 40), outcome.start)


def _objects(
    text: str, outcome: _Outcome, right: Sequence[CountMark], found: dict[CountMark, Toll]
) -> None:
    """Numbers after an active outcome: "killing 13 troops and at least 170 civilians"."""
    position = outcome.end
    for mark in right:
        gap = text[position : mark.start]
        if len(gap) > 70 or not _glue(gap):
            if position == outcome.end and len(gap) <= 14 and gap.strip() in ("up to", "him and"):
                pass
            elif _REFLEXIVE.search(gap) and len(gap) < 30:
                pass
            elif _PART.search(gap) and len(gap) < 60:
                pass
            else:
                return
        if mark in found or _AT_RISK.match(text[mark.end : mark.end + 20]):
            return
        part = bool(_PART.search(gap)) or bool(
            found and position != outcome.end and _in_part(text, outcome, mark, found)
        )
        found[mark] = Toll(mark, outcome.name, outcome.start, mark.end, part=part)
        position = mark.end


def _in_part(text: str, outcome: _Outcome, mark: CountMark, found: dict[CountMark, Toll]) -> bool:
    """True where the number goes on a list of parts: "including two nuns and a child"."""
    last = max(
        (t for t in found.values() if t.mark.end <= mark.start),
        key=lambda t: t.mark.end,
        default=None,
    )
    return bool(last and last.part and outcome.start == last.start and not mark.group == "others")


def _subjects(
    text: str, outcome: _Outcome, left: Sequence[CountMark], found: dict[CountMark, Toll]
) -> bool:
    """Numbers before an outcome: "12 people were killed", "30 injured", "two nuns have died"."""
    chain: list[tuple[CountMark, bool]] = []
    position = outcome.start
    for mark in reversed(left):
        if mark in found:
            break
        gap = text[mark.end : position]
        if position == outcome.start:
            if not _reaches(gap):
                # a list may stand between: "nine people, including two nuns, were killed"
                break
        elif not _glue(gap) and not _PART.search(gap):
            break
        chain.append((mark, False))
        position = mark.start
    if not chain:
        return False
    marks = [mark for mark, _ in reversed(chain)]
    previous: CountMark | None = None
    part = False
    for mark in marks:
        if previous is not None:
            gap = text[previous.end : mark.start]
            part = bool(_PART.search(gap)) or part
        found[mark] = Toll(mark, outcome.name, mark.start, outcome.end, part=part)
        previous = mark
    return True


# ", who tried to shield him, died": what stands between two commas is passed over
_ASIDE = re.compile(r"^, (?:who|whose|aged|a|an|the|mostly|all|both)\b[^.;:,]{1,70},\s*")


def _reaches(gap: str) -> bool:
    """True if only auxiliaries, adverbs and short asides stand between subject and outcome."""
    if len(gap) > 90:
        return False
    gap = _ASIDE.sub(" ", gap)
    bare = gap.strip()
    if not bare:
        return True
    if _CLAUSE.search(gap):
        return False
    words = bare.split()
    if len(words) <= 3 and all(w.lower().strip(",") in _SMALL for w in words):
        return True
    helping = None
    for helping in _AUXILIARY.finditer(gap):
        pass
    if helping is None or len(gap) - helping.end() > 30:
        return False
    tail = gap[helping.end() :].strip().lower()
    return not tail or all(w.strip(",") in _SMALL or w.endswith("ly") for w in tail.split())


_SMALL = frozenset(
    "people others other persons more also have has had been was were being reportedly confirmed "
    "feared left lay all were are is seriously critically badly slightly severely lightly gravely "
    "presumed found still later then shot or and civilians of them not to his her get got "
    "were, immediately apparently remains remain still".split()
)


def _glue(gap: str) -> bool:
    """True if only what joins a list stands in the gap; a short phrase of place may stand in it."""
    where = 0
    for word in gap.replace(",", " , ").split():
        if word.lower() in _WHERE:
            where = _WHERE_WORDS
        elif word.lower() in _GLUE:
            where = 0
        elif where:
            where -= 1
        else:
            return False
    return True


_RISEN = re.compile(
    r"\b(?:risen|rose|rises|climbed|increased|gone up|jumped|grown|reached|stood|stands)(?: (?:to|at|from))?\s*$",
    re.IGNORECASE,
)


def _measured(
    text: str, start: int, end: int, marks: Sequence[CountMark], found: dict[CountMark, Toll]
) -> None:
    """ "the death toll rose from 9 to 14", "a death toll of 40", "put the toll at 12"."""
    for pattern, name in ((_TOLL, "killed"), (_INJURED_TOLL, "injured")):
        for toll in pattern.finditer(text, start, end):
            near = [
                m for m in marks
                if not _SINGLE.match(text, m.start) and m not in found
                and (toll.end() <= m.start <= toll.end() + 80
                     or _RISEN.search(text, toll.end(), m.start) and m.start < toll.end() + 200)
                and not _CLAUSE.search(text, toll.end(), m.start)
            ][:2]  # fmt: skip
            if not near:
                continue
            gap = text[toll.end() : near[0].start]
            if not re.search(
                r"\b(?:of|to|at|was|is|stood|stands|as|reached|hit|from|past|above|over)\b|:", gap
            ):
                continue
            two = len(near) == 2
            if (
                two
                and re.search(r"\bto\b", text[near[0].end : near[1].start])
                and _FROM_TO.search(gap)
            ):
                found[near[0]] = Toll(near[0], name, toll.start(), near[0].end, superseded=True)
                found[near[1]] = Toll(near[1], name, toll.start(), near[1].end)
            elif (
                two
                and re.search(r"\bto\b\s*$", gap)
                and re.match(r",?\s*(?:up )?from\s*$", text[near[0].end : near[1].start])
            ):
                found[near[0]] = Toll(near[0], name, toll.start(), near[0].end)
                found[near[1]] = Toll(near[1], name, toll.start(), near[1].end, superseded=True)
            else:
                found[near[0]] = Toll(near[0], name, toll.start(), near[0].end)


_SINGLE = re.compile(r"(?:an?|one|another|his|her|their|its)\b", re.IGNORECASE)
_OUTCOME_NOUNS = {
    "dead": "killed", "deaths": "killed", "fatalities": "killed", "bodies": "killed",
    "corpses": "killed", "wounded": "injured", "injured": "injured", "injuries": "injured",
}  # fmt: skip


_SINCE_DIED = re.compile(
    r"\s+(?:(?:has|have|had|since|later|also|then) )*(?:died|succumbed|passed away)\b", re.IGNORECASE
)


def _named(text: str, marks: Sequence[CountMark], found: dict[CountMark, Toll]) -> None:
    """The people counted are the outcome: "12 dead", "40 wounded", "142 of the dead"."""
    for mark in marks:
        last = (mark.group or "").split()[-1:] or [""]
        name = _OUTCOME_NOUNS.get(last[0].lower())
        if not name:
            continue
        part = bool(re.search(r"\bof (?:the|those)\b", text[mark.start : mark.end]))
        died = _SINCE_DIED.match(text, mark.end) if name == "injured" else None
        end = died.end() if died else mark.end
        found[mark] = Toll(mark, "killed" if died else name, mark.start, end, part=part)


def _themselves(text: str, start: int, end: int, found: dict[CountMark, Toll]) -> None:
    """ "killing himself and three others": the attacker, counted apart."""
    match = _HIMSELF.search(text, start, end)
    if match:
        one = CountMark(match.start("who"), match.end("who"), Count(1, 1, 1, "exact"), match["who"])
        found[one] = Toll(one, "killed", match.start(), match.end(), attackers=True)


# those who attacked, shot by those who answered: "police shot the driver dead"
_SHOT = re.compile(
    r"\b(?:police|officers?|policem[ae]n|troops|soldiers|guards?|security forces|commandos|marksm[ae]n)\b[^.;]{0,30}?\b"
    r"(?:shot(?: and killed)?|killed|gunned down|shooting|killing)(?: dead)? (?P<who>the (?:driver|man|woman|suspect|attacker|assailant|gunman|"
    r"perpetrator|knifeman|shooter|bomber))\b"
    r"|(?P<whom>\b(?:the|his|her) (?:driver|suspect|man|woman|assailant|perpetrator|shooter))(?: himself)? (?:was|were|had been) (?:later |then |also |eventually )?"
    r"(?:shot(?: dead| and killed| to death)|killed|gunned down) by (?:the )?(?:\w+ )?(?:police|officers?|troops|soldiers|guards?|security forces)",
    re.IGNORECASE,
)


def _answered(text: str, start: int, end: int, found: dict[CountMark, Toll]) -> None:
    """An attacker killed by police or soldiers, counted apart."""
    match = _SHOT.search(text, start, end)
    if match:
        who = "who" if match["who"] else "whom"
        if any(m.start < match.end(who) and match.start(who) < m.end for m in found):
            return
        one = CountMark(match.start(who), match.end(who), Count(1, 1, 1, "exact"), match[who])
        found[one] = Toll(one, "killed", match.start(), match.end(), attackers=True)


_OF_THEM = re.compile(r"\bof (?:them|whom|these)\b", re.IGNORECASE)


def _of_them(text: str, marks: Sequence[CountMark], found: dict[CountMark, Toll]) -> None:
    """ "nine people, four of them children": part of the figure before it."""
    for before, mark in zip(marks, marks[1:], strict=False):
        if _OF_THEM.search(text, mark.start, mark.end) and before in found:
            if mark.start - before.end < 60:
                found[mark] = replace(
                    found[before], mark=mark, start=mark.start, end=mark.end, part=True
                )


_COUNTED = re.compile(
    r"\b(?:there (?:were|was|had been|are)|counted|counts|put it at|made it|received|the figure (?:was|is))\s*$",
    re.IGNORECASE,
)
_THE_DEAD = re.compile(r"\b(?:the dead|bodies|corpses|deaths|died|killed|lost their lives)\b", re.IGNORECASE)


def _counted(
    text: str, start: int, end: int, marks: Sequence[CountMark], found: dict[CountMark, Toll]
) -> None:
    """ "a porter who laid out the dead said there were at least 15"."""
    if not _THE_DEAD.search(text, start, end):
        return
    for mark in marks:
        if mark in found or mark.group is not None:
            continue
        left = text[max(start, mark.start - 30) : mark.start]
        ends = re.match(r"\s*(?:[.,;”\"]|$)", text[mark.end : mark.end + 3])
        if ends and _COUNTED.search(left):
            found[mark] = Toll(mark, "killed", mark.start, mark.end)


# a stated zero is a figure; it is the only way to one
_NOBODY = re.compile(
    r"\b(?P<who>no ?one|nobody|no (?:people|person|civilians?|soldiers?|officers?|passengers?|students?|staff|residents?))"
    r"(?: (?:was|were|has been|have been|had been|is|are))?(?: \w+ly)? (?P<a>killed|died|hurt|injured|wounded|harmed|abducted)"
    r"(?: (?:or|nor|and) (?P<b>killed|hurt|injured|wounded|harmed))?\b"
    r"|\b(?P<noun>no (?:casualties|deaths|fatalities|injuries))\b",
    re.IGNORECASE,
)
_ZERO = Count(0, 0, 0, "exact")
_ZERO_OF = {
    "killed": "killed", "died": "killed", "deaths": "killed", "fatalities": "killed", "hurt": "injured",
    "injured": "injured", "wounded": "injured", "harmed": "injured", "injuries": "injured", "abducted": "abducted",
}  # fmt: skip


def _nobody(text: str, start: int, end: int, found: dict[CountMark, Toll]) -> None:
    """ "no one was killed or hurt", "there were no casualties"."""
    for match in _NOBODY.finditer(text, start, end):
        if match["noun"]:
            word = match["noun"].split()[1].lower()
            names = ["killed", "injured"] if word == "casualties" else [_ZERO_OF[word]]
            spans = [match.span("noun")] * len(names)
        else:
            names = [_ZERO_OF[match[g].lower()] for g in ("a", "b") if match[g]]
            spans = [match.span(g) for g in ("a", "b") if match[g]]
        for name, (a, b) in zip(names, spans, strict=True):
            mark = CountMark(a, b, _ZERO, name)
            found.setdefault(mark, Toll(mark, name, match.start(), match.end()))


def _lives(text: str, marks: Sequence[CountMark], found: dict[CountMark, Toll]) -> None:
    """ "claimed 145 lives", "claimed the lives of 12 people"."""
    for mark in marks:
        if mark in found:
            continue
        left = text[max(0, mark.start - 30) : mark.start]
        match = _LIVES.search(left)
        group = (mark.group or "").split()[-1:] or [""]
        if match and (group[0].lower() in ("lives", "life") or "lives of" in match.group()):
            begin = mark.start - len(left) + match.start()
            found[mark] = Toll(mark, "killed", begin, mark.end)


def _parts(text: str, start: int, marks: Sequence[CountMark], found: dict[CountMark, Toll]) -> None:
    """Figures inside a total: "among the dead were three nurses", "12, including 3 children"."""
    for pattern, name in ((_OF_THE_DEAD, "killed"), (_OF_THE_WOUNDED, "injured")):
        match = pattern.search(text, start, marks[-1].end) if marks else None
        if not match:
            continue
        for mark in marks:
            gap = text[match.end() : mark.start] if mark.start >= match.end() else None
            if gap is not None and mark.group and len(gap) < 80 and not _CLAUSE.search(gap):
                found[mark] = Toll(mark, name, match.start(), mark.end, part=True)
    for mark in marks:
        among = _AMONG.match(text[mark.end : mark.end + 80]) if mark not in found else None
        if among:
            name = "injured" if among["who"].lower() in ("wounded", "injured", "hurt") else "killed"
            found[mark] = Toll(mark, name, mark.start, mark.end + among.end(), part=True)
    for before, mark in zip(marks, marks[1:], strict=False):
        if mark in found or before not in found:
            continue
        gap = text[before.end : mark.start]
        if len(gap) < 60 and _PART.search(gap):
            found[mark] = replace(
                found[before], mark=mark, start=mark.start, end=mark.end, part=True
            )
        elif (
            found[before].part
            and len(gap) < 40
            and _glue(gap)
            and mark.group not in (None, "others", "other")
        ):
            found[mark] = replace(
                found[before], mark=mark, start=mark.start, end=mark.end, part=True
            )


_OF_ITS_OWN = re.compile(r"\s*of (?:its|their) own\b", re.IGNORECASE)


def _attackers_apart(text: str, start: int, found: list[Toll]) -> list[Toll]:
    """Mark the tolls of those who attacked: fighters, and "himself" before "and three others"."""
    out = []
    for toll in found:
        last = (toll.mark.group or "").split()[-1:] or [""]
        own = _OF_ITS_OWN.match(text, toll.mark.end)
        fighters = bool(own) or kind_of(last[0]) == "fighter" and last[0].lower() not in (
            "commander",
            "commanders",
            "operative",
            "veteran",
        )
        out.append(replace(toll, attackers=True) if fighters or toll.attackers else toll)
    return out
