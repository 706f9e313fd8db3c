"""The rule that follows an order of sources which its user gives."""

from collections.abc import Sequence

from reportedly.codebook import Codebook
from reportedly.reconcile.names import telling_words
from reportedly.reconcile.rules.choice import (
    Choice,
    CountRule,
    Figures,
    chosen,
    numbers,
    one_number,
)
from reportedly.reconcile.rules.spread import ucdp
from reportedly.reconcile.words import Word
from reportedly.records import Count


def source_priority(order: Sequence[str]) -> CountRule:
    """The latest figure of the first source of your list that gives one.

    A hierarchy of sources, one of the ways that Every Casualty, Standards for Casualty Recording
    (2016), p. 25, lists for figures that differ. A name means the voices whose names have its words
    ("health ministry" is "the Quessaran Ministry of Health") and the outlet of that name,
    whomever it quotes. Where no source of the list gives a number, `ucdp` chooses.
    """

    def rule(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
        usable = numbers(figures)
        for source in order:
            of_it = [word for word in usable if _speaks(source, word)] or [
                word for word in usable if _prints(source, word)
            ]
            if of_it:
                told = max(of_it, key=lambda word: (word.day, -word.value.figure))
                number = told.value.figure
                rank = order.index(source) + 1
                because = (
                    f"{number} is the figure of {told.voice.name}, number {rank} on the list"
                    f" of sources ({source})"
                )
                return chosen(one_number(told), figures, because, number)
        choice = ucdp(figures, codebook)
        if choice is None:
            return None
        because = f"no source of the list gives a number; by the rule ucdp, {choice.because}"
        return Choice(choice.value, choice.basis, choice.against, because)

    return rule


def _speaks(source: str, word: Word[Count]) -> bool:
    return telling_words(source) <= telling_words(word.voice.name) | set(word.voice.key.split())


def _prints(source: str, word: Word[Count]) -> bool:
    return word.outlet is not None and telling_words(source) <= telling_words(word.outlet)
