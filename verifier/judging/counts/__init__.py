"""How many patents, copyrights and standards it has: each paper weighed, each thing counted once."""
