"""Public gold data → training documents, one file a source."""
