"""The workbench, measured in a real browser."""
