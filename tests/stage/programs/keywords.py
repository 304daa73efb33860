"""What calls and definitions put into dicts is no lesson of its own."""
import functools


def told(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@told
def area(width, *, height=2, **more):
    more["seen"] = width * height
    return more


box = {"width": 3}
box["height"] = 4
print(area(**box, colour="red"))
first, last = box, None
first, last = last, first
