"""Judging, one room for each family of claims: identity, credit, finance, counts, standards, narrative."""
