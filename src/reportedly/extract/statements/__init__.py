"""Who says what, in which words, doing what: rules over sentences and quotation marks."""

from reportedly.extract.statements.reading import Also, statements

__all__ = ["Also", "statements"]
