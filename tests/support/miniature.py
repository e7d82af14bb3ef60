"""A miniature project: real data and templates, a handful of pages, in a folder of the test's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from shizha.checks import errors, run_checks
from shizha.checks.finding import Finding
from shizha.content.front_matter import KEY_ORDER
from shizha.content.library import Library, load_library
from shizha.project import Project, this_project

REVIEWED = "2026-11-24"

SCAM_BODY_ZH = """
## 骗局怎么走 { #course }

1. 来电。
2. 转接。
3. 转账。
4. 消失。

## 三个看破点 { #signs }

1. 一。
2. 二。
3. 三。

## 现在怎么做 { #now }

### 还没给钱 { #not-paid }

挂断。

### 给了信息 { #gave-info }

改密码。

### 装了软件 { #installed }

断网。

### 已经转了钱 { #paid }

打[[tel:cn-police]]。[^law-anti-fraud]

## 真的是怎样 { #real }

《反电信网络诈骗法》和国家反诈中心App的名字不变。

## 跟家人这样说 { #family }

### 发给家人 { #to-send }

> 先别转。

### 说给老人听 { #to-elder }

> 去派出所问。

## 变种 { #variants }

看[紧急页](../emergency.md#call)。

## 一个故事 { #case }

他挂断了电话，去柜台问。

## 一分钟教学 { #teach }

> 你怎么办？

## 卡片 { #card }

- 一
- 二
- 三
"""


def scam_front(**changes: str) -> str:
    """Front matter of a scam page that passes every check; a change replaces or, if empty, removes a key."""
    keys = {
        "kind": "scam", "name": "冒充公检法", "title": "警察打电话说我涉案", "description": "警察打电话说你涉案，要查你的钱：这是骗局，请挂断，再去派出所问",
        "audience": "[everyone]", "form": "type", "family": "authority", "routes": "[phone]", "hooks": "[fear]",
        "verdict": "真警察不在电话里办案。", "phrases": "[一, 二, 三, 四, 五]", "turn": "3", "aliases": "[假警察]",
        "sources": "[law-anti-fraud]", "reviewed": REVIEWED, "review_in": "6 months", "order": "10",
    }  # fmt: skip
    keys |= changes
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items() if value) + "---\n"


def plain_front(kind: str, name: str, **changes: str) -> str:
    """Front matter of a page without special keys."""
    keys = {"kind": kind, "name": name, "title": name}
    keys |= {"description": f"{name}，是小网站里的一页，只给测试用，字数和真的差不多"}
    keys |= {"audience": "[everyone]", "reviewed": REVIEWED, "review_in": "6 months"} | changes
    in_order = sorted(keys.items(), key=lambda item: KEY_ORDER.index(item[0]))
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in in_order) + "---\n"


def translated_front(name: str, **changes: str) -> str:
    """Front matter of a translation."""
    description = f"{name}, a page of the miniature site, for tests only, about as long as real ones are"
    keys = {"name": name, "title": name, "description": description} | changes
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n"


SCAM_BODY_EN = SCAM_BODY_ZH.replace("来电。", "A call.").replace("挂断。", "Hang up.")

PAGES: dict[str, str] = {
    "zh/index.md": plain_front("section", "首页") + "\n## 从这里进 { #doors }\n\n看[全部骗局](scams/index.md)。\n",
    "en/index.md": translated_front("Home") + "\n## Doors { #doors }\n\nSee [all scams](scams/index.md).\n",
    "zh/emergency.md": plain_front("help", "我被骗了", contacts="[cn-police]") + "\n## 现在就做 { #call }\n\n打[[tel:cn-police]]。\n",
    "en/emergency.md": translated_front("I’ve been scammed") + "\n## Do this now { #call }\n\nCall [[tel:cn-police]].\n",
    "zh-Hant/emergency.md": translated_front("我被騙了") + "\n## 現在就做 { #call }\n\n手寫的這一頁：打[[tel:cn-police]]。\n",
    "zh/scams/index.md": plain_front("section", "全部骗局") + "\n## 怎么找 { #find }\n\n按家族找。\n",
    "en/scams/index.md": translated_front("All scams") + "\n## How to find { #find }\n\nBy family.\n",
    "zh/scams/fake-police.md": scam_front() + SCAM_BODY_ZH,
    "zh/contacts/index.md": plain_front("help", "电话") + "\n## 全部号码 { #numbers }\n\n[[contacts:mainland]]\n",
    "en/contacts/index.md": translated_front("Hotlines") + "\n## All numbers { #numbers }\n\n[[contacts:mainland]]\n",
}  # fmt: skip


SITE = """\
url: https://shizha.example/
name: {zh: 识诈 · 反诈知识库, en: ShiZha}
short_name: {zh: 识诈, en: ShiZha}
tagline: {zh: 先来这里看一眼, en: Look here first}
repository: https://git.example/Org/Repo_x/edit/main/
corrections: corrections@shizha.example
offline: true
"""


class Miniature:
    """A project that a test may spoil."""

    def __init__(self, root: Path) -> None:
        real = this_project()
        self.project = Project(root)
        root.mkdir(parents=True, exist_ok=True)
        shutil.copytree(real.data, self.project.data)
        self.write("data/site.yml", SITE)
        self.write("data/reports.yml", "# none\n")
        self.write("data/published.yml", "- index\n- emergency\n- scams/fake-police\n- scams\n- contacts\n")
        shutil.copytree(real.overrides, self.project.overrides)
        shutil.copy(real.generator_config, self.project.generator_config)
        hook = Path("scripts/shizha/hooks/site.py")
        (root / hook).parent.mkdir(parents=True)
        shutil.copy(real.root / hook, root / hook)
        for path, text in PAGES.items():
            self.write(f"docs/{path}", text)

    @classmethod
    def of(cls, project: Project) -> Miniature:
        """The same for a project that is there already."""
        miniature = cls.__new__(cls)
        miniature.project = project
        return miniature

    def write(self, path: str, text: str | bytes) -> Path:
        """Write one file of the project, ``path`` relative to its root."""
        file = self.project.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the first ``old`` by ``new`` in one file; ``old`` must be there."""
        file = self.project.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    def library(self) -> Library:
        return load_library(self.project)

    def findings(self) -> list[Finding]:
        """Every finding of severity error."""
        return errors(run_checks(self.library()))

    def reminders(self) -> list[Finding]:
        return [item for item in run_checks(self.library()) if item.severity == "reminder"]
