"""What one place on a page states: the value behind a label, in running text, in a row of its own."""
