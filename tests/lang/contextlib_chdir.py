# contextlib.chdir is in another folder meanwhile, and can be entered again.
import contextlib
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    begin = os.getcwd()
    os.mkdir(os.path.join(folder, "inner"))
    there = contextlib.chdir(folder)
    with there as nothing:
        print(nothing, os.path.samefile(os.getcwd(), folder), os.listdir())
        with contextlib.chdir("inner"), there:
            print(os.path.samefile(os.getcwd(), folder))
        try:
            with contextlib.chdir("inner"):
                raise ValueError("out")
        except ValueError as error:
            print(error, os.path.samefile(os.getcwd(), folder))
    print(os.getcwd() == begin, there._old_cwd == [])
    try:
        with contextlib.chdir(os.path.join(folder, "none")):
            print("not here")
    except FileNotFoundError as error:
        print(error.strerror)
