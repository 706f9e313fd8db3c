"""Where the data files of the package are, and whether they are the files they should be.

Opening checks the size, which costs nothing; :func:`verify` reads the whole file.
"""

from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from reportedly.errors import AssetError

_PACKAGE = Path(__file__).parent


class Asset(NamedTuple):
    path: str  # inside the package
    size: int  # bytes
    sha256: str


ASSETS: dict[str, Asset] = {
    "places": Asset(
        "gazetteer/places.sqlite",
        36_782_080,
        "05599e8c29a192b52f55fc2de07f945d44dd0295c6c9daca833ce8a73a22ea8d",
    ),
    "actors": Asset(
        "gazetteer/actors.jsonl",
        145_583,
        "fcb2ac673110a75faeb5128b652b2d5c93f581108a16d2b50c9c662fb707346d",
    ),
    "reader-encoder": Asset(
        "reader/encoder.onnx",
        70_225_557,
        "5d6d0c11cff9ca8c7517775a4e88a0c053faa7d8bfa24b934beadcf78d62b9c8",
    ),
    "reader-heads": Asset(
        "reader/heads.npz",
        3_622_211,
        "906d922f0c3fecfa256b092ddf0b56979b22bf682c6017b82ed9c2300e18abfb",
    ),
    "reader-vocabulary": Asset(
        "reader/vocab.txt",
        231_508,
        "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    ),
}
READER = ("reader-encoder", "reader-heads", "reader-vocabulary")  # what the trained reader needs


def locate(name: str) -> Path:
    """The path of a data file. Raises AssetError if it is missing or of another size."""
    asset = ASSETS.get(name)
    if asset is None:
        raise AssetError(f"this version has no {name}; train/README.md tells how to make it")
    path = _PACKAGE / asset.path
    if not path.is_file():
        raise AssetError(f"{path} is missing; reinstall reportedly")
    if (size := path.stat().st_size) != asset.size:
        raise AssetError(
            f"{path} has {size} bytes instead of {asset.size}; reinstall reportedly, or if you "
            "rebuilt the file, put its size and sha256 into reportedly/assets.py"
        )
    return path


def verify(name: str) -> Path:
    """The path of a data file whose every byte was checked. Raises AssetError."""
    path = locate(name)
    with path.open("rb") as data:
        found = file_digest(data, "sha256").hexdigest()
    if found != ASSETS[name].sha256:
        raise AssetError(f"{path} was altered (sha256 {found}); reinstall reportedly")
    return path
