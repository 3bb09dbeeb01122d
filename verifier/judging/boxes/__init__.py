"""Boxes that claim several things in sentences: each becomes an item with its own verdict."""
