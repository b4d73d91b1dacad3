"""Knows how conditions are built from a small closed vocabulary, drawn over time, explained and dated."""
