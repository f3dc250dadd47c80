"""Pydantic without its search for plugins, in whatever process builds models."""

import sys
from types import ModuleType


def use_no_plugins() -> None:
    """Put what finds no plugin in the place of what looks for them: there are none, and the search loads what reads packages.

    Pydantic's own setting stops the search and not the loading, which is a seventh of what an empty command takes. Where
    another version has no such module, it is never asked.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)
