# What CPython has and is not simulated may have been meant, too.
import os
import sys
import traceback


def name():
    creditss


def of_sys():
    sys.breakpoint


def of_os():
    os.memfd_creat


for f in name, of_sys, of_os:
    try:
        f()
    except (NameError, AttributeError):
        traceback.print_exc(file=sys.stdout)
