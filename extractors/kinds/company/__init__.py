"""Who the company is, and what authorities and certifiers attest to it."""
