"""PDF files that hold text. Pictures of text are a failure, since nothing here reads pictures."""

import io
import logging
import time
from collections.abc import Callable, Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.dateline import read_dateline
from reportedly.read.encoding import check_text
from reportedly.read.limits import Limits
from reportedly.read.naming import report_name
from reportedly.read.paragraphs import paragraphs
from reportedly.read.streams import read_all, size_in_words
from reportedly.records import Failure, Received, receive

# without a handler, Python would print the library's warnings over the progress bar
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# what programs write into a title field when nobody wrote a title
PROGRAM_TITLES = ("microsoft word", "microsoft powerpoint", "untitled", "document", "powerpoint")
FILE_ENDINGS = (".doc", ".docx", ".odt", ".rtf", ".indd", ".pdf", ".qxd", ".pptx", ".txt", ".tex")


class PdfReader:
    name = "pdf"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """One report: the text of all pages, unwrapped into one paragraph a line.

        The day is never taken from the file's creation date, which is not that of publication.
        """
        from pypdf.errors import PyPdfError

        raw = read_all(data, self.limits.document)
        if b"%PDF-" not in raw[:1024]:
            raise UnreadableSource("is not a PDF file, whatever its ending says")
        try:
            pages, title = self._pages(raw)
        except UnreadableSource:
            raise
        except (PyPdfError, RecursionError, ValueError, LookupError, TypeError) as error:
            # a broken file shows itself in any of these
            raise UnreadableSource(f"is a broken PDF file: {str(error)[:200]}") from error
        except (AttributeError, NotImplementedError, OSError, ArithmeticError) as error:
            raise UnreadableSource(f"is a broken PDF file: {error!r:.200}") from error
        text = paragraphs(pages)
        if not text:
            raise UnreadableSource(
                "holds no text, only pictures of pages: run text recognition on it first"
            )
        check_text(text)
        stated = read_dateline(text)
        yield receive(
            raw,
            "application/pdf",
            name=report_name(name),
            text=text,
            title=stated.title or title,
            publisher=stated.publisher,
            published=stated.published,
            url=url,
        )

    def _pages(self, raw: bytes) -> tuple[list[str], str | None]:
        import pypdf
        from pypdf.errors import DependencyError

        watch = _stopwatch(self.limits.pdf_seconds)
        with pypdf.apply_configuration(
            zlib_maximum_output_length=self.limits.document * 2,
            page_tree_maximum_entries=self.limits.pdf_pages * 4,
        ):
            pdf = pypdf.PdfReader(io.BytesIO(raw), root_object_recovery_limit=1_000)
            try:
                # owners often forbid printing only, and leave the password for reading empty
                if pdf.is_encrypted and not pdf.decrypt(""):
                    raise UnreadableSource("is encrypted: save a copy without a password")
            except (DependencyError, NotImplementedError):
                raise UnreadableSource("is encrypted: save a copy without protection") from None
            if len(pdf.pages) > self.limits.pdf_pages:
                raise UnreadableSource(
                    f"has {len(pdf.pages):,} pages; at most {self.limits.pdf_pages:,} are read"
                )
            pages, size = [], 0
            for page in pdf.pages:
                watch()
                pages.append(page.extract_text(visitor_operand_before=watch))
                size += len(pages[-1])
                if size > self.limits.document:
                    raise UnreadableSource(
                        f"holds more than {size_in_words(self.limits.document)} of text"
                    )
            return pages, _title(pdf)


def _stopwatch(seconds: float) -> Callable[..., None]:
    """A function that raises UnreadableSource once the time is over, whatever it is called with."""
    end = time.monotonic() + seconds

    def watch(*_: object) -> None:
        if time.monotonic() > end:
            raise UnreadableSource(f"takes longer than {seconds:g} seconds to read")

    return watch


def _title(pdf: "object") -> str | None:
    stated = getattr(getattr(pdf, "metadata", None), "title", None)
    title = " ".join(stated.split()) if isinstance(stated, str) else ""
    if title.lower().startswith(PROGRAM_TITLES) or title.lower().endswith(FILE_ENDINGS):
        return None
    try:
        check_text(title)
    except UnreadableSource:
        return None  # damaged metadata states no title; the text is checked on its own
    return title or None
