"""Papers as other offices, banks and associations print them, written by somebody who had not seen the readers."""
