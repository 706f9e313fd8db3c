"""Ids derived from content, so that a second reading names the same thing the same way."""

import hashlib
import json


def content_id(kind: str, *parts: object) -> str:
    """Return e.g. ``claim-3f2a9c0d1e4b5a67``: the kind and 64 bits of SHA-256 of the parts."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
