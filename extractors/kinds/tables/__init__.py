"""What the rows of a table state: which columns it has, where its rows stand, which cell is whose."""
