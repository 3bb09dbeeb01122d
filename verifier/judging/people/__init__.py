"""Who works for it."""
