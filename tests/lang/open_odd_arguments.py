"""open() with arguments that it does not have, or too many."""
for wrong in (lambda: open(), lambda: open("x", mod="w"), lambda: open("x", "w", file="y"),
              lambda: open("x", 1), lambda: open(mode="r"), lambda: open(5.5), lambda: open("x", "q")):
    try:
        print(wrong())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
