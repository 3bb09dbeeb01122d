"""The registries as a Reconciliation API, so that OpenRefine works on them: 0.2 and 1.0-draft."""
