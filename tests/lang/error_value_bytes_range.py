# A byte is below 256.
bytes([1, 256])
