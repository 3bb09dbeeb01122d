"""Platforms and what they show for themselves: figures, components, open source, adapted products."""
