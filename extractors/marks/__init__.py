"""Marks of pages: small enough to keep, telling enough to know a page again after it was scanned anew."""
