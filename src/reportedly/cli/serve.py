"""``reportedly serve``: the workbench, on this machine unless told otherwise."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import By, Db, Gazetteer

if TYPE_CHECKING:
    import socket

    from reportedly.pipeline import Tools
    from reportedly.store.store import Store
    from reportedly.web.pages.start import Kind, Start

Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="NAME",
        help="The address to listen on. Everyone who reaches it can read and decide: there are "
        "no passwords.",
    ),
]
Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: any free one.")
]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")]
_DEMO = Path("reportedly-demo")
_ANY = ("0.0.0.0", "::")


def command(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    no_open: NoOpen = False,
    by: By = None,
    db: Db = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Open the workbench in a browser.

    Reports, incidents and decisions on one screen; it works without a network.
    """
    import socket

    import uvicorn

    from reportedly.cli import opened
    from reportedly.config import reviewer
    from reportedly.processes import few_collections
    from reportedly.web import beforehand, create_app
    from reportedly.web.guard import LOOPBACK

    with ExitStack() as held:
        sock = held.enter_context(_listening(host, port))
        # An answer goes out in two parts: without this the second waits 40 ms for a word back.
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        store = held.enter_context(opened.store(db)) if opened.exists(db) else None
        tools = opened.tools(gazetteer=gazetteer, book=opened.book_of(store) if store else None)
        names = {*LOOPBACK, host, *_own_names(host)}
        app = create_app(
            store,
            tools,
            start=_start(held, db, tools),
            reviewer=reviewer(by),
            hosts=names,
            any_address=host in _ANY,
        )
        beforehand.ask(app)
        address = _address(host, sock.getsockname()[1])
        _tell(address, shared=host not in LOOPBACK)
        if not no_open:
            _open_soon(address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        held.enter_context(few_collections())
        held.enter_context(beforehand.fetching(app))
        uvicorn.Server(config).run(sockets=[sock])


def _start(held: ExitStack, db: str | None, tools: "Tools") -> "Start":
    """How the first page makes the store that is chosen there; it is closed with all that is held.

    The demonstration gets a folder of its own, so that nothing invented comes among real reports.
    """
    from dataclasses import replace

    from reportedly import codebook
    from reportedly.cli import demo, opened
    from reportedly.config import database
    from reportedly.store import open_store

    def begin(kind: "Kind", book: str) -> "tuple[Store, Tools]":
        if kind == "own":
            chosen = codebook.named(book)
            own = held.enter_context(open_store(database(db)))
            own.settings.set(opened.BOOK, book)
            return own, replace(tools, codebook=chosen)
        known = demo.unpack(_DEMO)
        store = held.enter_context(open_store(f"sqlite:///{_DEMO / demo.STORE}"))
        demo.read(_DEMO, store, known)
        return store, known

    return begin


def _listening(host: str, port: int) -> "socket.socket":
    """A socket that listens there. Raises BadParameter for a port in use or a foreign address."""
    import errno
    import socket

    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(found[-1][:2], family=found[0])
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise typer.BadParameter(
                f"port {port} is in use, perhaps by another `reportedly serve`; "
                "take another one, or 0 for any that is free",
                param_hint="--port",
            ) from None
        if error.errno in (errno.EACCES, errno.EPERM):
            raise typer.BadParameter(
                f"port {port} is for the system; take one from 1024", param_hint="--port"
            ) from None
        raise typer.BadParameter(
            f"{host!r} is no address of this machine", param_hint="--host"
        ) from None


def _own_names(host: str) -> set[str]:
    """What others call this machine, if they are let in at all."""
    import socket

    from reportedly.web.guard import LOOPBACK

    return set() if host in LOOPBACK else {socket.gethostname(), socket.getfqdn()}


def _address(host: str, port: int) -> str:
    name = "127.0.0.1" if host in _ANY else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/"


def _tell(address: str, *, shared: bool) -> None:
    from reportedly.cli.terminal import complain, flush, write

    if shared:
        complain("everyone who reaches this address can read and decide: there are no passwords")
    write(f"the workbench is at {address} (Ctrl-C ends it)\n")
    flush()


def _open_soon(address: str) -> None:
    """Open the browser once the server has had time to answer."""
    import threading
    import webbrowser

    timer = threading.Timer(1.0, webbrowser.open, [address])
    timer.daemon = True
    timer.start()
