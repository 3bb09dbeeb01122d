"""What it develops, alone and with others: task books, appraisals, consortia."""
