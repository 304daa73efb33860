# int of nan.
int(float("nan"))
