# Blanks at the end of a line and carets up to them.
def f(x):
    x(
     ) 


f(1) 
