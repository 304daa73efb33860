"""An exception whose str() prints."""
class E(Exception):
    def __str__(self):
        print("in str")
        return "s"
raise E("x")
