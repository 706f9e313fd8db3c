"""How fast it links, and how that grows. See docs/explanation/speed.md."""
