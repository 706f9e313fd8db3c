"""The static pages of a release: tables, map, plots, a page for each incident; no scripts."""
