"""A value of any kind in a few words, for one cell."""

from reportedly.export.flat import named, told
from reportedly.records import Actor, Attribution, Code, Count, Place, Said, Text, Value, When


def worded(value: Value) -> str:
    match value:
        case Count():
            return told(value)
        case When():
            first, last = value.earliest.isoformat(), value.latest.isoformat()
            return first if first == last else f"{first}/{last}"
        case Place():
            parts = (value.name, value.admin1, value.country)
            return ", ".join(dict.fromkeys(part for part in parts if part))
        case Actor():
            return named(value)
        case Attribution():
            by = f" by {value.by}" if value.by else ""
            return f"{value.status}{by}{', denied' if value.denied else ''}"
        case Code():
            return value.code
        case Text():
            return value.text
        case Said():
            on = f" on {worded(value.on)}" if value.on else ""
            who = ", by nobody named" if value.unnamed else ""
            return f"{value.act}{on}{who}{', denying nothing' if value.denies_nothing else ''}"
