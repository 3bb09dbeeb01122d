"""What was handed in: applications with their files, the runs about them, and what these reported."""
