"""The language that a source states for itself, as an ISO 639-1 code."""

import re

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,5}")

# ISO 639-2 codes that libraries and archives write; both where there are two
THREE = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "deu": "de", "ger": "de",
    "ita": "it", "nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "tur": "tr",
    "ara": "ar", "fas": "fa", "per": "fa", "prs": "fa", "heb": "he", "urd": "ur", "hin": "hi",
    "ben": "bn", "pus": "ps", "swa": "sw", "som": "so", "amh": "am", "hau": "ha", "zho": "zh",
    "chi": "zh", "jpn": "ja", "kor": "ko", "ind": "id", "mya": "my", "bur": "my", "tha": "th",
    "vie": "vi",
}  # fmt: skip


def stated_language(tag: str | None) -> str | None:
    """``en-GB`` and ``eng`` are ``en``; None for what is no language tag, or ``und``."""
    match = _TAG.fullmatch((tag or "").strip())
    if match is None:
        return None
    code = match[1].lower()
    return code if len(code) == 2 else THREE.get(code)
