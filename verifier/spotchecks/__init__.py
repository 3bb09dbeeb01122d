"""Looking at reports after they were made: replay, rehearsal, draws, re-checks. No page is read again."""
