"""Makes the shipped registry of actors from the compilation it is kept in.

    python train/gazetteer/actors.py COMPILATION.jsonl src/reportedly/gazetteer/actors.jsonl

Left out: aliases that mean something else in most newspapers ("AFP", "RAF"), capitals (the place
layer knows them as metonyms), remarks, and identifiers quoted from memory. UCDP actor ids are from
the UCDP actor list 22.1 (CC BY 4.0). Beside this file, ``actors_more.jsonl`` adds rows, and facts
to rows by ``id`` (lists grow, ``drop`` takes names out); ``listed.tsv`` holds designations. Which
source says what stands in ``src/reportedly/gazetteer/sources.toml``.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
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
_GROWING = ("aliases", "labels", "listed")


def cleaned(row: dict[str, Any]) -> dict[str, Any]:
    aliases: list[str] = []
    for alias in [row["name"], *row["aliases"]]:
        if alias in MISLEADING or alias.endswith("(part)"):
            continue
        aliases += [alias, IN_BRACKETS.sub("", alias)]
    kept = {
        "id": row["id"], "name": row["name"], "kind": row["kind"],
        "aliases": [a for a in dict.fromkeys(aliases) if a != row["name"]],
        "native": row["native"], "parent": row["parent"], "relation": row["relation"],
        "countries": row["countries"], "from": row["active_from"], "to": row["active_to"],
        "ucdp": row["ucdp_actor_id"],
        "armed_forces": row["relation"] == "armed forces",
    }  # fmt: skip
    return {key: value for key, value in kept.items() if value not in (None, [], {}, False)}


def changed(row: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """A row with what ``actors_more.jsonl`` says of it."""
    new = row | {key: value for key, value in change.items() if key != "drop"}
    for field in _GROWING:
        if both := [*row.get(field, []), *change.get(field, [])]:
            new[field] = [one for n, one in enumerate(both) if one not in both[:n]]
    if native := row.get("native", {}) | change.get("native", {}):
        new["native"] = native
    new["aliases"] = [a for a in new.get("aliases", []) if a not in change.get("drop", [])]
    return {key: value for key, value in new.items() if value not in ([], False)}


def listings() -> dict[str, list[dict[str, str]]]:
    """The designations by the id of our row."""
    found: dict[str, list[dict[str, str]]] = {}
    for line in (HERE / "listed.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            by, as_of, id, name = line.split("\t")
            found.setdefault(id, []).append({"by": by, "as": name, "as_of": as_of})
    return found


def compile_registry(source: Path, more: Path) -> list[dict[str, Any]]:
    rows = {r["id"]: cleaned(r) for r in map(json.loads, source.open(encoding="utf-8"))}
    for change in map(json.loads, more.open(encoding="utf-8")):
        rows[change["id"]] = changed(rows.get(change["id"], {}), change)
    for id, listed in listings().items():
        rows[id]["listed"] = listed
    named = {row["name"] for row in rows.values()}
    for row in rows.values():
        parent = row.get("parent", "")
        if parent and parent not in named and not parent.startswith("Government of"):
            print(f"{row['id']}: its parent {parent} is no row")
    return list(rows.values())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("usage: actors.py COMPILATION.jsonl OUT.jsonl")
    registry = compile_registry(Path(sys.argv[1]), HERE / "actors_more.jsonl")
    Path(sys.argv[2]).write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in registry), encoding="utf-8"
    )
