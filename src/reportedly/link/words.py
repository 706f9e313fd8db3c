"""The words around an account: which stretches of its report they stand in, and which of them tell.

A report that tells of one incident is taken whole; where it tells of several, an account has the
sentences around its own evidence.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from reportedly.link.stopwords import STOPWORDS
from reportedly.records import Account, Evidence, Report

WINDOW = 250  # code points on both sides of a piece of evidence, about two sentences
MAX_TEXT = 20_000  # code points of one report
NAME = 0.8  # share of a word's uses with a capital, from which it counts as a name
_WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")


def tokens(text: str) -> list[str]:
    """Words that may tell one incident from another: folded, no numbers, no common words."""
    return [word for word in map(folded, written(text)) if word not in STOPWORDS]


def written(text: str) -> list[str]:
    """Words of three letters or more, as they stand in the text."""
    return _WORD.findall(text)


def folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def stretches(account: Account, report: Report, *, whole: bool) -> list[str]:
    """The title and the whole text, or the text around the account's evidence."""
    if whole:
        return [report.title or "", report.text[:MAX_TEXT]]
    cited = [*account.mentions, *(e for claim in account.claims for e in claim.evidence)]
    titles = {e.quote for e in cited if e.part == "title"}
    return [*sorted(titles), *(report.text[start:end] for start, end in _spans(cited))]


def _spans(cited: Iterable[Evidence]) -> list[tuple[int, int]]:
    spans = sorted((max(0, e.start - WINDOW), e.end + WINDOW) for e in cited if e.part == "text")
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def capitalised(uses: Iterable[str]) -> set[str]:
    """Of words as they stand in texts, those that have a capital almost wherever they stand."""
    times: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word in uses:
        times[folded(word)] += 1
        capital[folded(word)] += word[0].isupper()
    return {word for word, number in capital.items() if number >= NAME * times[word]}


def bag(texts: Collection[str]) -> Counter[str]:
    """How often each telling word is used."""
    return Counter(word for text in texts for word in tokens(text))
