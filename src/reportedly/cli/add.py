"""``reportedly add SOURCE...``: read, store and link. Safe to repeat and to interrupt."""

from reportedly.cli.options import (
    Db,
    Extractor,
    Gazetteer,
    Jobs,
    Json,
    Published,
    Publisher,
    Sources,
)


def command(
    sources: Sources,
    published: Published = None,
    publisher: Publisher = None,
    db: Db = None,
    extractor: Extractor = None,
    gazetteer: Gazetteer = None,
    jobs: Jobs = None,
    as_json: Json = False,
) -> None:
    """Read reports into the store and link them.

    Repeating it adds nothing twice; an interrupted run goes on where it stopped.
    """
    from reportedly import pipeline, wording
    from reportedly.cli import opened
    from reportedly.cli.failed import failed
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import write, write_json
    from reportedly.config import database
    from reportedly.store import open_store

    readers = opened.readers(extractor, jobs, gazetteer, opened.book(db))
    with open_store(database(db)) as store, bar("read") as progress:
        found = pipeline.sources(sources, published=published, publisher=publisher)
        added = pipeline.add(found, store, readers, progress)
    if as_json:
        counts = {n: getattr(added, n) for n in ("reports", "known", "accounts", "statements")}
        failures = [
            {"source": f.source, "stage": f.stage, "reason": f.reason} for f in added.failures
        ]
        write_json({**counts, "failures": failures})
    else:
        write(
            f"{wording.number(added.reports, 'new report')} ({added.known:,} known before), "
            f"{wording.number(added.accounts, 'account')} of incidents, "
            f"{wording.number(added.statements, 'statement')}, "
            f"{wording.number(len(added.failures), 'failure')}\n"
        )
    failed(added.failures)
