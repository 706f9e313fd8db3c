"""Wire copies: reports that print the same text, word for word over long stretches.

Texts are cut into overlapping runs of five words. Of these a fixed eighth, chosen by a checksum,
serves to find candidates; candidates are compared by all of their runs. A report copies the
earliest one with which it shares most of the shorter of the two texts, and so at length the one
that this copied in turn.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from zlib import crc32

from reportedly.records import Report

RUN = 5  # words
SAMPLE = 8  # one run in eight finds candidates
LEAST_SAMPLES = 2  # that two texts share before they are compared
COPIED = 0.6  # share of the shorter text's runs that the other has too
LEAST_RUNS = 20  # a shorter text is too short to call a copy
_WORD = re.compile(r"\w+")


def wire_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Copy's id -> id of the report whose text it copies, itself never a copy.

    ``reports`` come in the order of publication: the earliest is the source.
    """
    told = list(reports)
    if len(told) < 2:
        return {}
    held: dict[int, list[int]] = {}  # sampled run -> places of the reports that have it
    texts: list[frozenset[int]] = []
    ids: list[str] = []
    copied: dict[str, str] = {}
    for report in told:
        mine = _runs(report.text)
        samples = [run for run in mine if run % SAMPLE == 0]
        met = Counter(place for run in samples for place in held.get(run, ()))
        for place in sorted(met):
            if met[place] >= LEAST_SAMPLES and _alike(mine, texts[place]):
                copied[report.id] = copied.get(ids[place], ids[place])
                break
        for run in samples:
            held.setdefault(run, []).append(len(ids))
        texts.append(mine)
        ids.append(report.id)
    return copied


def _runs(text: str) -> frozenset[int]:
    words = [word.encode(errors="replace") for word in _WORD.findall(text.casefold())]
    line = b" ".join(words)
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    return frozenset(
        crc32(line[start : end - 1]) for start, end in zip(starts, starts[RUN:], strict=False)
    )


def _alike(left: frozenset[int], right: frozenset[int]) -> bool:
    shorter = min(len(left), len(right))
    return shorter >= LEAST_RUNS and len(left & right) >= COPIED * shorter
