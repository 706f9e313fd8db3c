"""A release: data with everything that is needed to read, check and cite it, as files."""
