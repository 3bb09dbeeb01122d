"""What people decide about verdicts: how it stands, what to look at first, and how far machine and people agree."""
