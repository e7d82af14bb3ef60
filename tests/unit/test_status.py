import datetime

from shizha.status import language_statuses, print_status, reviews_due


def test_each_language_says_how_far_it_is(miniature):
    zh, hant, en = language_statuses(miniature.library())
    assert (zh.total, zh.by_hand, zh.share) == (5, 5, 1.0)
    assert (hant.by_hand, hant.derived, hant.share) == (1, 4, 1.0)
    assert en.missing == ("scams/fake-police",) and en.share == 0.8
    assert en.stale == ("contacts", "emergency", "index", "scams")


def test_reviews_come_due(miniature):
    miniature.edit("docs/zh/index.md", "review_in: 6 months", "review_in: 1 month")
    library = miniature.library()
    assert reviews_due(library, datetime.date(2026, 11, 24)) == [(datetime.date(2026, 12, 24), "index")]
    assert reviews_due(library, datetime.date(2026, 11, 23)) == []
    assert len(reviews_due(library, datetime.date(2027, 5, 24))) == 5


def test_the_table_names_what_is_missing_and_what_is_due(miniature, capsys):
    print_status(miniature.library(), datetime.date(2027, 6, 1), "en")
    text = capsys.readouterr().out
    assert "missing  scams/fake-police" in text
    assert "Reviews due within 30 days: 5" in text
    assert "2027-05-24  emergency overdue" in text
