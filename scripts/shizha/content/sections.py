"""The fixed sections of some kinds of pages, by the ids of their headings, with the words that a new page begins with."""

from __future__ import annotations

from .languages import Language

SCAM_SECTIONS = ("course", "signs", "now", "real", "family", "variants", "case", "teach", "card")
SCAM_SUBSECTIONS = {"now": ("not-paid", "gave-info", "installed", "paid"), "family": ("to-send", "to-elder")}
LESSON_SECTIONS = (
    "goal",
    "needs",
    "words",
    "steps",
    "script",
    "exit-ticket",
    "take-home",
    "answers",
    "one-minute",
    "no-projector",
)

_HEADINGS: dict[str, tuple[str, str]] = {
    "course": ("骗局怎么走", "How it goes"),
    "signs": ("三个看破点", "Three signs"),
    "now": ("现在怎么做", "What to do now"),
    "not-paid": ("还没给钱", "Nothing paid yet"),
    "gave-info": ("给了信息", "You gave information"),
    "installed": ("装了软件或共享过屏幕", "You installed something or shared your screen"),
    "paid": ("已经转了钱", "You have paid"),
    "real": ("真的是怎样", "What the real ones do"),
    "family": ("跟家人这样说", "What to say to family"),
    "to-send": ("发给家人", "To send"),
    "to-elder": ("说给老人听", "To say to an older relative"),
    "variants": ("变种和今昔", "Variants, old and new"),
    "case": ("一个故事", "A story"),
    "teach": ("一分钟教学", "Teach it in a minute"),
    "card": ("卡片", "Card"),
    "goal": ("目标", "Goal"),
    "needs": ("准备", "You need"),
    "words": ("新词", "Words"),
    "steps": ("时间安排", "Steps"),
    "script": ("怎么讲", "Script"),
    "exit-ticket": ("出门条", "Exit ticket"),
    "take-home": ("带回家", "Take home"),
    "answers": ("答案", "Answers"),
    "one-minute": ("一分钟版", "One-minute version"),
    "no-projector": ("没有投影怎么上", "Without a projector"),
    "answer": ("先说结论", "The answer first"),
}


def heading(level: int, section: str, language: Language) -> str:
    """The heading of ``section`` as it is written in a page: ``## 卡片 { #card }``."""
    zh, en = _HEADINGS[section]
    return f"{'#' * level} {en if language.code == 'en' else zh} {{ #{section} }}"
