"""What a page in the browser does beside showing itself."""


def watch(page):
    """Record what a page asks for, what fails and what it complains of."""
    seen = {"requests": [], "failed": [], "complaints": []}
    page.on("request", lambda request: seen["requests"].append(request.url))
    # Going to the next page ends an icon that is still on its way; that is no failure.
    page.on(
        "requestfailed",
        lambda request: seen["failed"].append(request.url) if request.failure != "net::ERR_ABORTED" else None,
    )
    page.on(
        "response",
        lambda response: seen["failed"].append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    page.on(
        "console",
        lambda message: seen["complaints"].append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: seen["complaints"].append(str(error)))
    return seen
