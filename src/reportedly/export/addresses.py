"""Addresses out of reports. Pure."""

from urllib.parse import urlsplit


def outward(address: str | None) -> str | None:
    """The address if a browser may be sent there; None for anything but the plain web."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
