"""How one value of any other field is chosen from several voices' words: one function a rule."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from reportedly.errors import CodebookError
from reportedly.reconcile.rules import Choice
from reportedly.reconcile.words import Word
from reportedly.records import Actor, Attribution, Code, Place, Text, Value, When
from reportedly.records.nearness import coarseness, may_be_same

V = TypeVar("V", bound=Value)
ValueRule = Callable[[Sequence[Word[Any]]], list[Choice[Any]]]

_STRENGTH: Mapping[str, int] = {"claimed": 3, "accused": 2, "suspected": 1, "unknown": 0}


def narrowest(words: Sequence[Word[V]]) -> list[Choice[V]]:
    """The finest date or place that at least half of the voices can agree on.

    A day inside a month, or a town inside a province, agrees with it. UCDP and ACLED code the
    finest unit reported, with its precision. Where no value has half of the voices behind it, the
    one with most.
    """
    if not words:
        return []
    everybody = len({word.voice.key for word in words})
    first: dict[Value, Word[V]] = {}
    for word in sorted(words, key=lambda word: word.order):
        first.setdefault(word.value, word)
    agreeing = {value: {other for other in first if agree(other, value)} for value in first}

    def rank(value: Value) -> tuple[int, float, int, int]:
        voices = len({word.voice.key for word in words if word.value in agreeing[value]})
        enough = voices * 2 >= everybody
        return (
            0 if enough else -voices + everybody,
            _coarseness(value),
            -voices,
            first[value].order,
        )

    best = min(first, key=rank)
    basis = tuple(word for word in words if word.value in agreeing[best])
    against = tuple(word for word in words if word.value not in agreeing[best])
    voices = len({word.voice.key for word in basis})
    because = f"the finest that {voices} of {everybody} voices agree with"
    return [Choice(first[best].value, basis, against, because)]


def union(words: Sequence[Word[Actor]]) -> list[Choice[Actor]]:
    """Every actor that any voice names, each with the words that name it.

    A hedge ("suspected") stays only while every voice hedges.
    """
    named: dict[Hashable, list[Word[Actor]]] = {}
    for word in words:
        named.setdefault(word.value.ref or word.value.name.casefold(), []).append(word)
    made = []
    for said in named.values():
        plain = next((word for word in said if word.value.qualifier is None), said[0])
        voices = len({word.voice.key for word in said})
        because = f"named by {'one voice' if voices == 1 else f'{voices} voices'}"
        made.append(Choice(plain.value, tuple(said), (), because))
    return made


def strongest(words: Sequence[Word[Attribution]]) -> list[Choice[Attribution]]:
    """Claimed before accused before suspected before unknown; a denial is kept beside it.

    GTD separates a claim of responsibility from an attribution by others in the same order.
    """
    if not words:
        return []
    best = max(words, key=lambda word: (_STRENGTH[word.value.status], -word.order))
    denied = [word for word in words if word.value.denied]
    value = Attribution(best.value.status, best.value.by, bool(denied))
    basis = tuple(
        word for word in words if word.value.status == best.value.status and not word.value.denied
    ) or (best,)
    against = tuple(word for word in words if word not in basis)
    because = f"{best.value.status} is the strongest attribution reported"
    if denied:
        because += f"; {denied[0].voice.name} reports a denial"
    return [Choice(value, basis, against, because)]


def latest(words: Sequence[Word[V]]) -> list[Choice[V]]:
    """What was said last, by the day of the words or of their publication."""
    if not words:
        return []
    last = max(words, key=lambda word: word.when)
    basis = tuple(word for word in words if _said(word.value) == _said(last.value))
    against = tuple(word for word in words if word not in basis)
    day = f" on {last.on}" if last.on else ""
    return [Choice(last.value, basis, against, f"the latest word, {last.voice.name}'s{day}")]


def majority(words: Sequence[Word[V]]) -> list[Choice[V]]:
    """What most voices say; of equally common values one that is not "other", then the oldest."""
    if not words:
        return []
    support = Counter(_said(word.value) for word in words)
    best = max(words, key=lambda w: (support[_said(w.value)], _said(w.value) != "other", -w.order))
    basis = tuple(word for word in words if _said(word.value) == _said(best.value))
    against = tuple(word for word in words if word not in basis)
    because = f"said by {len(basis)} of {len(words)} voices"
    return [Choice(best.value, basis, against, because)]


# What a report that says only "attack" is taken to tell of, and what fits no type.
_GENERAL = frozenset({"armed_assault", "other"})
_TELLING = 1 / 3  # of the voices: as many must say more than that people were attacked


def most_telling(words: Sequence[Word[V]]) -> list[Choice[V]]:
    """The type that most voices give, of those that say more than "an attack".

    One outlet's attack is another's bombing. A general type stands where fewer than a third of the
    voices say more; of equally common types the one told first.
    """
    if not words:
        return []
    support: dict[Hashable, set[str]] = {}
    for word in words:
        support.setdefault(_said(word.value), set()).add(word.voice.key)
    everybody = {word.voice.key for word in words}
    telling = set().union(*(v for said, v in support.items() if said not in _GENERAL))
    if len(telling) >= _TELLING * len(everybody):
        support = {said: v for said, v in support.items() if said not in _GENERAL} or support
    said = max(support, key=lambda value: len(support[value]))
    basis = tuple(word for word in words if _said(word.value) == said)
    against = tuple(word for word in words if word not in basis)
    because = f"said by {len(support[said])} of {len(everybody)} voices"
    if against and said not in _GENERAL:
        because += ", and says more than that people were attacked"
    return [Choice(basis[0].value, basis, against, because)]


VALUE_RULES: Mapping[str, ValueRule] = {
    "narrowest": narrowest,
    "union": union,
    "strongest": strongest,
    "latest": latest,
    "majority": majority,
    "most_telling": most_telling,
}


def value_rule(name: str) -> ValueRule:
    """Raises CodebookError for a name that is no rule for fields other than counts."""
    try:
        return VALUE_RULES[name]
    except KeyError:
        known = ", ".join(VALUE_RULES)
        raise CodebookError(f"no rule {name!r} for values; there are: {known}") from None


def agree(left: Value, right: Value) -> bool:
    """Whether two dates or two places can both be right."""
    if isinstance(left, When) and isinstance(right, When):
        return left.overlaps(right)
    if isinstance(left, Place) and isinstance(right, Place):
        return may_be_same(left, right)
    return left == right


def _coarseness(value: Value) -> float:
    if isinstance(value, When):
        return (value.latest - value.earliest).days
    return coarseness(value) if isinstance(value, Place) else 0


def _said(value: Value) -> Hashable:
    match value:
        case Code():
            return value.code
        case Text():
            return value.text.casefold()
        case _:
            return value
