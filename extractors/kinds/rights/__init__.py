"""What the company has invented and written: patents and software."""
