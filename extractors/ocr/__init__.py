"""Readers of pixels: one Protocol, two real implementations, listed by hand in `READERS`."""
