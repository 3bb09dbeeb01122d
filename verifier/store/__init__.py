"""What is remembered: applications, runs, reports, accounts in a database; bytes in a file store."""
