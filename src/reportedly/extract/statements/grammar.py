"""Closed word classes of English news prose: what can be told about a word without its sentence.

No part-of-speech model: the classes that matter here (determiners, pronouns, prepositions,
auxiliaries, words that open a clause) are short and closed, and the rest follows from position.
"""

import re


def words_of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DETERMINERS = words_of(
    """a an the this that these those his her its their our my your some any no every each
    another other both all most many several few such one two three four five six seven
    eight nine ten"""
)


ARTICLES = words_of("a an the")


POSSESSIVES = words_of("his her its their our my your")


PERSONAL = words_of("he she they it we i you")


BE = words_of("is are was were be been being am 's 're")


HAVE = words_of("has have had having 've")


DO = words_of("do does did")


MODALS = words_of(
    """will would could may might can should must shall cannot won't wouldn't 'll 'd"""
)


AUXILIARIES = BE | HAVE | DO | MODALS


NEGATIONS = words_of(
    """not never n't no nobody none neither nor without cannot don't doesn't didn't hasn't
    haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't yet"""
) - {"yet"}


PREPOSITIONS = words_of(
    """in on at by for from with without of to into onto over under about after before during
    since until till against among amid between through across near behind beyond despite
    following regarding concerning including like unlike outside inside within around along
    toward towards upon via per as because amidst throughout besides"""
)


SUBORDINATORS = words_of(
    """that because while when where whereas whether if since although though as until unless
    before after what whom how why than once so whose amid"""
)


COORDINATORS = words_of("and or but yet nor plus")


RELATIVES = words_of("who which that")


# Words that may stand between a subject and its verb, or before the verb's group.
ADVERBS = words_of(
    """also later earlier again once since already long now then further even still often
    always just only too subsequently meanwhile instead today yesterday separately himself
    herself itself themselves twice both all ever soon first thus hence either therefore
    however nevertheless nonetheless moreover furthermore additionally late"""
)


LEADING = ADVERBS | words_of(
    """but and so yet or nor plus here there indeed besides elsewhere though"""
)


WEEKDAYS = words_of("monday tuesday wednesday thursday friday saturday sunday")


MONTHS = words_of(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)


TIME_WORDS = (
    WEEKDAYS
    | MONTHS
    | words_of(
        """today yesterday tomorrow tonight last next this week weeks month months year years day
    days night morning afternoon evening earlier later recently ago noon midnight overnight
    weekend early late hour hours minute minutes moment time mid past decade decades"""
    )
)


# Pasts that no ending betrays.
PASTS = words_of(
    """say says believe believes said told made took went came gave got had was were did saw
    found left held met sent brought began kept let lost led built fell fought shot hit put
    set ran stood struck broke blew wrote became knew thought felt spoke won drew fled beat
    cut hurt rose grew bore sought caught bought paid heard laid spent threw wore woke
    withdrew overtook underwent spread split shut quit died lied tied"""
)


NOT_PAST = words_of(
    """united armed unnamed masked wounded injured suspected alleged so-called retired red
    hundred needed indeed based related named elected appointed accused displaced kidnapped
    abducted organized organised convicted detained hooded unidentified"""
)


NOT_ADVERBS = words_of(
    """family italy assembly ally july rally reply daily weekly monthly supply only early"""
)


CAPITAL = re.compile(r"[^\W\d_a-z]")


def is_capitalised(text: str) -> bool:
    return CAPITAL.match(text[:1]) is not None and not text[:1].islower()


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def is_finite(word: str) -> bool:
    """True if the word can hardly be anything but a finite verb."""
    if word in AUXILIARIES or word in PASTS:
        return True
    return len(word) > 4 and word.endswith("ed") and "-" not in word and word not in NOT_PAST
