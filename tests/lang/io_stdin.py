# test: stdin="first\nsecond\nthird\nfourth"
import sys
import io

print(repr(input("name? ")))
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
print(repr(sys.stdin.readline()), repr(sys.stdin.read()))
try:
    input()
except EOFError as e:
    print("EOF", e)
sys.stdin = io.StringIO("from a string\nmore\n")
print(input(), sys.stdin.read())
