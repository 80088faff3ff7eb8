"""Every error a user can meet, as one tree.

    GencatanError                 anything this package raises on purpose
    ├── InputError                what was given cannot be read
    │   ├── EncodingError         bytes that are no known text encoding
    │   ├── FormatError           JSON, JSONL, Parquet or HTML that does not hold a report
    │   ├── TooLargeError         beyond the configured limit
    │   ├── LanguageError         a language without a pack
    │   └── FetchError            a URL that cannot or must not be fetched
    ├── LedgerError               the books cannot be opened, read or written
    │   ├── NotALedgerError       a file or database that is damaged or holds something else
    │   ├── NewerLedgerError      a ledger that a newer gencatan wrote
    │   ├── LedgerLockedError     another program is writing and does not let go
    │   └── LedgerStorageError    a full disk, a read-only file, a connection that broke
    ├── ConflictError             a conflict's TOML file that breaks its schema
    ├── UsageError                an option or argument that makes no sense
    └── PackError                 a language pack that breaks its schema

Each message names what the user must look at: the file, line, field, byte offset or URL. The command line
turns any of them into one line on stderr and exit code 2.
"""

from __future__ import annotations


class GencatanError(Exception):
    """Base of all errors raised on purpose by gencatan."""


class InputError(GencatanError):
    """What was given cannot be read as a report; `source` says what it was."""

    def __init__(self, message: str, *, source: str = "") -> None:
        """`source` is the path, URL or record that the user must look at."""
        super().__init__(f"{source}: {message}" if source else message)
        self.source = source


class EncodingError(InputError):
    """Bytes that are neither UTF-8, UTF-16 nor Windows-1252."""


class FormatError(InputError):
    """Structured input (JSON, JSONL, Parquet, HTML) that does not hold a report."""


class TooLargeError(InputError):
    """Input beyond the configured size limit."""


class LanguageError(InputError):
    """A report in a language that no pack covers."""


class FetchError(InputError):
    """A URL that cannot be fetched, or must not be.

    `status` is the HTTP status that the server answered with, None where it did not come to that; `retry_after` what
    its Retry-After header says, as it stands. `cause` is OURS where we ourselves refuse to fetch it, UNRESOLVED where
    its name has no address, which mostly means that this machine has no network; "" for all that the other side does.
    """

    OURS = "ours"
    UNRESOLVED = "unresolved"

    def __init__(
        self, message: str, *, source: str = "", status: int | None = None, retry_after: str = "", cause: str = ""
    ) -> None:
        """`source` is the URL."""
        super().__init__(message, source=source)
        self.status = status
        self.retry_after = retry_after
        self.cause = cause


class ConflictError(GencatanError):
    """A conflict's TOML file that breaks its schema; the message names file and key."""


class LedgerError(GencatanError):
    """The books cannot be opened, read or written; `address` says which, without any password."""

    def __init__(self, message: str, *, address: str = "") -> None:
        """`address` is the file or database that the user must look at."""
        super().__init__(f"{address}: {message}" if address else message)
        self.address = address


class NotALedgerError(LedgerError):
    """A file or database that is damaged, or holds something other than a ledger."""


class NewerLedgerError(LedgerError):
    """A ledger written by a newer gencatan than this one."""


class LedgerLockedError(LedgerError):
    """A ledger that another program is writing to, and has been for longer than we wait."""


class LedgerStorageError(LedgerError):
    """A ledger whose disk is full, whose file may not be written, or whose connection broke; nothing was lost."""


class UsageError(GencatanError):
    """An option or argument that makes no sense."""


class PackError(GencatanError):
    """A language pack that breaks its schema; the message names file and key."""
