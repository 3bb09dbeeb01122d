"""The number guard: what is doubtful is looked at again, and what does not fit together says so."""
