# What takes bytes takes what is like them, too.
for text in b"a-b-c", bytearray(b"a-b-c"):
    print(text.split(bytearray(b"-")), text.rsplit(memoryview(b"-"), 1), text.split(memoryview(b"xb-x")[1:3]))
    print(text.center(9, bytearray(b"*")), text.ljust(7, bytearray(b".")), text.rjust(7, b"_"))
    for bad in (lambda: text.split(bytearray()), lambda: text.split("-"), lambda: text.center(9, memoryview(b"*")),
                lambda: text.ljust(9, bytearray(b"ab"))):
        try:
            print(bad())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, str(error).split(",")[0])
print(ord(bytearray(b"x")), [ord(bytearray(b"xyz")[i:i + 1]) for i in range(3)])
for bad in bytearray(), bytearray(b"ab"):
    try:
        ord(bad)
    except TypeError as error:
        print(error)


class Mine(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.seen = len(self)


made = Mine.fromhex("00 ff 10")
print(type(made).__name__, bytes(made), made.seen)
