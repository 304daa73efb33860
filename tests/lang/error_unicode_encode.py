# A character that ASCII does not have.
"né".encode("ascii")
