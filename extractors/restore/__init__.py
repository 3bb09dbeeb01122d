"""Sets a page right before it is read: turned upright, straightened, seals lifted off the text."""
