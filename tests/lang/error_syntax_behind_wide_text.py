# What the compiler finds wrong behind characters of several bytes: its carets count bytes.
größe = "日本"; return größe
