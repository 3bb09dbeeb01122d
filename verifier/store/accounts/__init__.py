"""Who there is, who somebody is that shows a password or a key, and what each may do."""
