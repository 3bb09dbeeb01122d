"""What proves little or nothing: what the company says of itself, news, screenshots."""
