import pytest

from shizha.content.source_text import MAX_BYTES, Position, SourceError, decode_text, read_text


@pytest.mark.parametrize(
    ("raw", "code", "position"),
    [
        (b"", "empty", Position()),
        (b" \n\n", "empty", Position()),
        (b"\xef\xbb\xbftext", "byte-order-mark", Position()),
        ("文字".encode("utf-16"), "utf-16", Position()),
        ("第一行\n第二行".encode("gbk"), "not-utf-8", Position(1, 1)),
        ("好\n坏".encode() + b"\xff", "not-utf-8", Position(2, 2)),
        ("好\n坏\0".encode(), "nul", Position(2, 2)),
        ("一行\r\n两行\r\n".encode(), "carriage-return", Position(1, 3)),
        (b"a" * (MAX_BYTES + 1), "too-large", Position()),
    ],
)
def test_what_is_not_a_text_file_is_refused_at_its_place(raw, code, position):
    with pytest.raises(SourceError) as error:
        decode_text(raw)
    assert (error.value.code, error.value.position) == (code, position)


def test_text_comes_back_as_it_is():
    assert decode_text("第一行\n第二行\n".encode()) == "第一行\n第二行\n"


def test_a_file_that_cannot_be_opened_says_why(tmp_path):
    with pytest.raises(SourceError) as error:
        read_text(tmp_path)
    assert error.value.code == "unreadable" and error.value.values["reason"]


def test_a_file_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(SourceError) as error:
        read_text(tmp_path / "nothing.md")
    assert error.value.code == "missing-file"


def test_a_huge_file_is_not_read_whole(tmp_path):
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024 * 1024)  # sparse: 20 GB on no disk
    with pytest.raises(SourceError) as error:
        read_text(path)
    assert error.value.code == "too-large"
