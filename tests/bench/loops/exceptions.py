class Refused(Exception):
    pass


def check(n):
    if n % 3 == 0:
        raise Refused(n)
    return n


seen = 0
for i in range(100000):
    try:
        seen += check(i)
    except Refused as error:
        seen -= error.args[0]
    finally:
        seen += 1
print(seen)
