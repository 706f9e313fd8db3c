"""``reportedly read SOURCE...``: read and show; nothing is stored."""

from collections.abc import Iterator
from typing import Annotated

import typer

from reportedly.cli.options import (
    Extractor,
    Gazetteer,
    Jobs,
    Json,
    Published,
    Publisher,
    Sources,
    Title,
)

WithText = Annotated[
    bool, typer.Option("--with-text", help="With --json: put the report's text in as well.")
]


def command(
    sources: Sources,
    published: Published = None,
    title: Title = None,
    publisher: Publisher = None,
    with_text: WithText = False,
    extractor: Extractor = None,
    gazetteer: Gazetteer = None,
    jobs: Jobs = None,
    as_json: Json = False,
) -> None:
    """Read reports and show what they say; nothing is stored."""
    from reportedly import contract, pipeline
    from reportedly.cli import opened
    from reportedly.cli.card import card
    from reportedly.cli.failed import failed
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write, write_json
    from reportedly.records import Failure, Received

    readers = opened.readers(extractor, jobs, gazetteer)
    codebook = readers.tools.codebook
    failures: list[Failure] = []

    def received() -> Iterator[Received]:
        for one in pipeline.sources(sources, published=published, title=title, publisher=publisher):
            if isinstance(one, Failure):
                failures.append(one)
            else:
                yield one

    for number, (_, reading) in enumerate(readers.read(received())):
        failures.extend(reading.failures)
        if as_json:
            write_json(contract.reading(reading, with_text=with_text, codebook=codebook))
            continue
        if number:
            write("\n")
        screen = Screen()
        card(screen, reading)
        screen.show()
    failed(failures)
