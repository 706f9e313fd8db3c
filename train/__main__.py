"""``python -m train``: from gold data to a trained reader. See train/README.md.

``convert`` turns public gold data into ``train-data/*.jsonl``, ``fit`` trains on them, ``export``
writes what is shipped. ``rarities`` writes how rare words are, and
``linking`` what each comparison of two accounts weighs.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from train.documents import Document, load, write

_SHARES = {  # how often an epoch shows a document of each origin
    "muc4": 0.6, "muc4-irrelevant": 0.15, "attribution": 0.45, "invented": 1.0, "news": 1.0,
    "linking": 0.01, "hrdsattack": 0.02, "marked": 1.0,
}  # fmt: skip
_SHIPPED = Path("src/reportedly/reader")
_MODEL = Path("src/reportedly/link/model.toml")
_RARITIES = Path("src/reportedly/link/rarities.tsv")
_HELD_BACK = 10  # every tenth document of an origin, by the hash of its id, is to choose settings


def held_back(document: Document) -> bool:
    """Whether the document is kept out of training, to choose settings on."""
    incident = document.id.partition("#")[0]  # all its reports, or none
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16) % _HELD_BACK == 0


def convert(data: Path, out: Path) -> None:
    """Write every training set and its sha256 under ``out``."""
    from train.convert import attribution, hrdsattack, invented, linking, marked, muc4, news

    out.mkdir(parents=True, exist_ok=True)
    sets: dict[str, Iterator[Document]] = {
        "invented": invented.convert(Path(__file__).parent / "corpus"),
        "muc4": muc4.convert(data / "muc4" / "train.jsonl"),
        "attribution": attribution.convert(data / "attribution" / "train.jsonl"),
        "news": news.convert(data / "attacks" / "news"),
        "hrdsattack": hrdsattack.convert(data / "attacks"),
        "linking": linking.convert(data / "linking"),
        "marked": marked.convert(Path(__file__).parent / "marked", data),
    }
    sums = []
    for name, documents in sets.items():
        path = out / f"{name}.jsonl"
        count = write(documents, path)
        sums.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
        print(f"{name}: {count} documents")
    (out / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")


def fit_all(
    data: Path,
    base: Path,
    out: Path,
    epochs: int,
    only: int | None,
    start: Path | None,
    shares: dict[str, float],
    bf16: bool,
) -> None:
    """Train on everything under ``data`` that is not held back. ``start``: a network to go on from,
    the folder of one that ships or what ``fit`` saved; ``shares``: by origin, others than usual.
    """
    import torch
    from train.base import fetch
    from train.batches import encode
    from train.fit import Plan, fit, fresh, restore, save

    from reportedly.extract.trained.wordpiece import WordPiece
    from train import shipped

    fetch(base)
    pieces = WordPiece((base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    documents = []
    for path in sorted(data.glob("*.jsonl")):
        documents += [d for d in load(path) if not held_back(d)][:only]
    shares = _SHARES | shares
    shown = [(encode(d, pieces), shares[_kind(d)]) for d in documents]
    tokens = sum(len(item.tokens) * share for item, share in shown)
    print(f"{len(shown)} documents, {tokens:.0f} tokens an epoch", flush=True)
    out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    plan = Plan(epochs=epochs, bf16=bf16 or device == "cuda")
    weights = base / "model.safetensors"
    if start:  # what is learnt already is to be kept
        plan = replace(plan, rate_encoder=plan.rate_encoder / 2, rate_heads=plan.rate_heads / 2)
        model = (shipped.restore if start.is_dir() else restore)(start, weights)
    else:
        model = fresh(plan.layers, weights)
    model = fit(shown, model, plan, device, out / "checkpoint.pt")
    save(model, out / "reader.safetensors")


def _kind(document: Document) -> str:
    if document.origin == "muc4" and "muc_relevant" not in document.yes:
        return "muc4-irrelevant"
    return document.origin


def _share(text: str) -> tuple[str, float]:
    origin, _, times = text.partition("=")
    if origin not in _SHARES:
        raise argparse.ArgumentTypeError(f"no origin {origin!r}: {', '.join(_SHARES)}")
    return origin, float(times)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("verb", choices=["convert", "fit", "export", "rarities", "linking"])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="gold data")
    parser.add_argument("--sets", type=Path, default=Path("train-data"), help="converted data")
    parser.add_argument("--base", type=Path, default=Path("train-data/base"))
    parser.add_argument("--out", type=Path, default=Path("train-data/reader"))
    parser.add_argument("--version", default="evidence 7", help="of the linking model written")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument(
        "--start",
        type=Path,
        help="a reader.safetensors, or the folder of the network that ships, to train on further",
    )
    parser.add_argument(
        "--share",
        action="append",
        default=[],
        metavar="ORIGIN=TIMES",
        type=_share,
        help="how often an epoch shows the documents of an origin",
    )
    parser.add_argument("--only", type=int, help="so many documents of each set (to try it out)")
    parser.add_argument(
        "--bf16",
        action="store_true",
        help="for AMX or AVX-512 BF16",
    )
    options = parser.parse_args()
    if options.verb == "convert":
        convert(options.data, options.sets)
    elif options.verb == "rarities":
        from train.rarities import build

        table = build(options.data, Path(__file__).parent / "corpus")
        _RARITIES.write_text(table, encoding="utf-8")
    elif options.verb == "linking":
        from train.linking import train

        train(options.data, _MODEL, options.version)
    elif options.verb == "export":
        from train.export import export
        from train.fit import restore

        model = restore(options.out / "reader.safetensors", options.base / "model.safetensors")
        export(model, options.base / "vocab.txt", _SHIPPED)
    else:
        fit_all(options.sets, options.base, options.out, options.epochs, options.only,
                options.start, dict(options.share), options.bf16)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
