"""Everything reportedly raises on purpose.

* ReportedlyError
  x UnreadableSource     read: the bytes cannot become a report
    x RefusedAddress     read: an address we will not fetch (private, loopback, not http)
  x EvidenceMismatch     records: a quote does not stand in the report it cites
  x UnusableRow          coded: a row of another coder's file that cannot be taken
  x BadMap               coded: a mapping file that does not fit its spreadsheet
  x UnknownPlugin        plugins: no reader, extractor, exporter or store of that name
  x MissingExtra         export: a format needs a library that is not installed
  x NotFree              publish: something stands where a release should go
  x ProfileError         export: a profile says what no profile can say
  x LeakedName           export: a name that is withheld stands in what was written
  x CodebookError        codebook: a field, code or rule that is not defined
  x UnknownRecord        store: no record of that id
  x StoreError           store: the database cannot be opened or is of another version
    x ForgottenReport    store: a report that was erased on purpose is not taken again
    x DamagedBackup      store: a backup is not, or no longer, what was written
  x DecisionConflict   review: somebody else decided the same thing in between
  x AssetError           assets: a data file is missing or is not the file it should be

Messages are for the person at the keyboard: what happened, to what, and what to do about it.
"""


class ReportedlyError(Exception):
    """Base of every error raised on purpose."""


class UnreadableSource(ReportedlyError):
    """The source cannot be turned into a report; the message is the recorded reason."""


class RefusedAddress(UnreadableSource):
    """An address that is not fetched, so that a list of links cannot reach a private network."""


class EvidenceMismatch(ReportedlyError):
    """A quote does not stand in the report at its offsets."""

    def __init__(self, quote: str, found: str) -> None:
        super().__init__(f"evidence says {quote!r}, the report says {found!r}")
        self.quote = quote
        self.found = found


class UnusableRow(ReportedlyError):
    """A row of another coder's file that says what cannot be; the message is the reason."""


class BadMap(ReportedlyError):
    """A mapping file that cannot be read, or names columns that the spreadsheet lacks."""


class UnknownPlugin(ReportedlyError):
    """No plugin of that name is installed."""

    def __init__(self, group: str, name: str, known: list[str]) -> None:
        super().__init__(f"no {group} named {name!r}; there are: {', '.join(known) or 'none'}")


class MissingExtra(ReportedlyError):
    """An optional library is not installed."""

    def __init__(self, extra: str, module: str) -> None:
        super().__init__(f"{extra} needs {module}: pip install 'reportedly[{extra}]'")


class NotFree(ReportedlyError):
    """Something stands where a release should go: none is ever replaced."""


class ProfileError(ReportedlyError):
    """A profile of what is withheld cannot be read, or cannot be kept to."""


class LeakedName(ReportedlyError):
    """A file that was written holds a name that is withheld; it is not handed out."""


class CodebookError(ReportedlyError):
    """A field, code or rule is not in the codebook."""


class UnknownRecord(ReportedlyError):
    """No record of that id is in the store."""


class StoreError(ReportedlyError):
    """The database cannot be opened, or was written by another version."""


class ForgottenReport(StoreError):
    """The report was erased on purpose; it is neither shown nor taken again."""


class DamagedBackup(StoreError):
    """The file is no backup, or was altered since it was written."""


class DecisionConflict(ReportedlyError):
    """Another decision about the same thing came between looking and deciding."""


class AssetError(ReportedlyError):
    """A data file of the package is missing or altered."""
