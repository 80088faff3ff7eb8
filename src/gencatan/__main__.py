"""`python -m gencatan`."""

from gencatan.cli import main

if __name__ == "__main__":
    main()
