"""Opens files: what they are, how many pages they have, each page's own text and its picture."""
