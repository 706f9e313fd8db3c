"""Tells what follows a verb: an object, a clause, a quotation, or an addressee."""

from reportedly.extract.statements.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    is_capitalised,
    words_of,
)
from reportedly.extract.statements.lexicon import Verb
from reportedly.extract.statements.lines import Line

OBJECT_PRONOUNS = words_of("him her them us me it you himself herself itself themselves")


NEWS_TAILS = words_of(
    """news agency newspaper radio television tv channel network website magazine broadcaster"""
)


PLAIN_AUDIENCES = words_of(
    """reporters journalists police parliament lawmakers investigators media newspaper agency
    television radio correspondents officers residents"""
)


FALSE_WORDS = words_of(
    """false untrue baseless unfounded fabricated invented nonsense fake lies absurd"""
)


NEAR = 14  # items in which a preposition, "as" or "that" still belongs to the verb


def has_words(line: Line, at: int) -> bool:
    return any(i.is_word or i.quote for i in line.items[at : at + 3])


def quotation_at(line: Line, at: int) -> int | None:
    """A quotation right here, or after a comma or colon."""
    if line.quote(at) is not None:
        return at
    if line.low(at) in {",", ":"} and line.quote(at + 1) is not None:
        return at + 1
    return None


def object_at(line: Line, at: int) -> bool:
    if line.quote(at) is not None:
        return True
    word = line.low(at)
    if (
        at >= len(line)
        or not line.items[at].is_word
        or word in AUXILIARIES | {"comment", "comments"}
    ):
        return False
    return word not in PREPOSITIONS | SUBORDINATORS | {"and", "or", "but"} or (
        word == "that" and not line.has_verb(at + 1, at + 9)
    )


def clause_at(line: Line, at: int, verb: Verb) -> bool:
    """A clause without "that". Weaker verbs need a visible subject and verb."""
    if at >= len(line) or not (line.items[at].is_word or line.quote(at)):
        return False
    if line.low(at) in {"and", "or", "but", "to", "of", "by", "as", "so", "who", "which"}:
        return False
    words = line.lows(at, at + 40)
    if verb.lemma in {"say", "claim", "believe", "insist", "warn"}:
        return line.has_verb(at, at + 40) or len(words) > 2
    if line.low(at) in PREPOSITIONS | SUBORDINATORS - {
        "that",
        "if",
        "whether",
        "what",
        "how",
        "why",
    }:
        return False
    return line.has_verb(at, at + 40)


def as_follows(line: Line, at: int) -> bool:
    words = line.lows(at, at + NEAR + 6)
    return (
        object_at(line, at)
        and "as" in words
        and not any(w in {";", ":"} for w in words[: words.index("as")])
    )


def is_named_something(line: Line, at: int) -> bool:
    """ "called **the raid “cowardly”**", "called **it an act of war**", not "called the police"."""
    if set(line.lows(at + 1, at + 8)) & FALSE_WORDS:
        return True
    if not object_at(line, at) or (
        is_capitalised(line.items[at].text) and line.low(at + 1) in {",", "."}
    ):
        return False
    if line.quote(at) is not None:
        return False
    for index in range(at + 1, min(at + 9, len(line))):
        if line.quote(index) is not None:
            return line.low(index - 1) not in {","}
        word = line.low(index)
        if (
            not line.items[index].is_word
            or line.is_verb(index)
            or word in {"to", "for", "on", "that", "and"}
        ):
            return False
        if word in {"a", "an"} or (word == "the" and index - at <= 3):
            return line.low(index - 1) not in PREPOSITIONS
    return (
        line.low(at) in OBJECT_PRONOUNS
        and len(line) > at + 1
        and line.items[at + 1].is_word
        and line.low(at + 1) not in PREPOSITIONS
    )


def addressee_end(line: Line, at: int) -> int:
    """Where the noun phrase that names the addressee ends."""
    word = line.low(at)
    if word in OBJECT_PRONOUNS:
        return at + 1
    index = at
    if word in DETERMINERS:
        index += 1
    if index < len(line) and is_capitalised(line.items[index].text):
        while (
            index < len(line)
            and line.items[index].is_word
            and (
                is_capitalised(line.items[index].text)
                or (
                    line.low(index) in {"of", "the", "and", "for", "'s"}
                    and index + 1 < len(line)
                    and (is_capitalised(line.items[index + 1].text) or line.low(index + 1) == "the")
                )
                or (index > at and line.low(index) in NEWS_TAILS)
            )
        ):
            index += 1
        return index
    limit = min(index + 6, len(line))
    while index < limit and line.items[index].is_word:
        word = line.low(index)
        if word in PREPOSITIONS | PERSONAL | SUBORDINATORS | TIME_WORDS | AUXILIARIES or (
            index > at + 1 and word in DETERMINERS
        ):
            break
        index += 1
        if word in PLAIN_AUDIENCES:
            break
    return index
