"""Standards that the company drafted, at home and abroad."""
