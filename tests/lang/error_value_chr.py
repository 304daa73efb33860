# chr beyond the last code point.
# test: stderr=last
chr(0x110000)
