"""``python -m ocop_cli``: the same as ``ocop``, where its folder is not on the path."""

from ocop_cli.app import main

main()
