"""``python -m ocop_cli``: the same as ``ocop``, where its folder is not on the path."""

from ocop_cli.app import main

if __name__ == "__main__":  # a process that it starts reads this file too
    main()
