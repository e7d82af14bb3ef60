"""SZ508–SZ509: forms that the generator and this project would read differently."""

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
HEADING_FORM = Rule(
    "SZ509",
    Message("标题、横线少了空格或空行", "A heading or a rule without its space or empty line"),
    why=Message(
        "少一个空格或空行，文字会变成没有编号的标题，标题会变成表格的一行，检查和目录都看不到。",
        "Without its space or empty line text becomes a heading that has no id, or a heading becomes a row of a table, unseen by the check and the list of contents.",
    ),
    wrong="先挂断。\n---\n##再去问 { #ask }\n",
    right="先挂断。\n\n---\n\n## 再去问 { #ask }\n",
    says=Message("横线紧跟在文字下面", "The rule stands right below text"),
)

RULES = (CODE_MARKS, HEADING_FORM)
