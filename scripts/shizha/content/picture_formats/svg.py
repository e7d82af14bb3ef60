"""SVG, as far as a drawing needs it: shapes, text, gradients, clips. Names: SVG 2, chapters 4 to 13.

A browser that opens such a file by its own address treats it as a page of this site, with scripts and all. So only listed
elements and attributes may stand in it, nothing may be loaded, and there is no document type: entities, and bombs made of
them, are refused before they exist. ``use``, patterns and masks are not on the list either; a few lines of them can keep a
phone busy for minutes.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from .examined import Examined, Fault

_SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"
_MAX_DEPTH = 30
_MAX_ELEMENTS = 3_000
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_WORDS = frozenset({"text", "tspan", "title", "desc"})
_OTHERS = frozenset({"svg", "g", "defs", "linearGradient", "radialGradient", "stop", "clipPath"})
_ACTIVE = frozenset(
    {"script", "foreignObject", "style", "image", "use", "a", "set", "animate", "animateTransform", "animateMotion", "feImage",
     "iframe", "object", "embed", "audio", "video", "handler", "listener", "cursor", "symbol", "pattern", "mask", "filter",
     "marker", "link", "meta"}
)  # fmt: skip
_ATTRIBUTES = frozenset(
    [
        "id",
        "class",
        "role",
        "version",
        "viewBox",
        "preserveAspectRatio",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "d",
        "points",
        "pathLength",
        "transform",
        "gradientTransform",
        "gradientUnits",
        "spreadMethod",
        "clipPathUnits",
        "offset",
        "dx",
        "dy",
        "rotate",
        "textLength",
        "lengthAdjust",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "opacity",
        "color",
        "display",
        "visibility",
        "overflow",
        "clip-path",
        "clip-rule",
        "stop-color",
        "stop-opacity",
        "font-family",
        "font-size",
        "font-weight",
        "font-style",
        "font-variant",
        "letter-spacing",
        "word-spacing",
        "text-anchor",
        "dominant-baseline",
        "alignment-baseline",
        "baseline-shift",
        "text-decoration",
        "writing-mode",
        "direction",
        "vector-effect",
        "shape-rendering",
        "text-rendering",
        "paint-order",
        "style",
        "aria-label",
        "aria-labelledby",
        "aria-describedby",
        "aria-hidden",
        "focusable",
    ]
)
_INSIDE = re.compile(r"url\(\s*[\"']?#[A-Za-z][A-Za-z0-9_.-]{0,60}[\"']?\s*\)")
# What loads or runs something in a value; a backslash could spell any of it.
_LOADS = re.compile(r"url|[\\@]|expression|image(?:-set)?\(|src\(|//|javascript:|data:", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[ \t][^<>?]{0,100}\?>")


def examine(raw: bytes) -> Examined:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Examined((Fault("not-this-format"),))
    if "<svg" not in text or "\0" in text:
        return Examined((Fault("not-this-format"),))
    reader = _Reader()
    try:
        reader.read(_DECLARATION.sub("", text, count=1) if text.lstrip("\ufeff \t\r\n").startswith("<?xml") else text)
    except _Stop:
        pass
    except expat.ExpatError as error:
        reader.faults.append(Fault("broken", expat.ErrorString(error.code), error.lineno))
    return Examined(tuple(dict.fromkeys(reader.faults)), words=tuple(reader.words))


class _Stop(Exception):
    """The rest of the file is not worth reading."""


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.words: list[tuple[int, str]] = []
        self._path: list[str] = []
        self._label = ""
        self._elements = 0
        self._parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        parser.ProcessingInstructionHandler = lambda target, _data: self._fault("active", f"<?{target}?>")
        parser.CommentHandler = lambda _text: self._fault("metadata", "<!-- -->")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def read(self, text: str) -> None:
        self._parser.Parse(text.removeprefix("\ufeff").encode(), True)

    def _fault(self, code, what: str = "") -> None:
        self.faults.append(Fault(code, what, self._parser.CurrentLineNumber))

    def _refuse_document_type(self, *_arguments: object) -> None:
        self._fault("active", "<!DOCTYPE>")
        raise _Stop

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        namespace, _, local = name.rpartition(" ")
        if not self._path:
            if (namespace, local) != (_SVG, "svg"):
                self._fault("not-this-format")
                raise _Stop
            if not re.fullmatch(r"\s*-?[0-9.]+(?:[ ,]+-?[0-9.]+){3}\s*", attributes.get("viewBox", "")):
                self._fault("no-size")
        if len(self._path) >= _MAX_DEPTH or self._elements > _MAX_ELEMENTS:
            self._fault("broken", f"> {_MAX_DEPTH} / {_MAX_ELEMENTS}")
            raise _Stop
        if namespace != _SVG or local not in _SHAPES | _WORDS | _OTHERS:
            self._fault("active" if local in _ACTIVE else "metadata", f"<{local}>")
        for key, value in attributes.items():
            self._attribute(key, value)
        self._path.append(local)

    def _attribute(self, key: str, value: str) -> None:
        namespace, _, local = key.rpartition(" ")
        if namespace == _XML and local in ("space", "lang"):
            return
        if local.lower().startswith("on") or local in ("href", "src", "from", "to", "values", "begin"):
            self._fault("active", local)
        elif namespace or local not in _ATTRIBUTES:
            self._fault("metadata", local)
        elif local not in ("d", "points", "id", "class", "aria-label") and _LOADS.search(_INSIDE.sub("", value)):
            self._fault("active", f'{local}="{value[:40]}"')
        elif local == "aria-label":
            self.words.append((self._parser.CurrentLineNumber, value))

    def _end(self, _name: str) -> None:
        self._path.pop()
        if not _WORDS & set(self._path) and self._label:
            self.words.append((self._parser.CurrentLineNumber, " ".join(self._label.split())))
            self._label = ""

    def _text(self, text: str) -> None:
        if _WORDS & set(self._path):
            self._label += text
        elif text.strip():
            self._fault("metadata", text.strip()[:20])
