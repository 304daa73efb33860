class Point:
    color = 1
Point.colour
