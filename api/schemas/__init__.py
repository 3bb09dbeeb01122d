"""What goes over the wire; each made from what is stored by a `from_…` constructor."""
