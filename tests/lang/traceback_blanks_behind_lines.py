"""Blanks behind the text of a line move the carets of the module traceback, up to 3.12."""
import traceback

numbers = [1]


def f():
    "é"; numbers + 1  


def g():
    ((numbers + 
      1)) 


def h():
    print(numbers,   
          undefined)  


def k():
    return [x + "é" @ 3 
            for x in numbers]  


for function in f, g, h, k:
    try:
        function() 
    except Exception:
        traceback.print_exc()
        print(traceback.format_exc())
f()  
