"""The 40 items of the reference table: figures read in verdicts, held against each test."""
