# Bytes take only bytes.
b"a" + "b"
