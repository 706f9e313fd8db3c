"""How well it reads, against public and own gold. See docs/explanation/quality.md."""
