"""Quality and speed, measured: run from a checkout, never part of the package."""
