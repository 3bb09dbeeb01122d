"""The command without installation: python -m api."""

from api.cli import main

main()
