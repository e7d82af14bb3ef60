"""What axe says of a page in the browser."""

from axe_playwright_python.sync_playwright import Axe

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def complaints(page, leave_out=()):
    """Each rule that ``page`` breaks, with the element that breaks it; the rules ``leave_out`` are not looked at."""
    options = {
        "runOnly": _TAGS,
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": False} for rule in leave_out},
    }
    found = Axe().run(page, options=options).response["violations"]
    return [(item["id"], node["html"][:120]) for item in found for node in item["nodes"]]
