"""Durable jobs on DBOS: what was taken up is finished, whoever dies in between."""
