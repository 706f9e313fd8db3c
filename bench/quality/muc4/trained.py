"""The templates of a page by the trained network; the rules second it and lend days and counts."""

from collections.abc import Iterator, Mapping, Sequence

from bench.quality.muc4.filling import Filling
from bench.quality.muc4.grouping import Settings, groups
from bench.quality.muc4.incidents import templates as by_rules
from bench.quality.muc4.pages import Page
from bench.quality.muc4.seen import seen
from bench.quality.muc4.template import Mention, Template
from reportedly.annotate import annotate
from reportedly.extract.rules import RuleExtractor
from reportedly.extract.trained.heads import Sheet
from reportedly.extract.trained.labels import MUC_TYPES
from reportedly.extract.trained.network import network
from reportedly.extract.trained.proposals import related
from reportedly.extract.trained.spans import Proposal, propose
from reportedly.pipeline import Tools
from reportedly.records import receive
from reportedly.resolve import resolve

LEAST: Mapping[str, float] = {  # probability of its surest token, from which a span is taken
    "muc_person": 0.9,
    "muc_group": 0.4,
    "muc_target": 0.7,
    "muc_name": 0.8,
    "muc_role": 0.7,
    "muc_weapon": 0.75,
    "muc_place": 0.7,
}
EDGE = 0.3  # a span goes on so far: the network is less sure of where one ends than of its head
SECONDED = 0.3  # so much less is enough where the rules tell of the same words
SETTINGS = Settings()


def templates(page: Page, tools: Tools, *, bare: bool) -> tuple[Template, ...]:
    """A finder (see ``finders``)."""
    report = receive(
        page.readable.encode(), "text/plain", name=page.docid, text=page.readable,
        published=page.published, language="en",
    ).report  # fmt: skip
    annotated = resolve(annotate(report, tools.names), tools.names)
    reading = RuleExtractor(tools.codebook).extract(annotated)
    net = network()
    sheet = net.sheet(page.text)
    ruled = by_rules(reading, page, bare=bare)
    told = _told(ruled)
    spans = [span for tag in LEAST for span in chosen(sheet, page.text, tag, told[tag])]
    found = seen(sheet, net.heads, related(spans, sheet, net.heads))
    relevant = found.whole["muc_relevant"] + (SETTINGS.seconded if ruled else 0)
    made: tuple[Template, ...] = ()
    if relevant >= SETTINGS.relevant:
        filling = Filling(found, page, annotated, reading.accounts)
        made = tuple(filling.template(group) for group in groups(found, page.text, SETTINGS))
    if bare and not made and relevant >= SETTINGS.alone:
        likeliest = max(MUC_TYPES, key=lambda name: found.whole[name])
        return (Template(likeliest, "accomplished", None),)
    return made


def chosen(sheet: Sheet, text: str, tag: str, told: Sequence[Mention]) -> list[Proposal]:
    """The spans of a tag that are sure enough, or less sure and told of by the rules too."""
    return [
        span
        for span in propose(sheet, text, tag, LEAST[tag] - SECONDED, EDGE)
        if span.score >= LEAST[tag] or _meets(span, told)
    ]


def _meets(span: Proposal, others: Sequence[Mention]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _told(found: Sequence[Template]) -> dict[str, list[Mention]]:
    """The words of the rules' templates, under the network's tags."""
    told: dict[str, list[Mention]] = {tag: [] for tag in LEAST}
    for template in found:
        for tag, mention in _mentions(template):
            if mention is not None:
                told[tag].append(mention)
    return told


def _mentions(template: Template) -> Iterator[tuple[str, Mention | None]]:
    for party in template.perpetrators:
        yield "muc_group" if party.organization else "muc_person", party.mentions[0]
    for victim in template.victims:
        yield "muc_name", victim.name
        yield "muc_role", victim.description
    for target in template.targets:
        yield "muc_target", target.mentions[0]
    for means in template.instruments:
        yield "muc_weapon", means.mention
    for where in template.where:
        yield "muc_place", where.mention
