"""Reports and crops that are safe to pass on: phones, identity numbers, e-mail and private names are masked."""
