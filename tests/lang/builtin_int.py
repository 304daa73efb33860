# int(): from numbers and from text in any base.
print(int(), int(5), int(5.9), int(-5.9), int(True), int(1e20), int(-0.5))
print(int("42"), int("-7"), int("+7"), int("  12\n"), int("1_000"), int("007"), int("٣"), int(b"12"))
print(int("ff", 16), int("0xff", 16), int("0b11", 2), int("z", 36), int("0o17", 0), int("0x1F", 0), int("10", 0), int("777", 8))
print(int("123456789012345678901234567890"), int(2.0 ** 70), int("-" + "9" * 30))
