"""Spots the reporting words of a line and settles how each is used, before anything is attached.

A candidate is a verb group ("has repeatedly denied"), a noun of saying with its light verb
("gave a sober warning about"), an impersonal phrase ("is believed to") or "according to".
"""

from collections.abc import Iterator

from reportedly.extract.statements.cue import (
    PLURAL_SUBJECTS,
    Cue,
    group_start,
    is_name_or_noun,
    with_it,
)
from reportedly.extract.statements.grammar import (
    AUXILIARIES,
    BE,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    words_of,
)
from reportedly.extract.statements.lexicon import Form, Lexicon, Verb, lexicon
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.speechnouns import owned_noun, with_noun
from reportedly.records import Act

# "went on to say", "was quick to point out": the infinitive reports all the same.
FACTUAL_INFINITIVES = frozenset(
    ["on", "continue", "continued", "continues", "quick", "also", "used", "proceeded"]
)


# "a commander reported killed": what is told of somebody, not that somebody tells it.
OF_FATE = frozenset(
    ["report", "confirm", "fear", "believe", "think", "assume", "suppose", "declare", "list"]
)
FATES = frozenset(["killed", "dead", "missing", "wounded", "injured", "hurt", "captured"])
NOT_PLURAL = BE | HAVE | PREPOSITIONS | frozenset(["this", "its", "his", "days", "hours", "yes"])
FORMS_BY_LIKELIHOOD: tuple[Form, ...] = ("past", "third", "base", "ing", "participle")
IMPERSONAL_ACTS: dict[str, Act] = {
    "reported": "assert", "said": "assert", "alleged": "accuse", "suspected": "accuse",
    "accused": "accuse", "blamed": "accuse", "estimated": "estimate", "claimed": "assert",
}  # fmt: skip

COUNTS = words_of("count tally estimate reckoning calculation")
STORIES = words_of("account version telling testimony figures")


def candidates(line: Line) -> Iterator[Cue]:
    """Every possible reporting expression outside quotation marks, from left to right."""
    known = lexicon()
    index = 0
    while index < len(line):
        found = _at(line, index, known)
        if found:
            yield found
            index = max(found.last, index + 1)
        else:
            index += 1


def _at(line: Line, index: int, known: Lexicon) -> Cue | None:
    word = line.low(index)
    if line.low(index - 2) == "whether":  # "whether they suspect him": it is not told that they do
        return None
    if word == "according" and line.low(index + 1) == "to":
        return Cue("according", index, index + 2, "assert", "according")
    if word == "by" and (found := _by_account(line, index)):
        return found
    if word in known.light_verbs and (found := with_noun(line, index, known)):
        return found
    if word in known.forms and (found := _verb(line, index, known)):
        return found
    if word in known.nouns:
        return owned_noun(line, index, known)
    for words in known.emerge:
        last = index + len(words)
        if line.lows(index, last + 1) == [*words, "that"] and "it" in line.lows(index - 4, index):
            return Cue("emerge", with_it(line, index), last + 1, "assert", "emerge")
    return None


def _by_account(line: Line, index: int) -> Cue | None:
    """ "By the count of the mayor": as "according to", of a figure or of a story."""
    noun = line.low(index + 2)
    if line.low(index + 1) not in ("the", "an", "one") or line.low(index + 3) != "of":
        return None
    if noun in COUNTS:
        return Cue("according", index, index + 4, "estimate", "by")
    return Cue("according", index, index + 4, "assert", "by") if noun in STORIES else None


def _verb(line: Line, index: int, known: Lexicon) -> Cue | None:
    first = group_start(line, index)
    group = line.lows(first, index)
    auxiliaries = [w for w in group if w in AUXILIARIES]
    kinds = known.forms[line.low(index)]
    if is_name_or_noun(line, index, group, {form for _, form in kinds}):
        return None
    lemma, form = _lemma_and_form(kinds, auxiliaries)
    if set(auxiliaries) & MODALS or not _form_fits(line, first, form, auxiliaries):
        return None
    if not auxiliaries and form == "past" and _has_its_agent(line, index):
        return None
    negated = bool(set(group) & NEGATIONS) or _subject_is_nobody(line, first)
    readings = known.verbs.get(lemma, ())
    for particle, act in known.particles.get(lemma, ()):
        words = [w for w in particle if w != "|"]
        if line.lows(index + 1, index + 1 + len(words)) == words:
            last = index + 1 + (particle.index("|") if "|" in particle else len(words))
            reading = Verb(lemma, act, frozenset("cotq"), frozenset(), frozenset(), False)
            return Cue("verb", first, last, act, lemma, form, (reading,), False, negated)
    if lemma == "continue" and line.low(index + 1) == "to":
        return None
    passive = form == "participle" and bool(set(auxiliaries) & BE)
    impersonal = line.low(index) in known.impersonal and passive and line.low(index + 1) != "by"
    if impersonal:
        return _impersonal(line, first, index, lemma)
    if lemma in OF_FATE and form in {"past", "participle"} and _tells_a_fate(line, index + 1):
        return None
    readings = tuple(r for r in readings if not r.modified or first < index)
    if not readings:
        return None
    return Cue("verb", first, index + 1, readings[0].act, lemma, form, readings, passive, negated)


def _has_its_agent(line: Line, index: int) -> bool:
    """ "a leaflet, and **confirmed** as genuine by the group, ...": somebody else confirmed it."""
    if line.low(index - 1) not in {"and", ",", "but", "later", "also"}:
        return False
    for at in range(index + 1, min(index + 5, len(line))):
        if line.low(at) == "by":
            return line.low(at + 1) not in {"phone", "telephone", "email", "text", "radio"}
        if not line.items[at].is_word:
            return False
    return False


def _tells_a_fate(line: Line, at: int) -> bool:
    """ "reported **killed**", but not "reported **wounded soldiers**", "**missing** people"."""
    following = line.low(at + 1)
    counted = following == "people" or (following.endswith("s") and following not in NOT_PLURAL)
    return line.low(at) in FATES and not counted


def _lemma_and_form(kinds: frozenset[tuple[str, Form]], auxiliaries: list[str]) -> tuple[str, Form]:
    by_form = {form: lemma for lemma, form in sorted(kinds)}
    if "participle" in by_form and auxiliaries:
        return by_form["participle"], "participle"
    form = next(f for f in FORMS_BY_LIKELIHOOD if f in by_form)
    return by_form[form], form


def _form_fits(line: Line, first: int, form: Form, auxiliaries: list[str]) -> bool:
    """The base form needs a subject that it agrees with, or an infinitive that tells a fact."""
    if form != "base":
        return True
    before = line.low(first - 1)
    if before == "to":
        return line.low(first - 2) in FACTUAL_INFINITIVES
    if auxiliaries or before in PLURAL_SUBJECTS or before in {"and", ",", ""}:
        return True
    if line.quote(first - 1) is not None or (before.endswith("s") and not before.endswith("ss")):
        return True
    return before.isalpha() and len(before) > 3 and before not in PREPOSITIONS


def _subject_is_nobody(line: Line, first: int) -> bool:
    """ "No group has claimed", "Nobody said", "declined to say", "did not immediately claim"."""
    words = line.lows(first - 7, first)
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word in {"no", "nobody", "none", "neither", "nor", "noone"} or (
            word == "one" and at and words[at - 1] == "no"
        ):
            return True
        if not word or word in {",", ";", "that", "and", "but", "said"}:
            return False
    return False


def _impersonal(line: Line, first: int, index: int, lemma: str) -> Cue | None:
    word = line.low(index)
    link = line.low(index + 1)
    if link in {"to", "that"} or (
        word in {"accused", "blamed", "suspected"} and link in {"of", "for"}
    ):
        act = IMPERSONAL_ACTS.get(word, "assess")
        negated = bool(set(line.lows(first, index)) & NEGATIONS)
        if link == "that":
            first = with_it(line, index)
        return Cue("impersonal", first, index + 2, act, lemma, "participle", negated=negated)
    return None
