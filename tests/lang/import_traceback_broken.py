def f():
    import beside.broken
f()
