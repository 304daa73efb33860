code = compile("a = 1\nb = a.missing\n", "<made up>", "exec")
exec(code)
