"""A report as office files: a workbook, the 审核意见, the 补正通知; each a function from report to bytes."""
