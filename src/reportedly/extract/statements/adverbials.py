"""Steps over what tells when, where and in what something was said.

"On Thursday", "in a statement", "by phone" stand before the subject, between subject and verb, or
between verb and content; they belong to none of them.
"""

from reportedly.extract.statements.grammar import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    LEADING,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    is_capitalised,
    words_of,
)
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.objects import addressee_end
from reportedly.extract.statements.vocabulary import FORUM_NOUNS

NAMES_TOO = frozenset(["may", "march", "august"])  # months that are verbs or adjectives as well
TURNS = frozenset(["last", "this", "next", "early", "late"])  # "last week", "late Monday"
ORDERS = frozenset(["next", "following", "same", "previous"])  # "the next day"
SMALL = frozenset(["the", "a", "of"])
AUDIENCE = frozenset(["reporters", "journalists"])
SETTINGS = FORUM_NOUNS | TIME_WORDS | AUDIENCE
# "night" and "press" may belong to the speaker's name or description.
NOT_ALONE = NAMES_TOO | {"day", "night", "press", "week"}
BEFORE_SETTINGS = words_of(
    "in on at during to from after via through last by late early this under"
)
BEFORE_VERB = words_of("on in at during via through late early")
# These say something about the content, not about the saying.
OF_CONTENT = words_of("both all soon either once ever even only just now")
RELATIVE_OPENERS = frozenset(["who", "which", "where", "whose"])
# "Asked whether ...": what follows, clause or not, is the occasion of the saying.
OPENS_A_SAYING = words_of("asked speaking addressing testifying briefing replying responding")
BEFORE_PLACE = frozenset(["in", "at", "from", "near"])
REACH = 9  # items an adverbial may take


def without_leading(line: Line, start: int, end: int) -> int:
    """Drop "But", "On Thursday", "In Gaza" before the phrase proper."""
    while start < end:
        word = line.low(start)
        turned = word in TURNS and line.low(start + 1) in TIME_WORDS
        named = start + 1 < end and is_capitalised(line.items[start + 1].text)
        then = word == "then" and start == 0 and named  # not "then president Roe"
        if word in LEADING or then or (is_adverb(word) and word not in TURNS):
            start += 1
        elif word in PREPOSITIONS or word in TIME_WORDS or turned:
            after = _after_prepositional(line, start, end)
            if after == start:
                return start
            start = after
        else:
            return start
    return start


def _after_prepositional(line: Line, start: int, end: int) -> int:
    """Where the phrase after an unseparated leading adverbial begins."""
    index = start + (line.low(start) in PREPOSITIONS)
    timed = index
    while timed < end and _is_timing(line.low(timed)):
        timed += 1
    while timed > index and line.low(timed - 1) in SMALL:
        timed -= 1
    if index < timed < end:
        return timed
    for position in range(end - 1, index, -1):  # "In a statement the group"
        if line.low(position) in ARTICLES | PERSONAL | POSSESSIVES:
            return position
    if is_capitalised(line.items[index].text):  # "In Gaza officials"
        while index < end and is_capitalised(line.items[index].text):
            index += 1
        return index if index < end else start
    return end if line.low(start) in PREPOSITIONS else start


def _is_timing(word: str) -> bool:
    return word in TIME_WORDS or word in SMALL or word[:1].isdigit()


def without_trailing(line: Line, end: int, floor: int) -> int:
    """Step over "on Thursday", "in a statement" or ", however," between subject and verb."""
    while end > floor:
        last = line.low(end - 1)
        if is_adverb(last) and last not in TURNS:
            stepped = end - 1
        elif last == "," and is_adverb(line.low(end - 2)) and line.low(end - 3) == ",":
            stepped = end - 3
        else:
            stepped = _before_adjunct(line, end, floor)
        if stepped == end:
            return end
        end = stepped
    return end


def _before_adjunct(line: Line, end: int, floor: int) -> int:
    """Where the adverbial that ends before item ``end`` begins; ``end`` if there is none."""
    comma = line.low(end - 1) == ","
    stop = end - comma
    last = line.low(stop - 1)
    if stop <= floor or not (last in TIME_WORDS | FORUM_NOUNS or last.isdigit()):
        return end
    for index in range(stop - 1, max(floor, stop - REACH) - 1, -1):
        word = line.low(index)
        if word in BEFORE_VERB and index > floor:
            opened = line.low(index - 1) == ","
            return end if comma and not opened else index - opened
        if not line.items[index].is_word:
            return end
    bare = last in TIME_WORDS - NAMES_TOO and not comma and stop - 1 > floor
    return stop - 1 if bare else end  # "Officials Monday said"


def adjunct_begins(line: Line, index: int) -> bool:
    """True where "on Thursday" or "in a statement" begins at an item."""
    word = line.low(index)
    if word in TIME_WORDS - NOT_ALONE:
        return True
    return word in BEFORE_SETTINGS and bool(set(line.lows(index + 1, index + 5)) & SETTINGS)


def after_adjuncts(line: Line, at: int) -> int:
    """Step over "on Thursday", "in a statement", "by phone" between the verb and its content."""
    while at < len(line):
        word, following = line.low(at), line.low(at + 1)
        if word in TURNS and following in TIME_WORDS:
            at += 2
        elif word in TIME_WORDS - NAMES_TOO - TURNS | {"early", "late"}:
            at += 1
        elif word == "the" and following in ORDERS and line.low(at + 2) in TIME_WORDS:
            at += 3
        elif word in ADVERBS - OF_CONTENT and at + 1 < len(line):
            at += 1
        elif word in PREPOSITIONS and (end := _adjunct_or_place_end(line, at)) > at:
            at = end
        else:
            return at
    return at


def _adjunct_end(line: Line, at: int) -> int:
    """The end of a prepositional phrase that says when, where or in what something was said."""
    last = at
    for index in range(at + 1, min(at + REACH, len(line))):
        word = line.low(index)
        pronoun = index > at + 1 and word in PERSONAL
        if not line.items[index].is_word or word == "that" or pronoun:
            break
        year = word.isdigit() and line.low(index - 1) in TIME_WORDS
        if word in SETTINGS or year:
            last = index + 1
        elif last > at and not (
            word in PREPOSITIONS | ARTICLES or is_capitalised(line.items[index].text)
        ):
            break
    if last > at and line.low(last) == "with":
        last = addressee_end(line, last + 1)
    return last


def _adjunct_or_place_end(line: Line, at: int) -> int:
    """As ``_adjunct_end``, or the end of a place: "told reporters **in Oslo** that ..."."""
    if (end := _adjunct_end(line, at)) > at or line.low(at) not in BEFORE_PLACE:
        return end
    at = end = at + 1
    while end < min(at + REACH, len(line)) and is_capitalised(line.items[end].text):
        end += 1
    return end if end > at and line.low(end) == "that" else 0


def over_participle(line: Line, at: int) -> int:
    """Step over "circulated by supporters" in "said in messages circulated by supporters that"."""
    words = line.lows(at, at + REACH)
    follows = at > 0 and line.low(at - 1) in FORUM_NOUNS | TIME_WORDS
    if follows and words and words[0].endswith("ed") and "that" in words:
        return at + words.index("that")
    return at


def is_adverbial(line: Line, start: int, end: int) -> bool:
    """True for "On Thursday", "Speaking to reporters", "Despite the raid": no clause of its own."""
    if any(line.quote(i) for i in range(start, end)):
        return False
    kept = [
        index
        for index, item in enumerate(line.items[start:end], start)
        if item.text != "May" and not _is_attribute(line, index)  # the month is no verb
    ]
    kept = _without_relatives(line, kept)
    words = [line.low(index) for index in kept]
    verb = any(map(line.is_verb, kept))
    if not words or words[0] in OPENS_A_SAYING:
        return True
    first = words[0]
    if first in SUBORDINATORS - {"that", "what", "how", "whom", "whose"} and "," not in words:
        return True
    if first.endswith("ing") or first in {"asked", "citing", "according"}:
        return "," not in words or not verb
    if first in PREPOSITIONS | TIME_WORDS or is_adverb(first) or first in COORDINATORS:
        return not verb
    return len(words) < 2


def _is_attribute(line: Line, index: int) -> bool:
    """True for "taped" and "sent" in "a taped message sent to editors": they are no predicates."""
    word, following = line.low(index), line.low(index + 1)
    if word in AUXILIARIES or not line.is_verb(index):
        return False
    if line.low(index - 1) in ARTICLES | POSSESSIVES:
        return True
    of_saying = line.low(index - 1) in FORUM_NOUNS
    told = following in PREPOSITIONS | TIME_WORDS or is_adverb(following)
    return following == "by" or (of_saying and told)


def _without_relatives(line: Line, indexes: list[int]) -> list[int]:
    """Leave out ", who arrived on Monday,": a relative clause says nothing of the phrase's kind."""
    kept: list[int] = []
    inside = False
    for place, index in enumerate(indexes):
        if line.low(index) == ",":
            inside = any(line.low(i) in RELATIVE_OPENERS for i in indexes[place + 1 : place + 2])
            if inside:
                continue
        if not inside:
            kept.append(index)
    return kept
