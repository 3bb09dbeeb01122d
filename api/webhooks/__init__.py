"""Webhooks as the Standard Webhooks text says: signed, retried, replayable, thin."""
