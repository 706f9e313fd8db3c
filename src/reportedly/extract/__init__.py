"""Annotated report in, accounts of incidents and statements out."""

from reportedly.plugins import Extractor, find

EXTRACTORS = {
    "rules": "reportedly.extract.rules:RuleExtractor",
    "trained": "reportedly.extract.trained.reader:TrainedExtractor",
}


def extractor(name: str) -> Extractor:
    """The extractor of that name. Raises UnknownPlugin, which lists what there is."""
    made: Extractor = find("extractors", name, EXTRACTORS)()
    return made
