"""Lines of the command line in the language of the user: the overview of the commands, and refusals."""

from __future__ import annotations

from opengov_local.cli.options import PROGRAM
from opengov_local.errors import OpenGovLocalError
from opengov_local.messages import ui, word

_FSI, _PDI = "\u2068", "\u2069"


def whole(line: str, language: str) -> str:
    """Gives a line so that it keeps its own direction, also beside a Latin name and where a terminal knows but one."""
    return f"{_FSI}{line}{_PDI}" if language == "ar" else line


def refusal(trouble: OpenGovLocalError, language: str) -> str:
    """Gives the line that says what the tool could not do."""
    return f"{PROGRAM}: {whole(trouble.text(language), language)}"


def overview(commands: tuple[str, ...], language: str) -> str:
    """Lists the commands, with what each does."""
    width = max(map(len, commands))
    about = {name: whole(word("commands", name, language), language) for name in commands}
    more = {"command": f"{PROGRAM} COMMAND --help", "version": f"{PROGRAM} --version"}
    return "\n".join(
        (
            whole(ui("usage", language), language),
            f"  {PROGRAM} COMMAND …\n",
            f"{whole(ui('about', language), language)}\n",
            *(f"  {name:<{width}}  {does}" for name, does in about.items()),
            f"\n{whole(ui('more-help', language, **more), language)}",
        )
    )
