# Bytes that are not UTF-8.
b"ab\xff".decode()
