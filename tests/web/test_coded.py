"""What others coded stands on the page of the incident, as theirs, and escaped."""

from pathlib import Path

from fastapi.testclient import TestClient

from reportedly.records import Actor, Coded, CodedFile, CodedRow, Place, Side, Toll
from reportedly.store import open_store
from tests.invented import on

INCIDENT = "INC-6"
HOSTILE = "<b>Ridge</b> \u202eMonitor"


def test_the_page_of_an_incident_says_what_others_coded(client: TestClient, db: Path) -> None:
    before = client.get(f"/incident/{INCIDENT}").text
    assert "Also coded" not in before
    event = Coded(
        format="sheet",
        key="7",
        when=on("2031-03-18"),
        place=Place("Saltgate market", "city", country="Quessara", lat=-30.67, lon=-20.42),
        killed=Toll(None, 12, None),
        one=Side((Actor("Ilvane Ridge Front"),)),
    )
    row = CodedRow(number=2, event=event, cells=("7", "mourned by Edna Quill"))
    file = CodedFile(
        id="file-1", name="x.csv", format="sheet", coder=HOSTILE, sha256="0", columns=("id", "note")
    )
    with open_store(f"sqlite:///{db}") as store:
        store.coded.add(file, [row], [])
    page = client.get(f"/incident/{INCIDENT}").text
    assert "Also coded" in page
    assert "killed 12; Ilvane Ridge Front" in page
    assert "<b>Ridge" not in page
    assert "Edna Quill" not in page
