"""Document collections → how rare each word is: ``src/reportedly/link/rarities.tsv``.

Frequencies only: a word is listed if at least three incidents of one collection are told with it,
so that no name of a single incident and no text can be got back from the table.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from math import log2
from pathlib import Path

from train.annotated import read_corpus

from reportedly.link.words import capitalised, folded, tokens, written

LEAST = 3  # incidents of a collection that are told with a word
STEP = 2  # steps to a bit
SHOOTINGS = ("gva_extra", "gvc", "t5_trial")


def build(
    data: Path,
    corpus: Path,
    shootings: Iterable[str] = SHOOTINGS,
    without: Collection[str] = (),
) -> str:
    """The table, as text. ``data`` holds the public collections, ``corpus`` our invented reports.

    A word that is common in any of the collections is common: of the shares the largest counts.
    ``without``: incidents to leave out.
    """
    collections: dict[str, list[list[str]]] = {
        "shootings": list(_shootings(data / "linking", shootings, without)),
        "muc4": [[row["text"]] for row in _rows(data / "muc4" / "train.jsonl")],
        "conflict": [*_news(data / "attacks"), *([r.text] for r in read_corpus(corpus))],
    }
    bits: dict[str, float] = {}
    for stories in collections.values():
        for word, share in _shares(stories).items():
            bits[word] = min(bits.get(word, share), share)
    cased = (text for name in ("shootings", "conflict") for s in collections[name] for text in s)
    names = capitalised(word for text in cased for word in written(text))  # MUC-4 is in capitals
    lines: dict[float, list[str]] = {}
    for word in sorted(bits):
        shown = word[0].upper() + word[1:] if word in names else word
        if folded(shown) == word:  # a few letters have no capital that folds back
            lines.setdefault(bits[word], []).append(shown)
    return "".join(f"{level}\t{' '.join(lines[level])}\n" for level in sorted(lines))


def _shares(stories: list[list[str]]) -> dict[str, float]:
    held = Counter(word for story in stories for word in {w for t in story for w in tokens(t)})
    return {
        word: round(STEP * log2((len(stories) + 1) / (count + 0.5))) / STEP
        for word, count in held.items()
        if count >= LEAST
    }


def _shootings(folder: Path, names: Iterable[str], without: Collection[str]) -> Iterator[list[str]]:
    """The articles of each registered incident; an incident in several collections is one."""
    told: dict[str, dict[str, str]] = {}
    for name in names:
        texts = {
            row["id"]: f"{row.get('title') or ''}\n{row['text']}"
            for row in _rows(folder / name / "documents.jsonl")
        }
        for row in _rows(folder / name / "incidents.jsonl"):
            here = {id: texts[id] for id in row["docs"] if id in texts}
            if row["id"] not in without:
                told.setdefault(row["id"], {}).update(here)
    return ([*texts.values()] for texts in told.values() if texts)


def _news(folder: Path) -> Iterator[list[str]]:
    """Articles that we may read and that no kept-back measure uses."""
    work = set((folder / "news" / "work.txt").read_text(encoding="utf-8").split())
    yield from ([row["text"]] for row in _rows(folder / "news" / "docs.jsonl") if row["id"] in work)
    listed = (folder / "news" / "overlap_hrdsattack.txt").read_text(encoding="utf-8").split()
    for row in _rows(folder / "hrdsattack" / "train.jsonl"):
        if row["id"] not in listed:
            yield [row["text"]]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
