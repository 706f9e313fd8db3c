"""Who reported what, in which words: incident records with every source kept."""

__version__ = "0.1.0"
