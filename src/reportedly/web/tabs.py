"""What stands in the navigation of every page: path and label."""

TABS = (
    ("/", "Desk"),
    ("/search", "Search"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/disputes", "Disputes"),
    ("/warnings", "Warnings"),
    ("/coverage", "Coverage"),
    ("/log", "Log"),
)
