"""Runs the encoder: the one place that loads onnxruntime and the model's files."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from reportedly.assets import verify
from reportedly.extract.trained.heads import Heads, Sheet, probabilities
from reportedly.extract.trained.labels import TAGS
from reportedly.extract.trained.windows import END, PAD, START, Tokens, tokenise, windows
from reportedly.extract.trained.wordpiece import WordPiece

_WINDOWS_AT_ONCE = 8  # bounds the memory of a long report


class Network:
    """The encoder with its vocabulary; ``heads`` reads what it makes."""

    def __init__(self, session: Any, pieces: WordPiece, heads: Heads) -> None:
        self._session = session
        self._pieces = pieces
        self.heads = heads

    def sheet(self, text: str) -> Sheet:
        """What the encoder makes of one text, whatever its length."""
        tokens = tokenise(text, self._pieces)
        states: list[Any] = []
        tags: list[Any] = []
        plan = list(windows(len(tokens)))
        for at in range(0, len(plan), _WINDOWS_AT_ONCE):
            group = plan[at : at + _WINDOWS_AT_ONCE]
            for row, (start, _, low, high) in zip(self._run(tokens, group), group, strict=True):
                kept = slice(low - start + 1, high - start + 1)
                states.append(row[0][kept])
                tags.append(row[1][kept])
        logits = np.concatenate(tags).reshape(len(tokens), len(TAGS), 3)
        return Sheet(tokens, np.concatenate(states), probabilities(logits))

    def _run(self, tokens: Tokens, group: Sequence[tuple[int, int, int, int]]) -> Any:
        width = max(end - start for start, end, _, _ in group) + 2
        ids = np.full((len(group), width), PAD, dtype=np.int64)
        for row, (start, end, _, _) in zip(ids, group, strict=True):
            row[: end - start + 2] = [START, *tokens.ids[start:end], END]
        mask = (ids != PAD).astype(np.int64)
        return zip(*self._session.run(["states", "tags"], {"ids": ids, "mask": mask}), strict=True)


@cache
def network() -> Network:
    """The shipped network, its files checked by sha256. Raises AssetError."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # the cores are for several reports at once
    session = onnxruntime.InferenceSession(
        str(verify("reader-encoder")), options, providers=["CPUExecutionProvider"]
    )
    with np.load(verify("reader-heads")) as file:
        weights = {name: file[name].astype(np.float32) for name in file.files}
    vocabulary = verify("reader-vocabulary").read_text(encoding="utf-8").splitlines()
    return Network(session, WordPiece(vocabulary), Heads(weights))
