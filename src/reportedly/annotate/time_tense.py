"""Whether a sentence speaks of what is past or of what is to come around a time expression."""

from collections.abc import Sequence

from reportedly.annotate.lexicon import listed
from reportedly.annotate.time_tokens import TimeToken

_CLAUSE = 16  # words on either side that may tell the tense
_FUTURE = listed(
    "will shall won't scheduled due expected expects planned planning upcoming payable slated set "
    "should could might may must can cannot going maturing 'll"
)
_OWNERS = listed("his her their its my our your own free god's")  # "against his will"
_FUTURE_LEFT = listed("would plans")  # after a day they tell of what follows from it
# "meets Thursday", "the polls open Sunday": verbs of a timetable, in the present
_TIMETABLE = listed(
    "meet meets begin begins start starts open opens end ends expire expires leave leaves arrive "
    "arrives vote votes convene convenes resume resumes close closes go goes visit visits face "
    "faces becomes takes comes flies returns plays airs continue continues holds hosts heads "
    "travels launches retires mature matures"
)
# "plans to", "agreed to": what follows is still to come
_INTENT = listed(
    "plan plans planned planning agree agrees agreed intend intends intended expect expects "
    "expected hope hopes hoped hoping want wants wanted vow vows vowed promise promises promised "
    "threaten threatens threatened ask asked urge urged invite invited order ordered decide "
    "decides decided propose proposes proposed prepare prepares prepared preparing ready likely "
    "scheduled due set continue continues bound about required"
)
_PAST = listed(
    "said told was were had did took came went hit shot left held made gave began broke struck "
    "fell fought saw became found met sent lost led wrote blew rose spoke stood ran has have been "
    "won got brought bought sold sank flew drove kept paid thought knew grew stole threw withdrew "
    "put cut set burst swept caught laid fled"
)
_NO_PAST = listed("need indeed hundred armed speed feed breed bed shed red exceed proceed "
                  "succeed unprecedented so-called")  # fmt: skip
# "postponed until Friday", "has until Friday"
_TERM = listed(
    "postponed delayed deferred adjourned extended suspended put have has give gives gave given"
)
# "the league is meeting Friday"
_ARRANGED = listed(
    "meeting leaving arriving returning holding voting visiting travelling traveling flying going "
    "coming heading hosting opening closing starting retiring joining resigning moving stepping"
)
_PERFECT = listed(
    "believed thought said known reported seem seems seemed appear appears appeared proved alleged "
    "understood out have has had"
)
_SUBJECTS = listed("they we you i who that which people police voters and not also")
_POLLED = listed("election elections vote primary primaries runoff referendum ballot")
_NOT = listed("not neither nor never nobody")
_NEGATED = 9  # words before "could"
_ADVERBS = listed("still newly recently previously so highly already")
_SPACE = 1  # between a weekday and the next word; more means "'s"


def ahead(tokens: Sequence[TimeToken], at: int, end: int) -> bool | None:
    """Whether the nearest verb of the sentence, first to the left, speaks of what is to come.

    None where nothing tells.
    """
    before = [t.low for t in tokens[max(0, at - 6) : at]]
    if before[-1:] == ["by"]:
        so_far = {t.low for t in tokens[max(0, at - _CLAUSE) : at]}
        over = bool({"had", "have", "has"} & so_far) or _right(tokens, end) is False
        return bool(_left(tokens, at)) or not over
    after = tokens[end] if end < len(tokens) else None
    owner = after is not None and after.start - tokens[end - 1].end > _SPACE
    eve = before[-2:] in (["ahead", "of"], ["eve", "of"])
    if owner and after is not None and tokens[end - 1].code == "W":  # "Friday's ruling"
        return eve or (after.low in _POLLED and _right(tokens, end) is True)
    if eve:
        return True
    if _arranged(before, weekday=tokens[at].code == "W") or (after and after.low == "deadline"):
        return True
    if tokens[at].low in ("soon", "early") and before[-1:] == ["as"]:
        return True
    told = _left(tokens, at)
    return _right(tokens, end) if told is None else told


def _arranged(before: list[str], *, weekday: bool) -> bool:
    """ "Set for Friday", "put off until Friday", "a deadline of Friday", "the vote is Friday"."""
    last = before[-1] if before else ""
    if "became" in before:  # "became effective 1 October"
        return False
    if last == "until":
        return not _TERM.isdisjoint(before)
    if weekday and last in ("is", "are", "for"):
        return True
    pair = tuple(before[-2:])
    return last == "effective" or pair in (
        ("set", "for"), ("scheduled", "for"), ("due", "on"), ("effective", "on"),
        ("effective", "in"),
        ("deadline", "of"),
    )  # fmt: skip


def _left(tokens: Sequence[TimeToken], at: int) -> bool | None:
    """What the words before tell, nearest first; None if they tell nothing."""
    for place in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        token = tokens[place]
        if token.code == "|":
            return None
        if token.low == "to" and place and _is_infinitive(tokens, place):
            return True
        if _could_not(tokens, place):
            return False
        if token.low in _FUTURE_LEFT or _is_future(tokens, place):
            return True
        if token.low == "for" and place and tokens[place - 1].low in ("called", "calls", "call"):
            return True
        if _is_past(tokens, place):
            return False
    return None


def _right(tokens: Sequence[TimeToken], end: int) -> bool | None:
    for place in range(end, min(len(tokens), end + _CLAUSE)):
        token = tokens[place]
        if token.code == "|":
            return None
        if _is_future(tokens, place) or _is_planned(tokens, place):
            return True
        if _is_past(tokens, place):
            return False
    return None


def _could_not(tokens: Sequence[TimeToken], place: int) -> bool:
    """ "Could not be reached on Friday" tells of the past, "could fall on Friday" does not."""
    if tokens[place].low == "couldn't":
        return True
    if tokens[place].low != "could":
        return False
    around = {t.low for t in tokens[max(0, place - _NEGATED) : place + 2]}
    return not around.isdisjoint(_NOT)


def _is_future(tokens: Sequence[TimeToken], place: int) -> bool:
    token = tokens[place]
    if token.low in _FUTURE:  # not "as planned", "as previously scheduled"
        before = {t.low for t in tokens[max(0, place - 2) : place]}
        if token.low == "will" and place and tokens[place - 1].low in _OWNERS:
            return False
        return token.low != "set" and not ("as" in before and token.low[-2:] == "ed")
    if token.low in _ARRANGED and place and tokens[place - 1].low in ("is", "are", "be"):
        return True
    if token.low in _TIMETABLE and token.text.islower():
        return token.low[-1] == "s" or _is_plural(tokens[place - 1] if place else None)
    return token.low.endswith("'ll")


def _is_planned(tokens: Sequence[TimeToken], place: int) -> bool:
    """ "On Friday the league plans a march"; not "on Friday plans were made"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].low == "plans" and after is not None and after.code in "tA"


def _is_plural(subject: TimeToken | None) -> bool:
    """ "Talks resume Monday"; not "a vote Monday"."""
    return subject is not None and (
        subject.low in _SUBJECTS or (subject.low[-1:] == "s" and subject.low != "its")
    )


def _is_infinitive(tokens: Sequence[TimeToken], place: int) -> bool:
    """ "Plans to leave", "is to leave"; not "went to London"."""
    verb = tokens[place + 1] if place + 1 < len(tokens) else None
    if verb is None or verb.code not in "xZ" or not verb.text.islower():  # Z: "to end"
        return False
    cues = [t.low for t in tokens[max(0, place - 2) : place]]
    if verb.low == "be" and cues[-1] not in _PERFECT and not cues[-1].endswith("ed"):
        return True
    return cues[-1] in ("is", "are") or any(cue in _INTENT for cue in cues)


def _is_past(tokens: Sequence[TimeToken], place: int) -> bool:
    """A past tense; not "to be held", nor "an unspecified date"."""
    token = tokens[place]
    ending = token.code == "x" and token.low.endswith("ed") and token.text.islower()
    if token.low in _NO_PAST or not (token.low in _PAST or ending):
        return False
    before = tokens[place - 1] if place else None
    if before is None:
        return True
    if token.low == "have" and before.low in _FUTURE:
        return False
    if before.low in ("be", "being"):
        return False
    article = {t.code for t in tokens[max(0, place - 2) : place]} & {"t", "A"}
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    noun = after is not None and after.code == "x" and before.low in _ADVERBS
    return not (ending and (before.code in "tA" or (article and noun)))
