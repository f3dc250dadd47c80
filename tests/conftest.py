"""What every test may ask for."""

from hypothesis import settings

pytest_plugins = [
    "support.golden",
    "support.json_output",
    "support.parsing",
    "support.played",
    "support.prepared",
]

# Deadlines fail on a busy machine; the same examples each time make a failure one that everybody sees.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")
