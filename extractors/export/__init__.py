"""What was read, written for other tools: hOCR and searchable PDF."""
