"""Compare one reading with a case's expectations; every failure is a line a coder understands."""

from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]


def problems(case: Json, reading: Json, text: str) -> Iterator[str]:
    """What the reading of ``text`` gets wrong; ``reading`` is one object of ``read --json``."""
    expect = case["expect"] or {}
    incidents = [i for i in reading["incidents"] if i["role"] != "aggregate"]
    if "incidents" in expect:
        yield from _incidents(expect, incidents, text)
    every = [c for i in reading["incidents"] for c in i["counts"]]
    for wanted in expect.get("counts", []):
        if not any(_count(wanted, c, text) for c in every):
            yield f"count not found: {wanted['quote']!r} {wanted['outcome']} {wanted.get('best')}"
    for words in expect.get("no_count", []):
        if any(_inside(words, e, text) for c in every for e in c["evidence"]):
            yield f"counted, though it is no toll: {words!r}"
    yield from _statements(expect, reading, text)
    pairs = list(_dispute_texts(reading))
    for wanted in expect.get("disputes", []):
        if not any(
            (_shares(wanted["left"], a, text) and _shares(wanted["right"], b, text))
            or (_shares(wanted["left"], b, text) and _shares(wanted["right"], a, text))
            for a, b in pairs
        ):
            yield f"dispute not found: {wanted['left']!r} x {wanted['right']!r}"
    if len(reading["disputes"]) > expect.get("disputes_max", 99):
        yield f"{len(reading['disputes'])} disputes"
    for wanted in expect.get("aliases", []):
        names = [
            _plain(
                " | ".join([a["name"], *(e["quote"] for e in a["aliases_in_text"] + a["mentions"])])
            )
            for a in reading["actors"]
        ]
        if not any(_plain(wanted["alias"]) in n for n in names):
            yield f"alias not found: {wanted['name']!r} = {wanted['alias']!r}"
    if "horizon" in expect:
        horizons = [s["horizon"] for s in reading["statements"] if s["horizon"]]
        if not any(
            [h["earliest"], h["latest"]] == [_day(d) for d in expect["horizon"]] for h in horizons
        ):
            yield f"horizon {expect['horizon']} not found: {horizons}"


def _incidents(expect: Json, incidents: list[Json], text: str) -> Iterator[str]:
    left = list(incidents)
    for wanted in expect["incidents"]:
        touching = [i for i in left if any(_overlap(wanted["at"], e, text) for e in _evidence(i))]
        found = max(touching, key=lambda i: _touch(wanted["at"], i, text), default=None)
        if found is None:
            yield f"incident not found: {wanted['at']!r}"
            continue
        left.remove(found)
        yield from _fields(wanted, found)
    for optional in expect.get("incidents_optional", []):
        left = [
            i for i in left if not any(_overlap(optional["at"], e, text) for e in i["mentions"])
        ]
    for extra in left:
        quotes = [e["quote"][:60] for e in extra["mentions"]]
        yield f"incident that is none: {extra['type']} {quotes}"


def _fields(wanted: Json, found: Json) -> Iterator[str]:
    at = wanted["at"][:40]
    if "type" in wanted and found["type"] not in _either(wanted["type"]):
        yield f"{at!r}: type {found['type']}, not {wanted['type']}"
    for key in ("role", "status"):
        if key in wanted and found[key] not in _either(wanted[key]):
            yield f"{at!r}: {key} {found[key]}, not {wanted[key]}"
    if "date" in wanted:
        got = found["date"] and [found["date"]["earliest"], found["date"]["latest"]]
        want = wanted["date"] and [_day(d) for d in wanted["date"]]
        if got != want:
            yield f"{at!r}: date {got}, not {want}"
    place = found["place"] or {}
    if "country" in wanted and not _name(wanted["country"], place.get("country")):
        yield f"{at!r}: country {place.get('country')}, not {wanted['country']}"
    if "place" in wanted and not _name(wanted["place"], place.get("name")):
        yield f"{at!r}: place {place.get('name')}, not {wanted['place']}"
    for key in ("killed", "injured", "attackers_killed"):
        if key in wanted and not _range(wanted[key], found[key]):
            yield f"{at!r}: {key} {found[key]}, not {wanted[key]}"
    if "perpetrators" in wanted:
        names = [
            _plain(" ".join([p["name"], p["ref"] or "", *(e["quote"] for e in p["evidence"])]))
            for p in found["perpetrators"]
        ]
        if not wanted["perpetrators"] and any(p["ref"] for p in found["perpetrators"]):
            yield f"{at!r}: perpetrators {names}, none expected"
        for name in wanted["perpetrators"]:
            if not any(_plain(name) in n for n in names):
                yield f"{at!r}: perpetrators {names}, not {name!r}"
    for key, field in (("attribution", "status"), ("denied", "denied")):
        if key in wanted and found["attribution"][field] not in _either(wanted[key]):
            yield f"{at!r}: {key} {found['attribution'][field]}, not {wanted[key]}"


def _statements(expect: Json, reading: Json, text: str) -> Iterator[str]:
    for wanted in expect.get("statements", []):
        near = [s for s in reading["statements"] if _half(wanted["quote"], s["content"], text)]
        said = [s for s in near if _speaker(wanted["speaker"], s)]
        if not said:
            who = [s["speaker"] and s["speaker"]["name"] for s in near]
            yield f"statement not found: {wanted['speaker']} {wanted['quote'][:50]!r}; near: {who}"
        elif not any(s["act"] in _either(wanted.get("act", s["act"])) for s in said):
            yield f"{wanted['quote'][:50]!r}: act {[s['act'] for s in said]}, not {wanted['act']}"
        elif not any(s["mode"] in _either(wanted.get("mode", s["mode"])) for s in said):
            modes = [s["mode"] for s in said]
            yield f"{wanted['quote'][:50]!r}: mode {modes}, not {wanted['mode']}"
    if len(reading["statements"]) > expect.get("statement_count_max", 99):
        yield f"{len(reading['statements'])} statements"
    for words in expect.get("not_statement", []):
        if any(_inside(words, s["content"], text) for s in reading["statements"]):
            yield f"taken for a statement: {words!r}"


def _speaker(wanted: str | None, statement: Json) -> bool:
    speaker = statement["speaker"] or {}
    if not wanted:
        return not speaker.get("name")
    names = " ".join(str(speaker.get(k) or "") for k in ("name", "affiliation", "role"))
    return wanted.casefold() in names.casefold()


def _evidence(incident: Json) -> Iterator[Json]:
    yield from incident["mentions"]
    for count in incident["counts"]:
        yield from count["evidence"]


def _span(words: str, text: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def _overlap(words: str, e: Json, text: str) -> bool:
    a, b = _span(words, text)
    return e["in"] == "text" and bool(e["start"] < b and a < e["end"])


def _touch(words: str, incident: Json, text: str) -> int:
    a, b = _span(words, text)
    return sum(max(0, min(b, e["end"]) - max(a, e["start"])) for e in _evidence(incident))


def _inside(words: str, e: Json, text: str) -> bool:
    a, b = _span(words, text)
    return e["in"] == "text" and bool(e["start"] <= a and b <= e["end"])


def _half(words: str, e: Json, text: str) -> bool:
    a, b = _span(words, text)
    common = min(b, e["end"]) - max(a, e["start"])
    return bool(common * 2 >= b - a and common * 4 >= e["end"] - e["start"])


def _shares(words: str, e: Json, text: str) -> bool:
    return _overlap(words, e, text)


def _dispute_texts(reading: Json) -> Iterator[tuple[Json, Json]]:
    spans: dict[str, list[Json]] = {
        s["id"]: [s["content"], *([s["cue"]] if s["cue"] else [])] for s in reading["statements"]
    }
    spans |= {c["id"]: c["evidence"] for i in reading["incidents"] for c in i["counts"]}
    for dispute in reading["disputes"]:
        for a in spans.get(dispute["left"], []):
            for b in spans.get(dispute["right"], []):
                yield a, b


def _count(wanted: Json, found: Json, text: str) -> bool:
    if found["outcome"] != wanted["outcome"]:
        return False
    if not any(_overlap(wanted["quote"], e, text) for e in found["evidence"]):
        return False
    if "bound" in wanted and wanted["bound"] != found["bound"]:
        return False
    if wanted.get("bound") == "at_least" and found["low"] is not None and "low" in wanted:
        return wanted["low"] - found["low"] in (0, 1, -1)  # "more than 90": 90 or 91
    return all(found[k] == wanted[k] for k in ("low", "best", "high") if k in wanted)


def _range(wanted: list[int | None] | None, found: Json | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    got = [found["low"], found["best"], found["high"]]
    if (
        wanted[1] is None and wanted[2] is None and wanted[0] is not None
    ):  # "more than 90": 90 or 91
        return got[0] in (wanted[0], wanted[0] - 1) and got[2] is None
    return got == list(wanted)


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def _either(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(wanted: str | None, found: str | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    a, b = wanted.casefold(), found.casefold()
    return a in b or b in a


def _day(value: Any) -> Any:
    return value if value is None else str(value)
