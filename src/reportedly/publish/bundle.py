"""The files of a release: checksums, and one folder or one zip, the same bytes each time."""

import shutil
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reportedly.errors import NotFree

SUMS = "SHA256SUMS"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_UNIX, _FILE = 3, 0o100644 << 16  # whatever machine writes it
_CHUNK = 1 << 20


def free(out: Path) -> None:
    """Raises NotFree where something is there: a release never replaces another."""
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise NotFree(f"{out} is there already; name another place with --out")


def files(folder: Path) -> list[Path]:
    """All files below a folder, by their paths."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def summed(folder: Path) -> Path:
    """Write the checksums as ``sha256sum --check`` reads them."""
    lines = [f"{_digest(path)}  {path.relative_to(folder).as_posix()}" for path in files(folder)]
    sums = folder / SUMS
    sums.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return sums


def settle(folder: Path, out: Path) -> None:
    """Put the finished folder in its place, or pack it there, in one step."""
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.suffix.lower() != ".zip":
        if out.exists():
            out.rmdir()
        shutil.move(folder, out)
        return
    packed = folder.with_suffix(".packed")
    _pack(files(folder), folder, packed)
    packed.replace(out)


def _pack(paths: Sequence[Path], folder: Path, target: Path) -> None:
    """Everything lies in one folder, which is named like the release."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as packed:
        for path in paths:
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _FILE
            entry.file_size = path.stat().st_size
            with packed.open(entry, "w") as into, path.open("rb") as source:
                shutil.copyfileobj(source, into, _CHUNK)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
