"""What stands in the navigation of every page: path and label."""

TABS = (
    ("/", "Desk"),
    ("/log", "Log"),
)
