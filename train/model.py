"""The network: an MPNet encoder, and heads for tags, spans, pairs and cues.

Written out here rather than taken from a library: it is short, and attention runs through
``scaled_dot_product_attention``. Architecture: the first layers of MPNet-base (Song et al. 2020),
of width 768; weights: see ``base``.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from reportedly.extract.trained.heads import DISTANCES, REACH
from reportedly.extract.trained.labels import (
    CLASSES,
    MUC_TYPES,
    PAIRS,
    ROLES_OF_CUE,
    TAGS,
    WHOLE_TEXT,
)  # fmt: skip
from reportedly.extract.trained.windows import END, PAD, START

HIDDEN, HEADS, INNER, POSITIONS = 768, 12, 3072, 512
BUCKETS, FARTHEST = 32, 128  # of how far apart two tokens stand, as MPNet learnt it
SPAN = 256  # width of a span's vector in the heads


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = (nn.LayerNorm(HIDDEN, eps=1e-5) for _ in range(2))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x (windows, tokens, 768); mask (windows, heads, tokens, tokens), added to the scores."""
        shape = (x.shape[0], x.shape[1], HEADS, HIDDEN // HEADS)
        q, k, v = (part(x).view(shape).transpose(1, 2) for part in (self.q, self.k, self.v))
        attended = _attended(q, k, v, mask)
        x = self.norm1(x + self.o(attended.transpose(1, 2).reshape(x.shape)))
        y: Tensor = self.norm2(x + self.outer(F.gelu(self.inner(x))))
        return y


def _attended(q: Tensor, k: Tensor, v: Tensor, mask: Tensor) -> Tensor:
    """Attention. Exported, it is written out: torch's own guards against rows without any token,
    which no window has, and the guard takes a sixth of the encoder's time.
    """
    if not torch.onnx.is_in_onnx_export():
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
    return torch.softmax((q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask, -1) @ v


class Encoder(nn.Module):
    """No dropout inside: on a CPU it doubles the time of a step."""

    def __init__(self, layers: int, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.apart = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-5)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        at = torch.arange(POSITIONS)
        self.register_buffer("buckets", _buckets(at[None] - at[:, None]), persistent=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """ids, mask (windows, tokens), int64 → states (windows, tokens, 768)."""
        length = ids.shape[1]
        x = self.norm(self.words(ids) + self.positions.weight[:length])
        near = self.apart(self.buckets[:length, :length]).permute(2, 0, 1)[None]
        scores = near + (1.0 - mask[:, None, None, :].float()) * -10_000.0
        for layer in self.layers:
            x = layer(x, scores)
        return x


def _buckets(apart: Tensor) -> Tensor:
    """Tokens from one to another, signed → one of 32 buckets: exact to 7, then logarithmic."""
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = torch.log(apart.abs().clamp(min=1).float() / exact) / math.log(FARTHEST / exact)
    coarse = (exact + (far * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(apart.abs() < exact, apart.abs(), coarse) + (apart > 0) * half


class Reader(nn.Module):
    """Encoder and heads. Spans and cues are given as token positions [first, last]."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.tags = nn.Linear(HIDDEN, len(TAGS) * 3)
        self.pool = nn.Linear(HIDDEN, 1)
        self.whole = nn.Linear(HIDDEN, len(WHOLE_TEXT))
        self.span_in = nn.Linear(HIDDEN * 3, SPAN)
        self.span_tag = nn.Embedding(len(TAGS), SPAN)
        self.span_mid = nn.Linear(SPAN, SPAN)
        self.classes = nn.ModuleDict({f"{n}_": nn.Linear(SPAN, len(c)) for n, c in CLASSES.items()})
        self.types = nn.Linear(SPAN, len(MUC_TYPES))
        self.pair_far = nn.Embedding(DISTANCES, SPAN)
        self.pair_in = nn.Linear(SPAN * 3, SPAN)
        self.pair_out = nn.Linear(SPAN, len(PAIRS))
        self.cue_token = nn.Linear(HIDDEN, SPAN)
        self.cue_self = nn.Linear(HIDDEN, SPAN)
        self.cue_far = nn.Embedding(DISTANCES * 2 + 1, SPAN)
        self.cue_near = nn.ModuleList(nn.Linear(SPAN * 5, SPAN) for _ in range(2))
        self.cue_out = nn.Linear(SPAN, len(ROLES_OF_CUE) * 3)
        self.drop = nn.Dropout(0.1)

    def spans(self, states: Tensor, first: Tensor, last: Tensor, tag: Tensor) -> Tensor:
        """states (tokens, 768) of all texts in a row → vectors (spans, 256)."""
        sums = F.pad(states.float().cumsum(0), (0, 0, 1, 0))
        mean = (_rows(sums, last + 1) - _rows(sums, first)) / (last - first + 1)[:, None]
        joined = torch.cat([_rows(states, first).float(), _rows(states, last).float(), mean], 1)
        hidden = F.relu(self.span_in(self.drop(joined)) + self.span_tag(tag))
        out: Tensor = F.relu(self.span_mid(self.drop(hidden)))
        return out

    def pairs(self, a: Tensor, b: Tensor, apart: Tensor) -> Tensor:
        """Vectors of the earlier and the later span, tokens between → logits (pairs, 2)."""
        joined = torch.cat([a, b, a * b], 1)
        hidden = F.relu(self.pair_in(self.drop(joined)) + self.pair_far(distance(apart)))
        out: Tensor = self.pair_out(self.drop(hidden))
        return out

    def cues(
        self, states: Tensor, first: Tensor, last: Tensor, low: Tensor, high: Tensor
    ) -> Tensor:
        """For each cue, logits (cues, 2·reach+1, 2, 3) over the tokens around it.

        ``low`` and ``high``: the bounds of the cue's text within ``states``.
        """
        token = self.cue_token(states)
        at = first[:, None] + torch.arange(-REACH, REACH + 1, device=states.device)[None]
        inside = (at >= low[:, None]) & (at < high[:, None])
        at = at.clamp(0, len(states) - 1)
        own = (at >= first[:, None]) & (at <= last[:, None])
        apart = torch.where(
            at < first[:, None], at - first[:, None], (at - last[:, None]).clamp(min=0)
        )
        signed = DISTANCES + torch.sign(apart) * distance(apart.abs())
        signed = torch.where(own, torch.full_like(signed, DISTANCES), signed)
        query = self.cue_self((_rows(states, first) + _rows(states, last)) / 2)[:, None]
        x = F.relu(_rows(token, at) + query + self.cue_far(signed)) * inside[..., None]
        for near in self.cue_near:
            padded = F.pad(self.drop(x), (0, 0, 2, 2))
            five = torch.cat([padded[:, i : i + x.shape[1]] for i in range(5)], 2)
            x = (x + F.relu(near(five))) * inside[..., None]
        return self.cue_out(x).view(len(first), 2 * REACH + 1, len(ROLES_OF_CUE), 3)

    def whole_text(self, states: Tensor) -> Tensor:
        """states (tokens, 768) of one text → logits (len(WHOLE_TEXT),)."""
        weight = torch.softmax(self.pool(states).float(), 0)
        out: Tensor = self.whole((weight * states.float()).sum(0))
        return out


def _rows(table: Tensor, at: Tensor) -> Tensor:
    """``table[at]``, whose gradient is quick on a CPU too."""
    return table.index_select(0, at.flatten()).view(*at.shape, -1)


def distance(apart: Tensor) -> Tensor:
    """Tokens apart → one of 24 buckets: exact to 8, then logarithmic."""
    far = 8 + (torch.log2(apart.clamp(min=8).float() / 8) * 2).long()
    return torch.where(apart < 8, apart, far.clamp(max=DISTANCES - 1))


def load_base(encoder: Encoder, weights: Path) -> None:
    """Fill the encoder from the published weights.

    Their vocabulary is BERT's behind four marks of their own; ours is BERT's, whose marks take the
    vectors of theirs. Their first two positions are no places in a text.
    """
    tensors = load_file(str(weights))
    words = tensors["embeddings.word_embeddings.weight"]
    with torch.no_grad():
        encoder.words.weight.copy_(words[4 : 4 + len(encoder.words.weight)])
        for ours, theirs in ((START, 0), (PAD, 1), (END, 2)):
            encoder.words.weight[ours] = words[theirs]
        encoder.positions.weight.copy_(tensors["embeddings.position_embeddings.weight"][2:])
        encoder.apart.weight.copy_(tensors["encoder.relative_attention_bias.weight"])
        _affine(encoder.norm, tensors, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            base = f"encoder.layer.{i}."
            for name in "qkvo":
                _affine(getattr(layer, name), tensors, f"{base}attention.attn.{name}")
            _affine(layer.norm1, tensors, f"{base}attention.LayerNorm")
            _affine(layer.inner, tensors, f"{base}intermediate.dense")
            _affine(layer.outer, tensors, f"{base}output.dense")
            _affine(layer.norm2, tensors, f"{base}output.LayerNorm")


def _affine(module: Any, tensors: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(tensors[f"{name}.weight"])
    module.bias.copy_(tensors[f"{name}.bias"])


def layers_needed(names: Sequence[str]) -> int:
    """How many layers a saved model has, from the names of its tensors."""
    return 1 + max(int(n.split(".")[2]) for n in names if n.startswith("encoder.layers."))
