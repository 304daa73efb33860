from beside import tools
def main():
    tools.fail(0)
main()
