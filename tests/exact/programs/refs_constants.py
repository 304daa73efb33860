# Constants are held by the code that mentions them, equal ones are one object.
once = 1000
twice = 2000
again = 2000
text = "two words"
text_again = "two words"
number = 3.25
raw = b"raw bytes"
pair = (1001, 1002)
pair_again = (1001, 1002)
negative = -1500
folded = 40 * 50
in_list = [3000, 3001, 3002]
in_short_list = [3003, 3004]
in_tuple = (3005, [3006])
in_set = {3007, 3008, 3009}
in_dict = {3010: 3011}


def constant():
    return 4000


def same_constant():
    return 4000


returned = constant()
returned_again = same_constant()
module_too = 4000
sum_of = once + twice
