"""The training loop: mixed sources, one optimiser, a checkpoint after every epoch."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F
from train.batches import UNKNOWN, Batch, Encoded, collate
from train.model import Reader, layers_needed, load_base

from reportedly.extract.trained.labels import TAGS

_AS_PUBLISHED = ("encoder.words.", "encoder.positions.", "encoder.apart.", "encoder.norm.")
_ALIKE = 96  # documents among which those of one length are put together


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides the outcome, besides the data."""

    layers: int = 6
    epochs: int = 6
    tokens_a_batch: int = 3000
    rate_encoder: float = 5e-5
    rate_heads: float = 1e-3
    warm: float = 0.1
    seed: int = 1
    bf16: bool = False  # several times as fast where the processor has AMX
    weights: tuple[tuple[str, float], ...] = (
        ("tags", 1.0), ("classes", 0.3), ("types", 0.5), ("pairs", 1.0), ("cues", 1.0),
        ("whole", 0.3),
    )  # fmt: skip


def fit(
    data: Sequence[tuple[Encoded, float]],
    model: Reader,
    plan: Plan,
    device: str,
    checkpoint: Path | None,
) -> Reader:
    """Train ``model`` on ``data`` (document, times an epoch; 0.3 is 3 epochs of 10).

    Goes on from ``checkpoint`` if it is there.
    """
    torch.manual_seed(plan.seed)
    model.to(device)
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(not published(name))
    inside = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    steps = sum(1 for epoch in range(plan.epochs) for _ in _groups(data, plan, epoch))
    optimiser = torch.optim.AdamW(
        [{"params": inside, "lr": plan.rate_encoder}, {"params": heads, "lr": plan.rate_heads}],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s, steps, plan.warm))
    begin = _resume(model, optimiser, schedule, checkpoint)
    weights = dict(plan.weights)
    for epoch in range(begin, plan.epochs):
        model.train()
        started, total, count = time.perf_counter(), 0.0, 0
        chance = random.Random(plan.seed * 1000 + epoch)
        sums: dict[str, float] = {}
        for group in _groups(data, plan, epoch):
            if count and count % 50 == 0:
                print(f"  step {count}, {time.perf_counter() - started:.0f} s", flush=True)
            batch = collate(group, chance).to(device)
            with torch.autocast(device, dtype=torch.bfloat16, enabled=plan.bf16):
                losses = loss(model, batch)
            whole = sum((weights[name] * value for name, value in losses.items()), torch.zeros(()))
            optimiser.zero_grad(set_to_none=True)
            whole.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            count += 1
            if count % 20 == 0:
                total += float(whole.detach()) * 20
                for name, value in losses.items():
                    sums[name] = sums.get(name, 0.0) + float(value.detach())
        said = " ".join(f"{n} {v / max(1, count // 20):.3f}" for n, v in sums.items())
        print(f"epoch {epoch + 1}: loss {total / max(1, count):.3f} {said} "
              f"({time.perf_counter() - started:.0f} s)", flush=True)  # fmt: skip
        if checkpoint:
            torch.save(
                {"model": model.state_dict(), "optimiser": optimiser.state_dict(),
                 "schedule": schedule.state_dict(), "epoch": epoch + 1},
                checkpoint,
            )  # fmt: skip
    return model.eval()


def _resume(model: Reader, optimiser: Any, schedule: Any, checkpoint: Path | None) -> int:
    if checkpoint is None or not checkpoint.exists():
        return 0
    kept = torch.load(checkpoint, weights_only=True)
    model.load_state_dict(kept["model"])
    optimiser.load_state_dict(kept["optimiser"])
    schedule.load_state_dict(kept["schedule"])
    return int(kept["epoch"])


def _rate(step: int, steps: int, warm: float) -> float:
    if step < warm * steps:
        return step / (warm * steps)
    return max(0.02, 0.5 * (1 + math.cos(math.pi * (step - warm * steps) / ((1 - warm) * steps))))


def _groups(
    data: Sequence[tuple[Encoded, float]], plan: Plan, epoch: int
) -> Iterator[list[Encoded]]:
    """Documents in a shuffled order, put together up to a number of tokens."""
    phase = random.Random(plan.seed)  # each document's own, so that its turns are spread evenly
    order = []
    for item, times in data:
        at = phase.random()
        order += [item] * int(math.floor((epoch + 1) * times + at) - math.floor(epoch * times + at))
    chance = random.Random(plan.seed * 100 + epoch)
    chance.shuffle(order)
    groups: list[list[Encoded]] = []
    for at in range(0, len(order), _ALIKE):  # texts of one length together: less padding
        group: list[Encoded] = []
        size = 0
        for item in sorted(order[at : at + _ALIKE], key=lambda item: len(item.tokens)):
            if group and size + len(item.tokens) > plan.tokens_a_batch:
                groups.append(group)
                group, size = [], 0
            group.append(item)
            size += len(item.tokens)
        groups.append(group)
    chance.shuffle(groups)
    yield from groups


def loss(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of every kind of head."""
    states = model.encoder(batch.ids, batch.mask).flatten(0, 1).index_select(0, batch.keep)
    zero = states.sum() * 0
    tag_logits = model.tags(states).view(len(states), -1, 3)
    losses = {"tags": _by_column(tag_logits, batch.tags)}
    first, last, tag = batch.spans.unbind(1)
    losses["classes"], losses["types"], losses["pairs"], losses["cues"] = zero, zero, zero, zero
    if len(first):
        vectors = model.spans(states, first, last, tag)
        for name, labels in batch.classes.items():
            if (labels != UNKNOWN).any():
                losses["classes"] = losses["classes"] + F.cross_entropy(
                    model.classes[f"{name}_"](vectors).float(), labels, ignore_index=UNKNOWN
                )
        losses["types"] = _yes_no(model.types(vectors), batch.types)
        if len(batch.pairs):
            a, b, apart = batch.pairs.unbind(1)
            losses["pairs"] = _yes_no(
                model.pairs(vectors.index_select(0, a), vectors.index_select(0, b), apart),
                batch.pair_labels,
            )
    if len(batch.cues):
        first, last, low, high = batch.cues.unbind(1)
        logits = model.cues(states, first, last, low, high)
        losses["cues"] = _by_column(logits.flatten(0, 1), batch.cue_labels.flatten(0, 1))
        if (batch.acts != UNKNOWN).any():
            vectors = model.spans(states, first, last, torch.full_like(first, TAGS.index("cue")))
            losses["classes"] = losses["classes"] + F.cross_entropy(
                model.classes["act_"](vectors).float(), batch.acts, ignore_index=UNKNOWN
            )
    whole = torch.stack([model.whole_text(states[a:b]) for a, b in batch.bounds])
    losses["whole"] = _yes_no(whole, batch.whole)
    return losses


def _by_column(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy summed over the columns, each a mean over its known rows."""
    known = (labels != UNKNOWN).sum(0).clamp(min=1)
    each = F.cross_entropy(
        logits.float().flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN, reduction="none"
    ).view(labels.shape)
    return (each.sum(0) / known).sum() * 10


def _yes_no(logits: Tensor, labels: Tensor) -> Tensor:
    known = labels != UNKNOWN
    each = F.binary_cross_entropy_with_logits(logits.float(), labels, reduction="none")
    return (each * known).sum() / known.sum().clamp(min=1) * 2


def save(model: Reader, path: Path) -> None:
    """Keep what was learnt, as halves; what stays as published is left out."""
    kept = {n: t for n, t in model.state_dict().items() if not published(n)}
    save_file({n: t.half().contiguous().cpu() for n, t in kept.items()}, str(path))


def published(name: str) -> bool:
    """Whether a tensor of this name is not trained."""
    return name.startswith(_AS_PUBLISHED)


def restore(path: Path, base: Path | None) -> Reader:
    """A model that ``save`` wrote, on the weights it began from."""
    tensors = load_file(str(path))
    model = fresh(layers_needed(list(tensors)), base)
    model.load_state_dict({n: t.float() for n, t in tensors.items()}, strict=False)
    return model.eval()


def fresh(layers: int, base: Path | None) -> Reader:
    """An untrained network; ``base``: the published weights that it begins from."""
    model = Reader(layers)
    if base:
        load_base(model.encoder, base)
    return model
