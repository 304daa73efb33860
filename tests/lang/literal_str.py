# String literals in both quotes, and the quotes that repr chooses.
print('single', "double")
print('it\'s', "say \"hi\"")
print(repr('single'), repr("it's"), repr('say "hi"'), repr('both \' and "'))
print('', repr(''), len(''))
print("adjacent " 'literals ' "join")
long = ("one "
        "two")
print(long)
