"""SZ501–SZ507: content that could run, fetch or hide something."""

from __future__ import annotations

from ..finding import Message, Rule

TAG = Rule(
    "SZ501",
    Message("页面里有HTML", "HTML in a page"),
    why=Message(
        "HTML能在读者的手机上运行程序、画出假的输入框。能用的只有几种不带任何属性的：<br>、<kbd>、<mark>、<sub>、<sup>、<ruby>。",
        "HTML can run programs on a reader’s phone or draw a false form. Only a few tags are in use, without any attribute: <br>, <kbd>, <mark>, <sub>, <sup>, <ruby>.",
    ),
    wrong='<div onclick="pay()">点这里</div>\n\n按<b>挂断</b>。\n',
    right="按**挂断**。\n\n按<kbd>Esc</kbd>退出。\n",
    says=Message("“<b>”是HTML，这里不能写", "“<b>” is HTML that cannot stand here"),
)
ENCODED = Rule(
    "SZ502",
    Message("用编码藏起来的HTML", "HTML hidden in character codes"),
    why=Message(
        "用编码写，看的人看不出这是HTML；有的程序把编码还原，它就会运行。",
        "In character codes people do not see that it is HTML, and a program that decodes them would run it.",
    ),
    wrong="看&#60;script&#62;这里。\n",
    right="看这里。\n",
    says=Message("“&#60;b&#62;”是用编码写的HTML", "“&#60;b&#62;” is HTML written in character codes"),
)
ATTRIBUTES = Rule(
    "SZ503",
    Message("花括号里的属性", "Attributes in braces"),
    why=Message(
        "花括号里的字会变成网页的属性，能改变样子，也能让点一下就运行程序。花括号只用来写标题的编号。",
        "What stands in braces becomes an attribute: it changes how things look, or makes a tap run a program. Braces are only for the ids of headings.",
    ),
    wrong="**先别转**{ .big onclick=pay }\n\n## 怎么办 { #what-to-do .big }\n",
    right="**先别转**\n\n## 怎么办 { #what-to-do }\n",
    says=Message("“{ .big }”会给网页加上属性", "“{ .big }” would add attributes to the page"),
)
TEMPLATE = Rule(
    "SZ504",
    Message("模板语句", "Template syntax"),
    why=Message(
        "网页不用模板语句：它要么原样露在读者眼前，要么被别的程序当成命令。",
        "Pages have no template syntax: readers would see it as it stands, or another program would take it for a command.",
    ),
    wrong="学校：{{ school }}\n",
    right="学校：[[field:school]]\n",
    says=Message(
        "“{{ config }}”是模板语句，页面里没有用", "“{{ config }}” is template syntax, which does nothing good in a page"
    ),
)
INCLUDE = Rule(
    "SZ505",
    Message("把别的文件或数据放进来的写法", "Syntax that brings in a file or data"),
    why=Message(
        "这种写法会把电脑上别的文件、或者藏在编码里的东西放进网页，没有人能先看到。",
        "It would put another file of the computer, or something hidden in codes, into the page before anybody has seen it.",
    ),
    wrong='--8<-- "notice.txt"\n',
    right="先挂断，再打[[tel:cn-police]]。\n",
    says=Message("“-8<-”会把别的文件或数据放进网页", "“-8<-” would bring a file or data into the page"),
)
BLOCK = Rule(
    "SZ506",
    Message("不用的 /// 方框", "A /// box that is not used here"),
    why=Message(
        "只有三种方框。别的名字不会变成方框，或者能放进任何HTML。",
        "There are three kinds of boxes. Another name makes no box at all, or lets in any HTML.",
    ),
    wrong="/// danger | 注意\n先别转。\n///\n",
    right="/// warning | 注意\n先别转。\n///\n",
    says=Message("“/// danger”不是这里用的方框", "“/// danger” is not how a box is written here"),
)
OPTION = Rule(
    "SZ507",
    Message("/// 方框或代码块的选项", "Options of a /// box or a block of code"),
    why=Message(
        "选项会给网页加上任意的属性。只有 /// details 可以写一行 open: true，表示先展开。",
        "Options add any attribute to the page. Only /// details may have the line open: true, so that it begins unfolded.",
    ),
    wrong="/// note | 注意\n    attrs: {class: big}\n\n先别转。\n///\n",
    right="/// note | 注意\n先别转。\n///\n",
    says=Message("这里不用“type: big”这样的选项", "Options like “type: big” are not used here"),
)

RULES = (TAG, ENCODED, ATTRIBUTES, TEMPLATE, INCLUDE, BLOCK, OPTION)
