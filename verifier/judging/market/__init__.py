"""Its place in a market, its platform, its cloud."""
