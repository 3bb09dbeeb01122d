"""What goes round every request."""
