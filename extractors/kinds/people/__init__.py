"""Who works for it: insurance, rosters, degrees and titles."""
