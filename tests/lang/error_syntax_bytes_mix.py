# Bytes and text side by side.
b = b"a" "b"
