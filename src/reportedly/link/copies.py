"""Wire copies: reports that print the same text, word for word over long stretches.

Texts are cut into overlapping runs of five words. Of these a fixed eighth, chosen by a checksum,
serves to find candidates; candidates are compared by all of their runs. A report is a copy of the
oldest one whose text makes up most of the shorter of the two.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from zlib import crc32

from reportedly.records import Report

RUN = 5  # words
SAMPLE = 8  # one run in eight finds candidates
LEAST_SAMPLES = 2  # that two texts share before they are compared
COPIED = 0.6  # share of the shorter text's runs that the other has too
LEAST_RUNS = 20  # a shorter text is too short to call a copy
MAX_HOLDERS = 200  # texts with one run, from which on it is boilerplate
_WORD = re.compile(r"\w+")


def wire_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Copy's id -> id of the text it copies, itself never a copy. Reports come in stored order;
    the earliest published text counts as the source, of those of one day the first stored."""
    numbered = list(enumerate(reports))
    oldest = sorted(numbered, key=lambda pair: (pair[1].published or date.max, pair[0]))
    holders: dict[int, list[str]] = {}
    runs: dict[str, frozenset[int]] = {}
    copies: dict[str, str] = {}
    for _, report in oldest:
        mine = _runs(report.text)
        sampled = [run for run in mine if run % SAMPLE == 0]
        met = Counter(id for run in sampled for id in holders.get(run, ()))
        for id, times in met.most_common():
            if times >= LEAST_SAMPLES and shared(mine, runs[id]) >= COPIED:
                copies[report.id] = id
                break
        else:
            runs[report.id] = mine
            for run in sampled:
                held = holders.setdefault(run, [])
                if len(held) < MAX_HOLDERS:
                    held.append(report.id)
    return copies


def shared(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the shorter text's runs that the other text has too, 0 to 1."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter >= LEAST_RUNS else 0.0


def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    return frozenset(
        crc32(" ".join(words[n : n + RUN]).encode(errors="replace"))
        for n in range(len(words) - RUN + 1)
    )
