"""The audit log: who did what, when; a chain of hashes that is anchored outside the database."""
