"""What a look into a picture gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# not-this-format: the content is something else than the name says. broken: it ends early or contradicts itself.
# metadata: it carries more than the picture: a camera's data, comments, profiles, thumbnails, trailing bytes. animated: it moves.
# active: it could run something or load something; for SVG only. no-size: an SVG without a viewBox.
FaultCode = Literal["not-this-format", "broken", "metadata", "animated", "active", "no-size"]


@dataclass(frozen=True)
class Fault:
    """Something in a picture that may not be there. what: its name as the format has it. line: of an SVG's text."""

    code: FaultCode
    what: str = ""
    line: int = 1


@dataclass(frozen=True)
class Examined:
    """width and height in pixels, 0 if unknown and for drawings. words: the text that a drawing shows, by line."""

    faults: tuple[Fault, ...] = ()
    width: int = 0
    height: int = 0
    words: tuple[tuple[int, str], ...] = ()
