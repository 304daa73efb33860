# Bytes take only ASCII characters.
# test: from=3.13
b = b"é"
