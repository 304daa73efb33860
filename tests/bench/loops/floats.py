from math import sqrt


def orbit(steps):
    x, y, vx, vy = 1.0, 0.0, 0.0, 1.0
    for _ in range(steps):
        pull = -0.001 / sqrt((x * x + y * y) ** 3)
        vx += x * pull
        vy += y * pull
        x += vx * 0.001
        y += vy * 0.001
    return x, y


print("%.6f %.6f" % orbit(200000))
