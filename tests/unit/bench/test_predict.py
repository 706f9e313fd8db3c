"""Predictions see the fields of the contract and nothing else. The documents are invented."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from bench.quality.predict import TASKS, predict

MUC4 = {
    "docid": "INVENTED-1",
    "text": (
        "   LIMA, 3 MAY 90 (ANP) -- [TEXT] A CAR BOMB EXPLODED TODAY IN TARMA, KILLING\n"
        "THREE FISHERMEN.  POLICE BLAMED THE SHINING PATH FOR THE ATTACK."
    ),
    "dateline": {"place": "LIMA", "source": "ANP", "date": "1990-05-03", "end": 27},
    "templates": [{"template": 1}],
}
FIVE = {
    "docid": "INVENTED-2",
    "doctext": "a car bomb exploded in tarma, killing three fishermen.",
    "templates": [],
}
SAID = {
    "id": "invented-3",
    "text": (
        "“It was a bomb,” Ana Quiroz said. “We heard it from the other side of the river.” "
        "She added that nobody was hurt."
    ),
    "attributions": [{"source": [[0, 5]], "cue": [], "content": []}],
}

DATED = {
    "docid": "invented-4",
    "text": "The ferry sank on Monday. Crews searched from 3 May to 7 May.",
    "dct": "2024-05-15",
    "timexes": [{"start": 0, "end": 3, "type": "DATE", "value": "2024"}],
}
GIVEN = [
    {"start": 12, "end": 17, "surface": "Mopti", "geonameid": "1", "lat": 0, "lon": 0},
    {"start": 69, "end": 74, "surface": "Paris", "geonameid": "2", "lat": 0, "lon": 0},
]
PLACED = {
    "docid": "INVENTED-4",
    "text": "Troops left Mopti, central Mali, at noon. The Malian army said so in Paris.",
    "toponyms": GIVEN,
}


def predicted(task: str, row: Mapping[str, object], folder: Path) -> dict[str, object]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text(json.dumps(row) + "\n", encoding="utf-8")
    predict(task, source, target, "rules")
    lines = target.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    found: dict[str, object] = json.loads(lines[0])
    return found


@pytest.mark.parametrize(
    ("task", "row"),
    [
        *(("muc4", MUC4), ("muc4 --five-slot", FIVE), ("attribution", SAID), ("time", DATED)),
        ("places", PLACED),
    ],
)
def test_gold_is_not_read(task: str, row: Mapping[str, object], tmp_path: Path) -> None:
    allowed = {field: row[field] for field in TASKS[task].fields}
    assert predicted(task, row, tmp_path) == predicted(task, allowed, tmp_path)


def test_linking_joins_documents_of_one_incident(tmp_path: Path) -> None:
    texts = {
        "a": "A gunman shot dead Ilse Vandrom, 41, outside a bakery in Mopti on Monday.",
        "b": "Mourners buried Ilse Vandrom, 41, shot dead outside a bakery in Mopti on Monday.",
        "c": "Floods closed the road to the harbour of Tarma for the second year.",
    }
    rows = [
        {"id": id, "title": "", "text": text, "date": "2024-05-15", "incident": "gold"}
        for id, text in texts.items()
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    predict("linking", source, target, "rules")
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in found] == ["a", "b", "c"]
    assert found[0]["cluster"] == found[1]["cluster"] != found[2]["cluster"]
    assert all(row["incident"] == row["cluster"] for row in found)


def test_muc4(tmp_path: Path) -> None:
    templates = predicted("muc4", MUC4, tmp_path)["templates"]
    assert isinstance(templates, list)
    slots = {k: [f["raw"] for f in v] for k, v in templates[0].items() if isinstance(v, list)}
    assert slots["incident_date"] == ["03 MAY 90"]
    assert slots["incident_type"] == ["BOMBING"]
    assert slots["incident_instrument_type"] == ['VEHICLE BOMB: "CAR BOMB"']
    assert slots["hum_tgt_effect"] == ['DEATH: "FISHERMEN"']
    assert slots["perp_organization_id"] == ['"SHINING PATH"']


def test_five_slots(tmp_path: Path) -> None:
    templates = predicted("muc4 --five-slot", FIVE, tmp_path)["templates"]
    assert isinstance(templates, list)
    assert templates[0]["Weapon"] == [[["car bomb", 2]]]


def test_attribution(tmp_path: Path) -> None:
    found = predicted("attribution", SAID, tmp_path)["attributions"]
    assert isinstance(found, list)
    text = str(SAID["text"])
    words = [[text[start:end] for start, end in a["content"]] for a in found]
    assert words == [
        ["It was a bomb,", "We heard it from the other side of the river."],
        ["that nobody was hurt"],
    ]
    assert [text[slice(*a["cue"][0])] for a in found] == ["said", "added"]


def test_time_marks_both_ends_of_a_range(tmp_path: Path) -> None:
    timexes = predicted("time", DATED, tmp_path)["timexes"]
    assert isinstance(timexes, list)
    assert [(t["type"], t["value"]) for t in timexes] == [
        ("DATE", "2024-05-13"), ("DATE", "2024-05-03"), ("DATE", "2024-05-07"),
    ]  # fmt: skip


def test_places_of_running_text(tmp_path: Path) -> None:
    found = predicted("places", PLACED, tmp_path)["toponyms"]
    assert isinstance(found, list)
    assert [(t["surface"], t["cc"]) for t in found][:2] == [("Mopti", "ML"), ("Mali", "ML")]
    assert found[0]["geonameid"] == "2453348"


def test_places_at_given_spans_are_read_from_the_text_alone(tmp_path: Path) -> None:
    bare = [{k: t[k] for k in ("start", "end", "surface")} for t in GIVEN]
    found = predicted("places --gold-spans", PLACED, tmp_path)["toponyms"]
    assert (
        found == predicted("places --gold-spans", PLACED | {"toponyms": bare}, tmp_path)["toponyms"]
    )
    assert isinstance(found, list)
    assert [(t["start"], t["cc"]) for t in found] == [(12, "ML"), (69, "FR")]
