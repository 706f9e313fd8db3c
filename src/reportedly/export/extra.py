"""Libraries that only some formats need: a clear word where one is missing."""

from importlib.util import find_spec

from reportedly.errors import MissingExtra


def needed(module: str, extra: str) -> None:
    """Raises MissingExtra, which says what to install."""
    if find_spec(module) is None:
        raise MissingExtra(extra, module)
