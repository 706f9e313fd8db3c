"""The trained network → the files that are shipped: int8 encoder, heads as halves, vocabulary."""

import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train.model import Reader

_AXES = {0: "windows", 1: "tokens"}
_IN_THE_GRAPH = ("encoder.", "tags.")  # everything else is summed up in numpy


class _Graph(nn.Module):
    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.encoder, self.tags = model.encoder, model.tags

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(ids, mask)
        return states, self.tags(states)


def export(model: Reader, vocabulary: Path, out: Path) -> None:
    """Write encoder.onnx, heads.npz and vocab.txt into ``out``; print what assets.py must say."""
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(1000, 2000, (2, 40))
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            _Graph(model), (ids, torch.ones_like(ids)), str(full), dynamo=False,
            input_names=["ids", "mask"], output_names=["states", "tags"], opset_version=17,
            dynamic_axes=dict.fromkeys(("ids", "mask", "states", "tags"), _AXES),
        )  # fmt: skip
        quantize_dynamic(full, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8)
    heads = {
        name: tensor.half().numpy()
        for name, tensor in model.state_dict().items()
        if not name.startswith(_IN_THE_GRAPH)
    }
    np.savez_compressed(out / "heads.npz", **heads)  # type: ignore[arg-type]
    shutil.copy(vocabulary, out / "vocab.txt")
    for name in ("encoder.onnx", "heads.npz", "vocab.txt"):
        data = (out / name).read_bytes()
        print(f"reader/{name}: {len(data):_} bytes, sha256 {hashlib.sha256(data).hexdigest()}")
