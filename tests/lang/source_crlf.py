# Lines that end in carriage return and line feed.
x = 1
if x:
    print('one')
text = '''a
b'''
print(repr(text), \
    x)
