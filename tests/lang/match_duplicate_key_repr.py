# The key that a mapping pattern has twice is shown as repr() shows it.
for keys in ('"a": 1, "a": 2', 'b"x": 1, b"x": 2', '1: 1, 0x1: 2', '-1: 0, -1: 1', '"it\'s": 1, "it\'s": 1',
             '-0: 1, 0: 2', '0: 1, -0: 2', 'None: 1, None: 2', '1.5: 1, 1.50: 2'):
    try:
        compile("match x:\n    case {" + keys + "}: pass\n", "s", "exec")
    except SyntaxError as e:
        print(e)
