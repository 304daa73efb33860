# Bytes take only ASCII characters.
b = b"é"
