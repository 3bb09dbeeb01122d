"""A page's own text against its pixels: what is seen, what is hidden, what is something else."""
