"""What it was awarded, and the notices that publish such lists."""
