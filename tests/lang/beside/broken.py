print("before")
raise ValueError("while importing")
