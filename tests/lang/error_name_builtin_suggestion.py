# NameError suggests a builtin.
prin("hello")
