"""The demonstration's figures follow from its corpus, whatever the names, words and order in it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from reportedly import codebook, demo
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Readers, Tools, add, release, sources
from reportedly.pipeline.released import Release
from reportedly.records import Count, Incident, When
from reportedly.store import open_store
from tests.demo.reread import renamed, rewrite

RULES = ("range", "acled", "ucdp", "gtd", "majority", "latest")
FIELDS = ("killed", "injured", "attackers_killed")
Gold = Mapping[str, Any]


def gold() -> Gold:
    with demo.folder() as folder:
        found: Gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return found


GOLD = gold()
INCIDENTS = {one["key"]: one for one in GOLD["incidents"]}


class Reread:
    """The corpus as one run of the pipeline derives it."""

    def __init__(self, folder: Path, store: Path) -> None:
        names = open_names(folder / "places.csv", folder / "actors.jsonl")
        tools = Tools(names=names, extractor=extractor("rules"), codebook=codebook.default())
        self.store = open_store(f"sqlite:///{store}")
        added = add(sources([str(folder / "corpus")]), self.store, Readers(tools))
        assert added.failures == []
        self.by_rule: dict[str, Release] = {r: release(self.store, tools, r) for r in RULES}

    @property
    def release(self) -> Release:
        return self.by_rule["range"]

    def reports_of(self, incident: Incident) -> set[str]:
        accounts = self.release.accounts(incident.accounts)
        return {self.release.report(a.report).name for a in accounts if a.role != "aggregate"}

    def incident(self, key: str) -> Incident | None:
        """The incident that most of the gold incident's reports tell of, on its days."""
        wanted = INCIDENTS[key]
        found = [i for i in self.release.incidents() if self._days_agree(i, wanted)]
        best = max(found, key=lambda i: self._agreement(i, wanted), default=None)
        return best if best and self._agreement(best, wanted) > 0 else None

    def _agreement(self, incident: Incident, wanted: Gold) -> float:
        reports = self.reports_of(incident)
        return len(reports & set(wanted["reports"])) - 0.5 * len(reports - set(wanted["reports"]))

    def _days_agree(self, incident: Incident, wanted: Gold) -> bool:
        when = incident.get("date")
        if not isinstance(when, When):
            return False
        first, last = wanted["date"]["earliest"], wanted["date"]["latest"]
        return bool(str(when.earliest) <= last and first <= str(when.latest))


@pytest.fixture(scope="module", params=["as written", "renamed, reworded, shuffled"])
def reread(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reread:
    scratch = tmp_path_factory.mktemp("demo")
    with demo.folder() as folder:
        source = folder
        if request.param != "as written":
            rewrite(folder, scratch / "rewritten", seed=7)
            source = scratch / "rewritten"
        return Reread(source, scratch / "store.db")


@pytest.mark.parametrize("key", INCIDENTS)
def test_the_figures_by_every_rule(reread: Reread, key: str) -> None:
    incident = reread.incident(key)
    assert incident is not None, "the incident was not found"
    wrong = []
    for rule in RULES:
        wanted = (INCIDENTS[key]["derived"] or {}).get(rule) or {}
        derived = reread.by_rule[rule].incident(incident.id)
        for field in FIELDS:
            value = derived.get(field)
            got = [value.low, value.best, value.high] if isinstance(value, Count) else None
            if not _same(wanted.get(field), got):
                wrong.append(f"{rule} {field}: {got}, not {wanted.get(field)}")
    assert not wrong


def _same(wanted: Sequence[int | None] | None, got: Sequence[int | None] | None) -> bool:
    return (list(wanted) if wanted else None) == (list(got) if got else None)


@pytest.mark.parametrize("pair", GOLD["not_same"], ids=" and ".join)
def test_what_is_not_the_same_stays_apart(reread: Reread, pair: Sequence[str]) -> None:
    left, right = (reread.incident(key) for key in pair)
    assert left is not None
    assert right is not None
    assert left.id != right.id


def test_a_wire_copy_is_one_voice(reread: Reread) -> None:
    incident = reread.incident("dulmeck-market-bombing")
    assert incident is not None
    ids = {
        reread.release.report(a.report).name: a.report
        for a in reread.release.accounts(incident.accounts)
    }
    copies = reread.release.copies(incident)
    for group in GOLD["copies"]:
        origins = {copies.get(ids[name], ids[name]) for name in group if name in ids}
        assert (
            len(origins) <= 2
        )  # the agency's own text, and the one that its subscribers shortened


def test_a_warning_keeps_its_horizon(reread: Reread) -> None:
    warned = {
        (reread.release.report(s.report).name, str(s.horizon.earliest), str(s.horizon.latest))
        for s in reread.release.statements()
        if s.horizon is not None
    }
    wanted = GOLD["warnings"][0]
    horizon = wanted["horizon"]
    assert (wanted["report"], horizon["earliest"], horizon["latest"]) in warned


def test_what_was_withdrawn_is_kept_without_figures(reread: Reread) -> None:
    incident = reread.incident("zanterro-terminal")
    assert incident is not None
    assert all(incident.get(field) is None for field in FIELDS)


def test_claims_and_denials_are_in_dispute(reread: Reread) -> None:
    incident = reread.incident("dulmeck-market-bombing")
    assert incident is not None
    kinds = {dispute.kind for dispute in incident.disputes}
    assert {"count", "responsibility"} <= kinds


def test_renaming_leaves_no_name_of_the_corpus() -> None:
    with demo.folder() as folder:
        rows = (folder / "corpus" / "reports.jsonl").read_text("utf-8").splitlines()
    text = "\n".join(renamed(json.loads(row)["text"]) for row in rows)
    assert not [name for name in ("Quessara", "Dulmeck", "Halyard", "Sabrecht") if name in text]
