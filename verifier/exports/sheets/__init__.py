"""The sheets of the workbook: one for each question that a reviewer brings."""
