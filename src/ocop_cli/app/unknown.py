"""Words that name no verb: which verbs they may mean, by what these are called and do."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import takewhile

from ocop_cli.app.aliases import alias_of
from ocop_cli.app.verb import Verb
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.text import bare_words, fold

_MOST = 3
"""Words that more verbs have in common say nothing."""
_NEAR = 0.7
"""How alike a name must be to be meant."""


def unknown_verb(words: Sequence[str], verbs: Sequence[Verb], path: str) -> OcopError:
    """Return the refusal of words that name none of the verbs of a group, with those that they may mean."""
    typed = list(takewhile(lambda word: not word.startswith("-"), words)) or [*words[:1]]
    near = get_close_matches(words[0], [verb.name for verb in verbs], n=1, cutoff=_NEAR)
    if told := _told(typed, verbs, path):
        hint = f"Có phải: {'; '.join(told)}?"
    elif near:
        hint = f"Có phải: `{path} {near[0]}`?"
    else:
        hint = f"Xem các lệnh: `{path} --help`" + ("; tìm hồ sơ: `ocop list CHỮ`" if path == "ocop" else "")
    return OcopError(f"Không có lệnh “{words[0]}”.", hint, exit_code=MISUSE)


def _told(typed: Sequence[str], verbs: Sequence[Verb], path: str) -> list[str]:
    """Return the few verbs whose name or summary has the words, as many of the first ones as any has."""
    listed = list(_listed(verbs, path))
    for count in range(len(typed), 0, -1):
        wanted = f" {fold(' '.join(typed[:count]))} "
        found = [f"`{name}` ({summary})" for name, summary, words in listed if wanted in words]
        if 0 < len(found) <= _MOST:
            return found
    return []


def _listed(verbs: Sequence[Verb], path: str) -> Iterator[tuple[str, str, str]]:
    """Yield each verb that does something: what is typed, its summary, and the words to find it by."""
    for verb in verbs:
        name = f"{path} {verb.name}"
        if verb.verbs:
            yield from _listed(verb.verbs, name)
        else:
            yield name, verb.summary, f" {bare_words(f'{alias_of(name)} {verb.summary}')} "
