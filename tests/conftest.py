"""What every test may ask for."""

pytest_plugins = ["support.golden", "support.parsing"]
