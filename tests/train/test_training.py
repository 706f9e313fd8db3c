"""The whole way from annotated reports to a reader that runs without torch, on twenty documents.

Needs what requirements/train.txt lists; ``make train-check`` installs that beside the rest.
"""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from train.batches import encode
from train.convert.invented import convert
from train.export import export
from train.fit import Plan, fit, published, restore, save
from train.model import Reader

from reportedly.extract.trained.heads import Heads
from reportedly.extract.trained.labels import TAGS
from reportedly.extract.trained.network import Network
from reportedly.extract.trained.wordpiece import WordPiece
from train import shipped

CORPUS = Path(__file__).parents[2] / "train" / "corpus"
LETTERS = [chr(c) for c in range(33, 127)]
VOCABULARY = ["[PAD]", "[UNK]", *(f"[{n}]" for n in range(99)), "[CLS]", "[SEP]"]
VOCABULARY += [*LETTERS, *(f"##{letter}" for letter in LETTERS), "the", "killed", "said", "police"]
PIECES = WordPiece(VOCABULARY)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path, list[Any]]:
    shortest = sorted(convert(CORPUS), key=lambda d: (len(d.text), d.id))[:20]
    documents = [encode(d, PIECES) for d in shortest]
    folder = tmp_path_factory.mktemp("reader")
    plan = Plan(layers=2, epochs=3, tokens_a_batch=1000, rate_encoder=3e-4)
    checkpoint = folder / "checkpoint.pt"
    model = fit([(d, 1.0) for d in documents], Reader(plan.layers), plan, "cpu", checkpoint)
    assert checkpoint.exists()
    return model, folder, documents


def test_it_learns(trained: tuple[Reader, Path, list[Any]]) -> None:
    import random

    from train.batches import collate
    from train.fit import loss

    model, _, documents = trained
    torch.manual_seed(1)
    fresh = Reader(2).eval()
    batch = collate(documents[:4], random.Random(1))
    with torch.no_grad():
        before, after = (loss(m, batch)["tags"].item() for m in (fresh, model))
    assert after < before / 2


@pytest.fixture(scope="module")
def sent(trained: tuple[Reader, Path, list[Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    vocabulary = tmp_path_factory.mktemp("words") / "vocab.txt"
    vocabulary.write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    export(trained[0], vocabulary, out)
    return out


def test_what_is_shipped_says_what_was_trained(
    trained: tuple[Reader, Path, list[Any]], sent: Path
) -> None:
    import onnxruntime

    model, _, documents = trained
    session = onnxruntime.InferenceSession(sent / "encoder.onnx")
    with np.load(sent / "heads.npz") as file:
        heads = Heads({name: file[name].astype(np.float32) for name in file.files})
    text = documents[0].document.text
    sheet = Network(session, WordPiece((sent / "vocab.txt").read_text().splitlines()), heads).sheet(
        text
    )
    states = torch.tensor(sheet.states)
    first, last = [0, 5, 9], [2, 5, 14]
    tags = [TAGS.index(tag) for tag in ("event", "perp", "killed")]
    with torch.no_grad():
        theirs = model.spans(states, *map(torch.tensor, (first, last, tags)))
        apart = torch.tensor([3, 4])
        pairs = torch.sigmoid(model.pairs(theirs[:2], theirs[1:], apart))
        bounds = torch.zeros(2, dtype=torch.long), torch.full((2,), len(states))
        cues = model.cues(states, torch.tensor([4, 40]), torch.tensor([4, 41]), *bounds)
        whole = torch.sigmoid(model.whole_text(states))
    ours = heads.spans(sheet, first, last, tags)
    assert np.allclose(ours, theirs.numpy(), rtol=0.02, atol=0.02)
    assert np.allclose(
        heads.pairs(ours, *map(np.array, ([0, 1], [1, 2], [3, 4]))),
        pairs.numpy(),
        rtol=0.02,
        atol=0.02,
    )
    inside = torch.softmax(cues, -1).numpy()[:, 112:150]
    assert np.allclose(
        heads.cues(sheet, [4, 40], [4, 41])[:, 112:150], inside, rtol=0.02, atol=0.02
    )
    assert np.allclose(heads.whole(sheet), whole.numpy(), rtol=0.02, atol=0.02)


def test_a_saved_reader_is_restored(trained: tuple[Reader, Path, list[Any]]) -> None:
    model, folder, _ = trained
    save(model, folder / "reader.safetensors")
    kept = dict(restore(folder / "reader.safetensors", None).state_dict())
    for name in ("tags.weight", "pair_out.bias"):
        assert torch.allclose(kept[name], model.state_dict()[name], atol=1e-3)


def test_what_is_shipped_can_be_trained_on(
    trained: tuple[Reader, Path, list[Any]], sent: Path
) -> None:
    again = shipped.restore(sent, None).state_dict()
    for name, tensor in trained[0].state_dict().items():
        if not published(name):
            within = float(tensor.abs().max()) / 100  # an integer of 127 steps a column
            assert torch.allclose(again[name], tensor, atol=within), name


def test_a_network_of_another_shape_is_not_trained_on(sent: Path, tmp_path: Path) -> None:
    shutil.copy(sent / "encoder.onnx", tmp_path)
    with np.load(sent / "heads.npz") as file:
        fewer = {name: file[name] for name in file.files if name != "pair_out.bias"}
    np.savez_compressed(tmp_path / "heads.npz", **fewer)
    with pytest.raises(ValueError, match=r"pair_out\.bias"):
        shipped.restore(tmp_path, None)
