"""MUC-4 keys → spans. A key names strings; every occurrence of such a string in the text is marked.

The texts are upper case; the encoder folds case, so no other case needs to be made.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.documents import Document, Marked

from reportedly.extract.trained.labels import CLASSES, MUC_TYPES, WHOLE_TEXT

Json = dict[str, Any]
_SLOTS = {
    "perp_individual_id": "muc_person",
    "perp_organization_id": "muc_group",
    "phys_tgt_id": "muc_target",
    "hum_tgt_name": "muc_name",
    "hum_tgt_description": "muc_role",
    "incident_instrument_id": "muc_weapon",
}
_CLASSES = {  # slot that says something of a string → our class
    "perp_organization_confidence": "muc_confidence",
    "phys_tgt_type": "muc_target_type",
    "phys_tgt_effect": "muc_target_effect",
    "hum_tgt_type": "muc_human_type",
    "hum_tgt_effect": "muc_human_effect",
    "incident_instrument_type": "muc_weapon_type",
}


def convert(path: Path) -> Iterator[Document]:
    """The documents of one split. ``path``: muc4/train.jsonl."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            spans = tuple(_spans(row["text"], row["templates"]))
            types = {t for template in row["templates"] for t in _types(template)}
            yes = (*(["muc_relevant"] if row["templates"] else []), *sorted(types))
            no = tuple(name for name in WHOLE_TEXT[1:] if name not in yes)
            yield Document(row["docid"], "muc4", row["text"], ("muc",), spans, (), yes, no)


def _types(template: Json) -> list[str]:
    found = [alt for filler in template["incident_type"] or [] for alt in filler["alts"]]
    return [t for t in MUC_TYPES if t in found]


def _spans(text: str, templates: list[Json]) -> Iterator[Marked]:
    found: dict[tuple[int, int, str], list[tuple[int, Json, list[str]]]] = {}
    entities: dict[str, int] = {}  # "slot string" → entity
    for number, template in enumerate(templates):
        for slot, tag in _SLOTS.items():
            for filler in template[slot] or []:
                strings = [alt for alt in filler["alts"] if isinstance(alt, str) and alt != "-"]
                _unite(entities, [f"{tag} {s}" for s in strings])
                for string in strings:
                    for start, end in occurrences(text, string):
                        found.setdefault((start, end, tag), []).append((number, template, strings))
        for filler in template["incident_location"] or []:
            for alt in filler["alts"]:
                for step in alt.get("path", []):
                    for place in step:
                        for start, end in occurrences(text, place["name"]):
                            found.setdefault((start, end, "muc_place"), []).append(
                                (number, template, [place["name"]])
                            )
    for (start, end, tag), uses in sorted(found.items()):
        classes: dict[str, str] = {}
        for _, template, strings in uses:
            classes |= _classes(template, strings, tag)
        numbers = tuple(sorted({number for number, _, _ in uses}))
        types = tuple(t for t in MUC_TYPES if any(t in _types(used) for _, used, _ in uses))
        entity = entities.get(f"{tag} {uses[0][2][0]}")
        yield Marked(start, end, tag, numbers, entity, classes, types)


def _unite(entities: dict[str, int], keys: list[str]) -> None:
    known = {entities[key] for key in keys if key in entities}
    number = min(known) if known else len(entities)
    for key, value in list(entities.items()):
        if value in known:
            entities[key] = number
    entities.update(dict.fromkeys(keys, number))


def _classes(template: Json, strings: list[str], tag: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for slot, name in _CLASSES.items():
        for filler in template[slot] or []:
            value = next((alt for alt in filler["alts"] if alt in CLASSES[name]), None)
            if value and set(filler["xref"] or []) & set(strings):
                found[name] = value
    stage = [alt for filler in template["incident_stage"] or [] for alt in filler["alts"]]
    if stage and stage[0] in CLASSES["muc_stage"]:
        found["muc_stage"] = stage[0]
    return found


def occurrences(text: str, string: str) -> Iterator[tuple[int, int]]:
    """Where ``string`` stands in ``text`` as whole words, line breaks counting as spaces."""
    words = [re.escape(word) for word in string.split()]
    if words:
        pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))
