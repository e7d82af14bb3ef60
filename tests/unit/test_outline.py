from shizha.content.outline import outline_of
from shizha.content.references import find_references

BODY = """## 一 { #one }

1. 先[[tel:cn-police]]。[^law]
    - 缩进的一条
2. 再`[[tel:not-this]]`看[那页](../check.md#seven)

| 分钟 | 做什么 |
| --- | --- |
| 5 | 热身 |
| 15 | 讨论 |

```
## 不是标题 { #code }
```

### 二
"""


def test_headings_have_levels_ids_and_lines():
    outline = outline_of(BODY, first_line=11)
    assert [(item.level, item.text, item.id, item.line) for item in outline.headings] == [
        (2, "一", "one", 11),
        (3, "二", None, 26),
    ]


def test_items_belong_to_their_section():
    outline = outline_of(BODY, 1)
    first, second = outline.items_of("one")
    assert first.text == "先[[tel:cn-police]]。[^law]"
    assert second.text.split() == ["再", "看[那页](../check.md#seven)"]  # code is blanked out


def test_tables_have_rows():
    (table,) = outline_of(BODY, 1).tables
    assert table.header == ("分钟", "做什么")
    assert table.rows == (("5", "热身"), ("15", "讨论"))
    assert (table.section, table.line) == ("one", 7)


def test_references_and_links_have_places_and_code_has_none():
    outline = outline_of(BODY, 1)
    assert [(ref.kind, ref.target, ref.line, ref.column) for ref in outline.references] == [
        ("tel", "cn-police", 3, 5),
        ("source", "law", 3, 23),
    ]
    (link,) = outline.links
    assert (link.text, link.target, link.position.line) == ("那页", "../check.md#seven", 5)


def test_a_malformed_reference_has_no_kind():
    found = list(find_references("打[[电话:110]]或[[tel:cn police]]", 7))
    assert [(ref.kind, ref.target) for ref in found] == [("", "电话:110"), ("", "tel:cn police")]


def test_the_definition_of_a_footnote_is_no_citation():
    assert list(find_references("[^law]: 说明", 1)) == []
