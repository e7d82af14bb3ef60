"""Build a project in a process of its own: ``python build.py PROJECT OUT [DAYS]``. The clock runs DAYS ahead."""

import datetime
import sys
import time
from pathlib import Path

root, out, *days = sys.argv[1:]
ahead = int(days[0]) * 86_400 if days else 0
if ahead:
    real_time, real_datetime, real_date = time.time, datetime.datetime, datetime.date
    time.time = lambda: real_time() + ahead

    class LaterDatetime(real_datetime):
        @classmethod
        def now(cls, tz=None):
            return real_datetime.fromtimestamp(time.time(), tz)

        @classmethod
        def utcnow(cls):
            return cls.now(datetime.UTC).replace(tzinfo=None)

    class LaterDate(real_date):
        @classmethod
        def today(cls):
            return LaterDatetime.now().date()

    datetime.datetime, datetime.date = LaterDatetime, LaterDate

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from shizha.build import build_site  # noqa: E402
from shizha.project import Project  # noqa: E402

build_site(Project(Path(root)), Path(out))
