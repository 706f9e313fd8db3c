"""Makes the shipped registry of actors from the compilation it is kept in.

    python train/gazetteer/actors.py COMPILATION.jsonl src/reportedly/gazetteer/actors.jsonl

Left out: aliases that mean something else in most newspapers ("AFP", "RAF"), capitals (the place
layer knows them as metonyms), remarks, and identifiers quoted from memory. UCDP actor ids are from
the UCDP actor list 22.1 (CC BY 4.0). ``actors_more.jsonl`` beside this file adds rows, and aliases
and exact dates to rows by ``id``.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

_MISLEADING = (
    "AFP RAF MAS PRC CPP ISS FAR MIR IRI JAM SAS TIP AST ASL MIT GAM ARC AFC MSA UPC ALF NAS CSP "
    "FPR CMA NDA HaY ISA EMC MTM FDN RN BR CV IM HM MK SL LJ AA KH JI AQ Shane Etzel Hasam Amal "
    "Aleph Provos Tigers Sepah Tehran Moscow Islamabad Delhi Abuja Ankara Kyiv Kiev Washington "
    "DPR KIO HIG ISM FAL"
)
MISLEADING = set(_MISLEADING.split()) | {
    "New Delhi",
    "Jerusalem (metonym)",
    "regime forces",
    "federal forces",
}
IN_BRACKETS = re.compile(r"\s*\([^)]*\)$")


def cleaned(row: dict[str, Any]) -> dict[str, Any]:
    aliases: list[str] = []
    for alias in [row["name"], *row["aliases"]]:
        if alias in MISLEADING or alias.endswith("(part)"):
            continue
        aliases += [alias, IN_BRACKETS.sub("", alias)]
    native = [name for names in row["native"].values() for name in names]
    kept = {
        "id": row["id"], "name": row["name"], "kind": row["kind"],
        "aliases": [a for a in dict.fromkeys(aliases) if a != row["name"]],
        "native": list(dict.fromkeys(native)), "parent": row["parent"],
        "countries": row["countries"], "from": row["active_from"], "to": row["active_to"],
        "ucdp": row["ucdp_actor_id"],
        "armed_forces": row["relation"] == "armed forces",
    }  # fmt: skip
    return {key: value for key, value in kept.items() if value not in (None, [], False)}


def compile_registry(source: Path, more: Path) -> list[dict[str, Any]]:
    rows = {r["id"]: cleaned(r) for r in map(json.loads, source.open(encoding="utf-8"))}
    for change in map(json.loads, more.open(encoding="utf-8")):
        row = rows.setdefault(change["id"], {})
        aliases = [*row.get("aliases", []), *change.pop("aliases", [])]
        row.update(change)
        if aliases:
            row["aliases"] = list(dict.fromkeys(aliases))
    return list(rows.values())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: actors.py COMPILATION.jsonl OUT.jsonl")
    registry = compile_registry(Path(sys.argv[1]), Path(__file__).parent / "actors_more.jsonl")
    Path(sys.argv[2]).write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in registry), encoding="utf-8"
    )
