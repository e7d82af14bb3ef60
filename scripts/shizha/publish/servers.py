"""How a web server has to serve the built site: headers, caching, compressed files; for nginx, for Caddy and for hosts that read ``_headers``.

Written into the site at each build, because the policy in it depends on what was built.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from .policy import Hashes, policy

FOLDER = ".server"
_IMMUTABLE = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300, must-revalidate"
# A browser must never run an old program that decides what is shown without network.
_ALWAYS_ASKED = "no-cache"
_HASHED = r"\.[0-9a-f]{10}\.(?:css|js)$"


def headers(hashes: Hashes) -> dict[str, str]:
    """The headers of every answer, by name."""
    return {
        "Content-Security-Policy": policy(hashes, header=True),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def write_server_files(out: Path, site_url: str, hashes: Hashes, hashed: Sequence[str]) -> None:
    """Write ``.server/nginx.conf``, ``.server/Caddyfile`` and ``_headers``. hashed: files whose names change with their content."""
    (out / FOLDER).mkdir()
    host = urlsplit(site_url).hostname or ""
    sent = headers(hashes)
    _write(out / FOLDER / "nginx.conf", nginx(host, sent))
    _write(out / FOLDER / "Caddyfile", caddy(host, sent))
    _write(out / "_headers", hosted(sent, hashed))


def nginx(host: str, sent: dict[str, str]) -> str:
    """A file for ``/etc/nginx/conf.d/``: change the root and the port, add certificates."""
    lines = "\n".join(f'  add_header {name} "{value}" always;' for name, value in sent.items())
    return f"""# For /etc/nginx/conf.d/: set root to where the site lies, and add listen 443 ssl with your certificates.
# With the brotli module, take the # from brotli_static.
map $uri $shizha_cache {{
  "~{_HASHED}" "{_IMMUTABLE}";
  /sw.js "{_ALWAYS_ASKED}";
  default "{_SHORT}";
}}
map $uri $shizha_sharing {{
  ~^/api/ "*";
  default "";
}}
server {{
  listen 80;
  server_name {host};
  root /srv/shizha/site;
  index index.html;
  charset utf-8;
  charset_types text/css text/plain text/xml application/javascript application/json application/manifest+json application/atom+xml image/svg+xml;
  server_tokens off;
  absolute_redirect off;
  etag on;
  gzip_static on;
  # brotli_static on;
  include mime.types;
  types {{ application/manifest+json webmanifest; text/calendar ics; }}
{lines}
  add_header Cache-Control $shizha_cache always;
  add_header Access-Control-Allow-Origin $shizha_sharing always;
  error_page 404 /404.html;
  if ($request_method !~ ^(GET|HEAD)$) {{ return 405; }}
  location ~ /\\.(?!well-known/) {{ return 404; }}
  location = /_headers {{ return 404; }}
  location / {{ try_files $uri $uri/ =404; }}
}}
"""


def caddy(host: str, sent: dict[str, str]) -> str:
    """A Caddyfile: SHIZHA_ROOT says where the site lies, SHIZHA_ADDRESS under which name it is served."""
    lines = "\n".join(f'    {name} "{value}"' for name, value in sent.items())
    return f"""# SHIZHA_ROOT=/srv/shizha/site SHIZHA_ADDRESS={host} caddy run
(sent) {{
  header {{
{lines}
    ?Cache-Control "{_SHORT}"
    -Server
  }}
}}
{{$SHIZHA_ADDRESS:{host}}} {{
  root * {{$SHIZHA_ROOT:/srv/shizha/site}}
  @hashed path_regexp {_HASHED}
  @program path /sw.js
  @data path /api/*
  import sent
  header @hashed Cache-Control "{_IMMUTABLE}"
  header @program Cache-Control "{_ALWAYS_ASKED}"
  header @data Access-Control-Allow-Origin "*"
  @hidden {{
    path_regexp /\\.
    not path /.well-known/*
  }}
  respond @hidden 404
  respond /_headers 404
  file_server {{
    precompressed br gzip
  }}
  handle_errors {{
    import sent
    rewrite * /404.html
    file_server
  }}
}}
"""


def hosted(sent: dict[str, str], hashed: Sequence[str]) -> str:
    """The ``_headers`` file that several static hosts read."""
    blocks = [("/*", {**sent, "Cache-Control": _SHORT}), ("/sw.js", {"Cache-Control": _ALWAYS_ASKED})]
    blocks += [("/api/*", {"Access-Control-Allow-Origin": "*"})]
    blocks += [(f"/{name}", {"Cache-Control": _IMMUTABLE}) for name in hashed]
    return "\n".join(
        f"{place}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items()) for place, values in blocks
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
