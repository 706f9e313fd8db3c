"""The command line. One file a command."""


def main() -> None:
    """What the ``reportedly`` command runs; exits with 0, 1 or 2."""
    import sys

    from reportedly.cli.app import run

    sys.exit(run(sys.argv[1:]))
