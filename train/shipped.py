"""The network that ships, as one to train on further: its integers taken back to floats.

What was rounded when it was exported stays rounded, which costs nothing that shows: the first steps
of a training move every weight by more.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor
from train.fit import fresh, published
from train.model import Reader, layers_needed

_SUFFIX = "/MatMul_quant"  # of a node that multiplies by integers


def restore(folder: Path, base: Path | None) -> Reader:
    """The network whose encoder.onnx and heads.npz are in ``folder``, on the weights it began from.

    ValueError where a weight that was trained is not among them.
    """
    tensors = dict(_encoder(onnx.load(str(folder / "encoder.onnx"))))
    with np.load(folder / "heads.npz") as heads:
        tensors |= {name: torch.from_numpy(heads[name]).float() for name in heads.files}
    model = fresh(layers_needed(list(tensors)), base)
    own = {name: tensor for name, tensor in tensors.items() if not published(name)}
    found = model.load_state_dict(own, strict=False)
    missing = [name for name in found.missing_keys if not published(name)]
    if missing or found.unexpected_keys:
        raise ValueError(f"{folder} is no network of this shape: {missing, found.unexpected_keys}")
    return model.eval()


def _encoder(graph: ModelProto) -> Iterator[tuple[str, Tensor]]:
    """Name and tensor of everything that keeps its name, and of what became integers."""
    kept = {one.name: numpy_helper.to_array(one) for one in graph.graph.initializer}
    for name, array in kept.items():
        if name.startswith(("encoder.", "tags.")):
            yield name, torch.from_numpy(array.copy())
    for node in graph.graph.node:
        if node.op_type == "MatMulInteger":
            stem = node.input[1].removesuffix("_quantized")
            steps = kept[f"{stem}_quantized"].astype(np.float32) - kept[f"{stem}_zero_point"]
            weight = (steps * kept[f"{stem}_scale"]).T
            name = node.name.removeprefix("/").removesuffix(_SUFFIX).replace("/", ".")
            yield f"{name}.weight", torch.from_numpy(np.ascontiguousarray(weight))
