"""What the plots show, worked out from grouped rows: pure, and the same with or without a page."""
