"""SZ508: backticks that the generator pairs otherwise than this project does."""

from __future__ import annotations

from ..finding import Message, Rule

CODE_MARKS = Rule(
    "SZ508",
    Message("反引号不成对", "Backticks that do not pair"),
    why=Message(
        "少一个反引号，后面的文字就都成了代码，或者代码里的东西成了真的链接。",
        "One backtick too few turns the text behind it into code, or an example into a real link.",
    ),
    wrong="短信里写着`您的账户异常。\n",
    right="短信里写着`您的账户异常`。\n",
    says=Message("这里的反引号不成对", "The backticks here do not pair"),
)

RULES = (CODE_MARKS,)
