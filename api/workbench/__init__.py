"""The reviewers' workbench: pages made by the server, a little script of our own, no word from a paper that runs."""
