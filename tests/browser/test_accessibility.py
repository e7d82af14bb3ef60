"""For everybody: axe in every scheme, widths, sizes of text and targets, keyboard alone, the chosen size of text, reading aloud."""

import pytest
from playwright.sync_api import expect

from shizha.content.languages import LANGUAGES
from support.axe import complaints

# One page of each template, and those with the most unusual contents.
TEMPLATES = [
    "index",
    "emergency",
    "scams",
    "scams/fake-police",
    "contacts/mainland",
    "schools",
    "schools/primary/plan",
    "schools/primary/ledger",
    "law/rules-timeline",
]
WIDTHS = (360, 768, 1280)

# Elements that show text of their own in less than 16 px.
SMALL_TEXT = """() => {
  const small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 16)
      small.add(element.outerHTML.slice(0, 80));
  }
  return [...small];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_width_in_any_scheme(browser, address, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    wrong = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for page_id in TEMPLATES:
            page.goto(f"{address}/{LANGUAGES[0].url_of(page_id)}")
            if found := complaints(page):
                wrong[page_id, width] = found
            assert page.evaluate(SMALL_TEXT) == [], (page_id, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (page_id, width)
    context.close()
    assert wrong == {}


@pytest.mark.parametrize("size", ["large", "largest"])
def test_large_text_fits_at_every_width(browser, address, size):
    context = browser.new_context()
    context.add_init_script(f"localStorage.setItem('text', '{size}')")
    page = context.new_page()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for page_id in TEMPLATES:
            page.goto(f"{address}/en/{page_id}/".replace("/index/", "/"))
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (page_id, width)
    page.goto(f"{address}/check/")
    expected = {"large": 24, "largest": 30}[size]
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)") >= expected
    context.close()


def test_a_page_at_four_hundred_per_cent_needs_no_scrolling_sideways(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 256})  # 1280 x 1024 at 400 %: WCAG 2.2, 1.4.10
    page = context.new_page()
    for page_id in TEMPLATES:
        page.goto(f"{address}/{LANGUAGES[0].url_of(page_id)}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, page_id
    context.close()


def test_the_size_of_text_is_chosen_once(desktop, address):
    desktop.goto(f"{address}/check/")
    before = desktop.evaluate("getComputedStyle(document.documentElement).fontSize")
    desktop.click("[data-text-size]")
    assert desktop.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px" != before
    desktop.goto(f"{address}/scams/fake-police/")
    assert desktop.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    desktop.click("[data-text-size]")
    desktop.click("[data-text-size]")
    assert desktop.evaluate("getComputedStyle(document.documentElement).fontSize") == before


def test_without_script_there_are_no_buttons_that_do_nothing(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/check/")
    assert not page.locator(".tools button").first.is_visible()
    context.close()


def speech(voices):
    """A stand-in for the browser's speech, which no test machine has: it notes what it is given to read."""
    return f"""
      window.spoken = [];
      const speech = {{
        getVoices: () => {voices}.map(lang => ({{lang}})), addEventListener() {{}}, cancel() {{}},
        speak(words) {{ spoken.push(words.text); setTimeout(() => words.onend()); }},
      }};
      Object.defineProperty(window, 'speechSynthesis', {{value: speech}});
      window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};
    """


def test_a_page_is_read_aloud_from_its_title_to_its_end(browser, address):
    context = browser.new_context()
    context.add_init_script(speech("['zh-CN']"))
    page = context.new_page()
    page.goto(f"{address}/scams/fake-police/")
    page.click("[data-read-aloud]")
    expect(page.locator("[data-read-aloud]")).to_have_attribute("aria-pressed", "false")
    spoken = page.evaluate("spoken")
    assert spoken[0] == page.locator("h1").inner_text()
    assert "不让告诉家人，马上告诉家人" in spoken
    assert not any(text.isdigit() for text in spoken), "source marks are not read"
    context.close()


def test_where_no_voice_speaks_the_language_nothing_offers_to(browser, address):
    context = browser.new_context()
    context.add_init_script(speech("['de-DE']"))
    page = context.new_page()
    page.goto(f"{address}/scams/fake-police/")
    assert not page.locator("[data-read-aloud]").is_visible()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_index_of_scams_can_be_narrowed(browser, address, script):
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}/scams/")
    everything = page.locator(".scam:visible").count()
    page.locator(".filter summary").first.click()
    page.locator("#only-routes-email").check()
    left = page.locator(".scam:visible")
    assert 0 < left.count() < everything
    assert all("routes-email" in entry.get_attribute("class") for entry in left.all())
    if script:
        expect(page.locator(".filter-result")).to_contain_text(str(left.count()))
    page.click(".filters button[type=reset]")
    expect(page.locator(".scam:visible")).to_have_count(everything)
    context.close()


def test_the_keyboard_alone_reaches_help_and_another_language(desktop, address):
    desktop.goto(f"{address}/law/rules-timeline/")

    def press_until(matches):
        for _ in range(40):
            desktop.keyboard.press("Tab")
            if desktop.evaluate(f"document.activeElement.matches('{matches}')"):
                return
        raise AssertionError(f"Tab never reaches {matches}")

    press_until("a[hreflang=en]")
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(f"{address}/en/law/rules-timeline/")
    press_until("a.to-emergency")
    assert desktop.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(f"{address}/en/emergency/")
