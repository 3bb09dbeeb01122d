"""Faults round a real service: what is seen meanwhile, and that all goes on afterwards."""
