"""Finds the words that are reported after a verb, by the frames that the lexicon gives it."""

from dataclasses import dataclass

from reportedly.extract.statements.adverbials import after_adjuncts, over_participle
from reportedly.extract.statements.cue import Cue
from reportedly.extract.statements.grammar import ARTICLES, POSSESSIVES, is_adverb
from reportedly.extract.statements.lexicon import Verb
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.objects import (
    NEAR,
    addressee_end,
    as_follows,
    clause_at,
    has_words,
    is_named_something,
    object_at,
    quotation_at,
)

NO_ADDRESSEE = frozenset(["that", "of", "against", "about"])
# "asked the army": nothing is reported unless "to do" something follows.
NEEDS_TO_DO = frozenset(["order", "direct", "instruct", "press", "encourage", "ask"])
TELLS_A_CLAUSE = frozenset(["tell", "assure", "warn", "inform", "remind", "promise"])
BARE_PARTICIPLES = frozenset(["say", "add", "claim", "insist"])  # "saying it was ..."


@dataclass(frozen=True, slots=True)
class Right:
    """What follows a cue."""

    start: int  # first item of the content
    verb: Verb  # the reading that takes it
    addressee: tuple[int, int] | None = None


def right_of(line: Line, cue: Cue) -> Right | None:
    """The content after a verb in active use, with the reading of the verb that takes it."""
    for verb in cue.readings:
        if found := _by_frame(line, cue, verb):
            return found
    return None


def _by_frame(line: Line, cue: Cue, verb: Verb) -> Right | None:
    """Try what the verb can take, from the surest sign to the weakest."""
    at = cue.last
    while is_adverb(line.low(at)) and line.low(at) not in {"both", "all"}:
        at += 1
    frames = verb.frames
    if "p" in frames:
        divided = None if line.low(at) in verb.before else object_then(line, at, verb)
        if divided or not frames - {"p", "o"}:
            return divided
    elif line.low(at) in verb.before:
        start = at + (verb.act != "urge" or verb.lemma == "ask")
        return Right(start, verb) if has_words(line, start) else None
    if "i" in frames and line.low(at) in {"to", "not"} and "to" in line.lows(at, at + 2):
        return Right(at, verb)
    if "a" in frames and (told := after_addressee(line, at, verb)):
        return told
    body = over_participle(line, after_adjuncts(line, at))
    if frames & {"c", "t", "a"} and line.low(body) == "that" and has_words(line, body + 1):
        return Right(body + 1, verb)
    if frames & {"q", "c", "t", "a"} and (quote := quotation_at(line, body)) is not None:
        return Right(quote, verb)
    if "s" in frames and as_follows(line, at):
        return Right(at, verb)
    if "k" in frames:
        return Right(at, verb) if is_named_something(line, at) else None
    if "o" in frames and object_at(line, at):
        return Right(at, verb) if _object_suits(line, at, verb) else None
    bare = cue.form != "ing" or verb.lemma in BARE_PARTICIPLES
    return Right(body, verb) if bare and "c" in frames and clause_at(line, body, verb) else None


def _object_suits(line: Line, at: int, verb: Verb) -> bool:
    if verb.objects and not verb.objects & set(line.lows(at, at + 10)):
        return False
    return verb.lemma != "put" or "at" in line.lows(at, at + NEAR)


def object_then(line: Line, at: int, verb: Verb) -> Right | None:
    """ "accused **rebels of** ...", "blamed **the army for** ..."."""
    if not object_at(line, at) or line.low(at) == "that":
        return None
    for index in range(at + 1, min(at + NEAR, len(line))):
        if line.low(index) in verb.before and not line.is_verb(index - 1):
            return Right(at, verb)
        if line.low(index) in {";", ":"}:
            break
    return Right(at, verb) if "o" in verb.frames and verb.act == "accuse" else None


def after_addressee(line: Line, at: int, verb: Verb) -> Right | None:
    """ "told **reporters in Kyiv** that ...", "urged **all states** to ...", "assured them ..."."""
    if at >= len(line) or not line.items[at].is_word or line.low(at) in NO_ADDRESSEE:
        return None
    end = addressee_end(line, at)
    if end == at:
        return None
    if "i" in verb.frames or verb.act == "urge":
        if to := _to_do(line, at):
            return Right(at, verb, (at, to))
        if verb.lemma in NEEDS_TO_DO:
            return None
    body = over_participle(line, after_adjuncts(line, end))
    if line.low(body) == ",":
        later = after_adjuncts(line, body + 1)
        body = later + 1 if line.low(later) == "," and later > body + 1 else body
    if line.low(body) == "that" and has_words(line, body + 1):
        return Right(body + 1, verb, (at, end))
    if (quote := quotation_at(line, body)) is not None:
        return Right(quote, verb, (at, end))
    finite = line.has_verb(body, body + 30)
    if verb.lemma in TELLS_A_CLAUSE and finite and clause_at(line, body, verb):
        return Right(body, verb, (at, end))
    return None


def _to_do(line: Line, at: int) -> int:
    """Where "to" and a verb follow the addressee; 0 where they do not."""
    for index in range(at + 1, min(at + NEAR, len(line))):
        word = line.low(index)
        if word == "to" and line.low(index + 1) not in ARTICLES | POSSESSIVES:
            return index
        if word in {"that", ";", ":", ","} or line.is_verb(index) or line.quote(index) is not None:
            return 0
    return 0
