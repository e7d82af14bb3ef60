"""识诈 · 反诈知识库: from Markdown pages and data files to a checked, three-language static site.

Rooms, in the direction data travels: ``content`` (parse once) -> ``checks`` (say no) -> ``rendering`` and ``hooks``
(MkDocs adapters) -> ``publish`` (steps over the finished folder). ``content`` imports none of the others. ``search`` makes from
``content`` what ``publish`` writes and the browser searches in. ``bench`` measures how long it takes.
"""
