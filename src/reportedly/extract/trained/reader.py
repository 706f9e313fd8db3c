"""The extractor that puts both together: the network proposes, the rules decide and explain."""

from dataclasses import replace

from reportedly.assets import READER, locate
from reportedly.codebook import Codebook, default
from reportedly.errors import AssetError
from reportedly.extract.incidents import accounts
from reportedly.extract.people import actors_in_text
from reportedly.extract.statements import statements
from reportedly.extract.trained.belief import weighed
from reportedly.extract.trained.events import TELLING, Events, events
from reportedly.extract.trained.network import network
from reportedly.extract.trained.proposals import proposals
from reportedly.extract.trained.sayings import sayings
from reportedly.extract.trained.statements import Heard
from reportedly.records import Annotated, Reading

_CUE = 0.3  # least probability of a reporting word; its saying must be surer


class TrainedExtractor:
    """Raises AssetError when made where the model is not installed."""

    name = "trained"
    version = "1"

    def __init__(self, codebook: Codebook | None = None) -> None:
        self.codebook = codebook or default()
        try:
            for asset in READER:
                locate(asset)
        except AssetError as error:
            raise AssetError(f"{error}, or read with --extractor rules") from None

    def extract(self, annotated: Annotated) -> Reading:
        found, also = self.unweighed(annotated)
        return replace(found, accounts=weighed(found.accounts, also))

    def unweighed(self, annotated: Annotated) -> tuple[Reading, Events]:
        """What is found, its accounts without scores, and what the network says of it."""
        by = f"{self.name}/{self.version}"
        report = annotated.report
        net = network()
        sheet = net.sheet(report.text)
        heard = sayings(sheet, net.heads, report.text, least_cue=_CUE)
        said = statements(annotated, by=by, also=Heard(sheet, heard))
        proposed = proposals(sheet, net.heads, report.text, ("perp", *TELLING))
        also = events(annotated, sheet, net.heads, proposed)
        told = accounts(annotated, said, self.codebook, by=by, also=also)
        found = Reading(
            report=report,
            extractor=by,
            accounts=told,
            statements=said,
            actors=actors_in_text(annotated),
        )
        return found, also
