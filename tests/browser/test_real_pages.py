"""The real site in a real browser."""

import pytest
from playwright.sync_api import expect

from shizha.content.languages import EN, LANGUAGES, ZH, ZH_HANT
from support.watching import watch


@pytest.mark.parametrize(
    "page_id", ["index", "emergency", "scams/fake-police", "schools/primary/plan", "contacts/taiwan"]
)
def test_the_language_switch_leads_to_the_same_page(desktop, address, page_id):
    desktop.goto(f"{address}/{ZH.url_of(page_id)}")
    for language in (EN, ZH_HANT, ZH):
        desktop.locator(f'nav a[lang="{language.tag}"]:visible').first.click()
        expect(desktop).to_have_url(f"{address}/{language.url_of(page_id)}")
        expect(desktop.locator("html")).to_have_attribute("lang", language.tag)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_help_is_on_the_first_screen_of_a_phone_in_one_request(phone, address, language):
    seen = watch(phone)
    phone.goto(f"{address}/{language.url_of('emergency')}")
    assert seen["requests"] == [f"{address}/{language.url_of('emergency')}"]
    button = phone.locator('a[href^="tel:"]').first
    box = button.bounding_box()
    assert box["y"] + box["height"] <= 640 and box["height"] >= 44
    assert phone.get_by_role("heading", level=1).is_visible()


def test_the_emergency_page_works_without_script(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/emergency/")
    answer = page.locator("#transfer + details")
    assert not answer.locator("li").first.is_visible()
    answer.locator("summary").click()
    assert answer.locator("li").first.is_visible()
    context.close()


def test_every_page_leads_to_help_in_one_tap(phone, address, library):
    for page_id in ("index", "check", "scams/task-rebate", "law/rules-timeline", "schools/primary/quiz"):
        phone.goto(f"{address}/{EN.url_of(page_id)}")
        phone.locator("header a.to-emergency").click()
        expect(phone).to_have_url(f"{address}/en/emergency/")


def test_an_overdue_review_shows_in_an_old_build(browser, address, library):
    due = library.source("check").front.review_by
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/check/")
    assert not page.locator(".notice-overdue").is_visible()
    page.clock.set_fixed_time(f"{due.year + 1}-01-01T12:00:00")
    page.reload()
    assert page.locator(".notice-overdue").is_visible()
    context.close()


def test_a_missing_page_leads_to_help_in_every_language(phone, address):
    answer = phone.goto(f"{address}/en/scams/no-such-page/")
    assert answer.status == 404
    targets = phone.eval_on_selector_all("a", "links => links.map(link => link.getAttribute('href'))")
    assert {"/emergency/", "/zh-Hant/emergency/", "/en/emergency/", "tel:110"} <= set(targets)
    phone.click('a[href="/en/emergency/"]')
    expect(phone).to_have_url(f"{address}/en/emergency/")


def test_a_scam_page_puts_the_verdict_and_the_ways_out_first(phone, address):
    phone.goto(f"{address}/scams/fake-police/")
    top = [
        phone.locator(selector).first.bounding_box()["y"]
        for selector in ("h1", ".verdict", ".ways-out", ".phrases", "#course")
    ]
    assert top == sorted(top)
    verdict = phone.locator(".verdict").bounding_box()
    assert verdict["y"] + verdict["height"] <= 640
    phone.click(".way-paid")
    expect(phone).to_have_url(f"{address}/emergency/")


def test_the_keyboard_reaches_the_text_first(desktop, address):
    desktop.goto(f"{address}/check/")
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("document.activeElement.className") == "skip"
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(f"{address}/check/#text")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser, address, scheme):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1 for every piece of text on the pages that matter most."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for path in ("/", "/emergency/", "/scams/fake-police/", "/contacts/mainland/", "/schools/primary/plan/"):
        page.goto(address + path)
        assert page.evaluate(CONTRAST) == [], path
    context.close()


# Every visible text node, with the nearest opaque background behind it; returns those under 4.5 to 1.
CONTRAST = """() => {
  const channel = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4 };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour.length && (colour.length < 4 || colour[3] === 1)) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || ['SCRIPT', 'STYLE', 'TITLE'].includes(element.tagName)) continue;
    const [one, other] = [luminance(parse(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${walker.currentNode.data.trim().slice(0, 20)}`);
  }
  return weak;
}"""
