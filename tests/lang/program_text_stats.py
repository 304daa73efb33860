# A teaching program: text_stats.
TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness,
it was the spring of hope, it was the winter of despair."""


def words(text):
    for line in text.splitlines():
        for word in line.split():
            word = word.strip(".,;:!?").lower()
            if word:
                yield word


def count(items):
    result = {}
    for item in items:
        result[item] = result.get(item, 0) + 1
    return result


def histogram(counts, width=30):
    top = max(counts.values())
    for key, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
        yield f"{key:>12} {'#' * round(n / top * width):<{width}} {n:3d} {n / sum(counts.values()):6.1%}"


counts = count(words(TEXT))
print(len(counts), sum(counts.values()))
print(*list(histogram(counts))[:8], sep="\n")
lengths = {}
for w in words(TEXT):
    lengths.setdefault(len(w), set()).add(w)
for n in sorted(lengths):
    print(n, sorted(lengths[n]))
letters = count(c for c in TEXT.lower() if c.isalpha())
print("".join(sorted(letters, key=letters.get, reverse=True)))
lines = TEXT.split("\n")
print(max(lines, key=len), "|", min(lines, key=len))
print(TEXT.count("it"), TEXT.find("worst"), TEXT.index("Light"), TEXT.rfind("the"), TEXT.partition(",")[0])
print(TEXT.replace("it was", "IT WAS", 2).splitlines()[0].title().swapcase())
print([line.expandtabs().rjust(70)[-20:] for line in lines])
print("|".join(w.capitalize() for w in lines[0].split()[:5]), lines[1].startswith("it"), lines[2].endswith(("x", "y,")))


def caesar(text, k):
    def shift(c):
        if c.islower():
            return chr((ord(c) - 97 + k) % 26 + 97)
        if c.isupper():
            return chr((ord(c) - 65 + k) % 26 + 65)
        return c
    return "".join(map(shift, text))


secret = caesar(lines[0], 13)
print(secret, caesar(secret, 13) == lines[0])


def is_palindrome(s):
    s = [c.lower() for c in s if c.isalnum()]
    return s == s[::-1]


print([is_palindrome(s) for s in ("A man, a plan, a canal: Panama", "hello", "")])
table = str.maketrans("aeiou", "43102", ".,")
print(lines[4].translate(table))
print("%-10s|%5d|%08.3f|%x|%+e|%%|%c|%r" % ("left", 42, 3.14159, 255, 12345.678, "z", "q"))
print("{0:>8}|{1:^8}|{0!r:<8}|{name:*^12}|{n:,}|{n:_}|{f:.3e}|{b:#010b}|{h:#x}".format("ab", 5, name="mid", n=1234567, f=0.00012345, b=37, h=255))
print("{:>{w}.{p}f}|{[1]}|{.real}|{!s:5}|".format(3.14159, "abc", 5, None, w=10, p=2))
data = [("apple", 3, 0.5), ("banana", 12, 0.25), ("cherry", 100, 3)]
print("+" + "-" * 10 + "+" + "-" * 6 + "+" + "-" * 8 + "+")
for name, n, price in data:
    print(f"|{name:<10}|{n:>6}|{price:>8.2f}|")
print(f"{'total':=^28}", f"{sum(n * p for _, n, p in data):,.2f}")
print("\t".join(["a", "b"]), "a\\b", 'it\'s', "tab\there", "new\nline", "\u00e9\x41", r"raw\n", ascii("é"), repr("it's"), repr('"'))
