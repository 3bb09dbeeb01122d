"""What it sells, buys and leads a market with: contracts, shares of a market."""
