"""``reportedly rebuild``: make the incidents anew from what is kept."""

from reportedly.cli.options import Db, Jobs, Json


def command(db: Db = None, jobs: Jobs = None, as_json: Json = False) -> None:
    """Link and reconcile everything anew.

    Nothing is lost by it, and nothing changes unless the rules or the model did since; what does
    is among the `changes`.
    """
    from reportedly import config, pipeline, wording
    from reportedly.cli import opened
    from reportedly.cli.terminal import write, write_json

    with opened.store(db) as store:
        changed = pipeline.rebuild(
            store, opened.tools(book=opened.book_of(store)), config.jobs(jobs)
        )
    if as_json:
        write_json({"changed": [belief.id for belief in changed]})
    else:
        write(f"{wording.number(len(changed), 'incident')} changed\n")
