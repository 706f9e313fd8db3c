"""Documents → tensors: what one step of training sees."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from train.documents import Document, Marked

from reportedly.extract.trained.heads import REACH
from reportedly.extract.trained.labels import (
    CLASSES,
    FAMILY,
    MUC_TYPES,
    PAIRS,
    ROLES_OF_CUE,
    TAGS,
    WHOLE_TEXT,
)  # fmt: skip
from reportedly.extract.trained.windows import END, PAD, START, Tokens, tokenise, windows
from reportedly.extract.trained.wordpiece import WordPiece

OUT, BEGIN, IN, UNKNOWN = 0, 1, 2, -100
_MOST_PAIRS = 600  # a text


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document with its labels as arrays over its tokens."""

    document: Document
    tokens: Tokens
    tags: Any  # (tokens, TAGS) int8: OUT, BEGIN, IN or UNKNOWN
    spans: tuple[tuple[int, int, Marked], ...]  # first and last token
    cues: tuple[tuple[int, int, Any, int], ...]  # first, last, (tokens, 2) labels, act


def encode(document: Document, pieces: WordPiece) -> Encoded:
    tokens = tokenise(document.text, pieces)
    tags = np.full((len(tokens), len(TAGS)), UNKNOWN, dtype=np.int8)
    for column, tag in enumerate(TAGS):
        if FAMILY[tag] in document.knows:
            tags[:, column] = OUT
    spans = []
    for span in sorted(document.spans, key=lambda s: (s.start - s.end, s.start)):
        at = tokens.within(span.start, span.end)
        if at:
            spans.append((*at, span))
            _paint(tags[:, TAGS.index(span.tag)], at)
    for span in document.judged:
        at = tokens.within(span.start, span.end)
        if at:
            spans.append((*at, span))
    cues = []
    for said in document.statements:
        at = tokens.within(said.cue[0][0], said.cue[-1][1]) if said.cue else None
        if at is None:
            at = tokens.within(*said.source[0]) if said.source else None
        elif "statements" in document.knows:
            _paint(tags[:, TAGS.index("cue")], at)
        if at is None:
            continue
        labels = np.full((len(tokens), len(ROLES_OF_CUE)), OUT, dtype=np.int8)
        if "statements" not in document.knows:
            labels[:] = UNKNOWN
        else:
            for column, parts in enumerate((said.source, said.content)):
                for part in parts:
                    where = tokens.within(*part)
                    if where:
                        _paint(labels[:, column], where)
        act = CLASSES["act"].index(said.act) if said.act else UNKNOWN
        cues.append((*at, labels, act))
    return Encoded(document, tokens, tags, tuple(spans), tuple(cues))


def _paint(column: Any, at: tuple[int, int]) -> None:
    """Mark a span unless a longer one is there already."""
    if (column[at[0] : at[1] + 1] > OUT).any():
        return
    column[at[0] : at[1] + 1] = IN
    column[at[0]] = BEGIN


@dataclass(slots=True)
class Batch:
    """Tensors of a few documents, their tokens one after the other."""

    ids: Tensor  # (windows, tokens)
    mask: Tensor
    keep: Tensor  # (all tokens): where each token's state stands in the flattened windows
    bounds: list[tuple[int, int]]  # of each document within all tokens
    tags: Tensor  # (all tokens, TAGS)
    spans: Tensor  # (spans, 3): first, last, tag
    classes: dict[str, Tensor]  # (spans,)
    types: Tensor  # (spans, MUC_TYPES), UNKNOWN where not MUC
    pairs: Tensor  # (pairs, 3): earlier span, later span, tokens apart
    pair_labels: Tensor  # (pairs, PAIRS)
    cues: Tensor  # (cues, 4): first, last, low, high
    cue_labels: Tensor  # (cues, 2·REACH+1, ROLES_OF_CUE)
    acts: Tensor  # (cues,)
    whole: Tensor  # (documents, WHOLE_TEXT)

    def to(self, device: str) -> "Batch":
        for name in self.__slots__:
            value = getattr(self, name)
            if isinstance(value, Tensor):
                setattr(self, name, value.to(device, non_blocking=True))
        self.classes = {n: c.to(device, non_blocking=True) for n, c in self.classes.items()}
        return self


def collate(group: Sequence[Encoded], chance: random.Random) -> Batch:
    rows: list[tuple[Tokens, int, int]] = []
    keep_at: list[tuple[int, int, int]] = []  # window, from, to (within the window)
    bounds, base = [], 0
    for item in group:
        for start, end, low, high in windows(len(item.tokens)):
            keep_at.append((len(rows), low - start + 1, high - start + 1))
            rows.append((item.tokens, start, end))
        bounds.append((base, base + len(item.tokens)))
        base += len(item.tokens)
    width = max(end - start for _, start, end in rows) + 2
    ids = torch.full((len(rows), width), PAD)
    for number, (tokens, start, end) in enumerate(rows):
        ids[number, : end - start + 2] = torch.tensor([START, *tokens.ids[start:end], END])
    keep = torch.cat([torch.arange(w * width + a, w * width + b) for w, a, b in keep_at])
    spans: list[tuple[int, int, int]] = []
    classes: dict[str, list[int]] = {n: [] for n in CLASSES}
    types, pairs, pair_labels = [], [], []
    for item, (low, _) in zip(group, bounds, strict=True):
        first_span = len(spans)
        for first, last, span in item.spans:
            spans.append((first + low, last + low, TAGS.index(span.tag)))
            for name, codes in CLASSES.items():
                value = span.classes.get(name)
                classes[name].append(codes.index(value) if value in codes else UNKNOWN)
            known = "muc" in item.document.knows and span.tag != "muc_place"
            types.append([float(t in span.types) if known else float(UNKNOWN) for t in MUC_TYPES])
        for a, b, labels in _pairs(item, chance):
            pairs.append((first_span + a, first_span + b,
                          max(0, item.spans[b][0] - item.spans[a][1])))  # fmt: skip
            pair_labels.append(labels)
    cues, cue_labels, acts = [], [], []
    for item, (low, high) in zip(group, bounds, strict=True):
        for first, last, labels, act in item.cues:
            cues.append((first + low, last + low, low, high))
            acts.append(act)
            around = np.full((2 * REACH + 1, len(ROLES_OF_CUE)), UNKNOWN, dtype=np.int64)
            a, b = max(0, first - REACH), min(len(item.tokens), first + REACH + 1)
            around[a - first + REACH : b - first + REACH] = labels[a:b]
            cue_labels.append(around)
    whole = [
        [
            1.0 if n in i.document.yes else 0.0 if n in i.document.no else float(UNKNOWN)
            for n in WHOLE_TEXT
        ]
        for i in group
    ]
    return Batch(
        ids, (ids != PAD).long(), keep, bounds,
        torch.from_numpy(np.concatenate([item.tags for item in group]).astype(np.int64)),
        torch.tensor(spans, dtype=torch.long).reshape(-1, 3),
        {n: torch.tensor(c, dtype=torch.long) for n, c in classes.items()},
        torch.tensor(types).reshape(-1, len(MUC_TYPES)),
        torch.tensor(pairs, dtype=torch.long).reshape(-1, 3),
        torch.tensor(pair_labels, dtype=torch.float).reshape(-1, len(PAIRS)),
        torch.tensor(cues, dtype=torch.long).reshape(-1, 4),
        torch.from_numpy(np.stack(cue_labels)) if cue_labels
        else torch.zeros((0, 2 * REACH + 1, len(ROLES_OF_CUE)), dtype=torch.long),
        torch.tensor(acts, dtype=torch.long), torch.tensor(whole),
    )  # fmt: skip


def _pairs(item: Encoded, chance: random.Random) -> Iterator[tuple[int, int, list[float]]]:
    spans = item.spans
    every = [
        (a, b) if spans[a][0] <= spans[b][0] else (b, a)
        for a in range(len(spans))
        for b in range(a)
        if spans[a][2].incidents and spans[b][2].incidents
    ]
    if len(every) > _MOST_PAIRS:
        every = chance.sample(every, _MOST_PAIRS)
    for a, b in every:
        one, two = spans[a][2], spans[b][2]
        together = float(bool(set(one.incidents) & set(two.incidents)))
        if one.tag == two.tag and one.entity is not None and two.entity is not None:
            same = float(one.entity == two.entity)
        elif one.tag == two.tag == "event":
            same = together
        else:
            same = float(UNKNOWN)
        yield a, b, [together, same]
