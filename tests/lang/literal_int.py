# Integer literals in every base, with underscores.
print(0, 7, 42, 1234567890)
print(0b1011, 0B1, 0o17, 0O777, 0xff, 0XDEADbeef)
print(1_000_000, 0x_ff_ff, 0b_1010_1010, 0o_7_7)
print(-1, +1, --1, ~0)
print(00, 0_0)
