"""The one exception that a command raises when it cannot go on."""

from ocop_cli.findings import Finding

MISUSE = 2
CANNOT_GO_ON = 3
INTERRUPTED = 130


class OcopError(Exception):
    """A refusal told to the person: what stopped the command, and what would lift it.

    Raised anywhere above the pure core, caught only in ``app.py``. Bad data is a ``Finding``, not an error;
    findings ride along here when they are the reason for the refusal.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        code: str = "",
        exit_code: int = CANNOT_GO_ON,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
        self.exit_code = exit_code
        self.findings = findings


def not_taken(message: str, hint: str) -> OcopError:
    """Return the refusal (misuse) of a file that was handed in: nothing of it is written."""
    return OcopError(f"{message}; chưa ghi gì.", hint, exit_code=MISUSE)
