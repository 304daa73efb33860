# Methods of numbers: bit_length, bit_count, to_bytes, as_integer_ratio.
print((0).bit_length(), (255).bit_length(), (-256).bit_length(), (2 ** 100).bit_length(), (255).bit_count(), (-7).bit_count())
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff", "little", signed=True), int.from_bytes(b"", "big"))
print((5).as_integer_ratio(), (0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
print((5).numerator, (5).denominator, (5).real, (5).imag, (2.5).real, (3).conjugate(), (1.5).conjugate())
print((0.5).hex(), float.fromhex("0x1.8p+1"), (-0.1).hex(), (1e300).hex(), (0.0).hex())
