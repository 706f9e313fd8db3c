"""``reportedly schema``: the shape of the JSON that other programs may rely on."""

from reportedly.cli.terminal import write


def command() -> None:
    """Print the JSON Schema of what `read --json` writes."""
    import json

    from reportedly import contract

    write(json.dumps(contract.schema(), indent=2, ensure_ascii=True) + "\n")
