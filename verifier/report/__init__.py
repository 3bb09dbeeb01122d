"""The report: all verdicts of one form and everything behind them, written as JSON and read back."""
