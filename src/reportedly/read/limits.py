"""How much of anything is read before it is refused. Each limit ends in a recorded failure."""

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes are bytes, times are seconds. The defaults suit news; raise one to read a giant."""

    document: int = 20 * MB  # one text or PDF file, after unpacking .gz
    page: int = 5 * MB  # one HTML page: the largest news pages are near 2 MB
    feed: int = 5 * MB  # one RSS or Atom file
    row: int = 20 * MB  # one line of .jsonl, one record of .csv
    columns: int = 1_000  # of a .csv file
    texts: int = 300 * MB  # that the cells of an .xlsx file share
    unpacked: int = 1_000 * MB  # a whole .gz or .xlsx file of rows, read one at a time
    pdf_pages: int = 1_000
    pdf_seconds: float = 60.0
    fetched: int = 20 * MB  # one address, packed and unpacked
    fetch_seconds: float = 30.0  # one address from the first byte sent, redirects included
    redirects: int = 5
    allow_private: bool = False  # fetch from loopback and private networks too
