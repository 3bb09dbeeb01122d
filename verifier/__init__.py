"""Decides and remembers: claims meet their evidence here, and nowhere else."""
