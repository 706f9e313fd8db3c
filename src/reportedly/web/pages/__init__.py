"""The pages: ``pages/<name>.py`` with a ``router``, shown by ``templates/<name>.html``."""

PAGES = (
    *("desk", "incident", "compare", "incidents", "decisions", "session", "start", "log"),
    *("map", "timeline", "coverage", "disputes", "warnings", "search", "reading"),
)  # the modules of this package, in any order
