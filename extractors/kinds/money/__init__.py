"""Money and land: audits, taxes, what was spent on research, the ground that it uses."""
