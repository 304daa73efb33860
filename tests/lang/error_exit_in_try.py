# sys.exit() goes through finally.
import sys

try:
    try:
        sys.exit("message")
    except Exception:
        print("never")
    finally:
        print("finally")
except SystemExit as e:
    print(e.code)
    raise
