# A number that runs into a keyword.
print(1if 1else 2, 0x1for 0, [0xfor x in ()], 1.5or 2, 2jand 3, 0b1in [1], 3not in [3])
