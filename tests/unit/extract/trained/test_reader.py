"""The reader that ships: it runs, says the same twice, and cites what it says."""

from pathlib import Path

import pytest

from reportedly import assets, codebook
from reportedly.assets import ASSETS, READER
from reportedly.errors import AssetError
from reportedly.extract import extractor
from reportedly.extract.trained.reader import TrainedExtractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools, read_report
from reportedly.records import Reading, receive

TEXT = (
    "Gunmen killed four people at a market in Kirkuk on Tuesday, police said.\n\n"
    "“They came on two motorcycles,” a trader recalled. The provincial council put it down to "
    "smugglers. Dana Orlik, 34, was questioned and let go, by the account of the prosecutor."
)


def read() -> Reading:
    tools = Tools(open_names(), extractor("trained"), codebook.default())
    return read_report(
        receive(TEXT.encode(), "text/plain", name="t", text=TEXT, language="en"), tools
    )


def test_it_reads_with_exact_evidence_and_the_same_twice() -> None:
    first = read()
    assert not first.failures
    assert first.extractor == "trained/1"
    (told,) = first.accounts
    assert [claim.value.best for claim in told.of("killed")] == [4]  # type: ignore[union-attr]
    for evidence in first.evidence():
        evidence.check(first.report)
    assert read() == first


def test_it_makes_no_doer_of_a_private_person() -> None:
    doers = [claim for told in read().accounts for claim in told.of("perpetrator")]
    assert not any("Orlik" in str(claim.value) for claim in doers)


@pytest.mark.parametrize("name", READER)
def test_without_its_files_it_says_what_to_do(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(assets.ASSETS, name, ASSETS[name]._replace(path=str(tmp_path / "gone")))
    with pytest.raises(AssetError, match="--extractor rules"):
        TrainedExtractor()
