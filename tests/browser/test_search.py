"""Searching as a reader does: by touch, by keyboard, with an input method, without script."""

import pytest
from playwright.sync_api import expect

from shizha.content.languages import LANGUAGES

DIALOG = ".search-dialog"
RESULT = f"{DIALOG} [data-search-result]"


def first(page):
    """The id of the first page found, once there is one."""
    return page.locator(RESULT).first.get_attribute("data-search-result")


def test_nothing_of_the_search_is_loaded_before_somebody_searches(phone, address):
    asked = []
    phone.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    phone.goto(f"{address}/scams/prize/")
    phone.wait_for_load_state("networkidle")
    assert not any("search" in url for url in asked)
    with phone.expect_response("**/search/*.json"):
        phone.tap(".to-search")
    assert [url for url in asked if url.endswith(".json")] == ["/search/zh.json"]


def test_a_finger_finds_the_page_and_goes_there(phone, address):
    phone.goto(f"{address}/")
    phone.tap(".to-search")
    phone.keyboard.type("快遞丟了給我賠錢")
    assert first(phone) == "scams/fake-customer-service"
    phone.tap(RESULT)
    expect(phone).to_have_url(f"{address}/scams/fake-customer-service/")


def test_somebody_who_types_before_the_script_has_come_gets_an_answer(phone, address):
    held = []
    phone.route("**/assets/shizha.*.js", lambda route: held.append(route))
    phone.goto(f"{address}/", wait_until="commit")
    with phone.expect_response(
        "**/search/zh.json"
    ):  # fetched while the script is still on its way, and not again after it
        phone.locator("#search-home-input").fill("刷单")
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    held[0].continue_()
    expect(phone.locator("[data-search-result]").first).to_have_attribute("data-search-result", "scams/task-rebate")
    assert not any("search" in url for url in asked)


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_the_keyboard_alone_finds_the_page(desktop, address, keys):
    desktop.goto(f"{address}/en/law/rules-timeline/")
    desktop.keyboard.press(keys)
    box = desktop.locator(f"{DIALOG} input")
    expect(box).to_be_focused()
    assert box.get_attribute("role") is None or box.get_attribute("role") == "combobox"
    desktop.keyboard.type("prosecutor says I am a suspect")
    expect(box).to_have_attribute("aria-expanded", "true")
    desktop.keyboard.press("ArrowDown")
    chosen = desktop.locator(f"{RESULT}[aria-selected=true]")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    expect(box).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(f"{address}/en/scams/fake-police/")


def test_escape_empties_the_box_and_then_closes_it(desktop, address):
    desktop.goto(f"{address}/")
    desktop.keyboard.press("/")
    desktop.keyboard.type("刷单")
    assert first(desktop) == "scams/task-rebate"
    desktop.keyboard.press("Escape")
    assert desktop.locator(RESULT).count() == 0 and desktop.locator(DIALOG).is_visible()
    desktop.keyboard.press("Escape")
    assert not desktop.locator(DIALOG).is_visible()


def test_the_number_of_results_is_announced(desktop, address):
    desktop.goto(f"{address}/")
    desktop.keyboard.press("/")
    desktop.keyboard.type("杀猪盘")
    count = (
        desktop.locator(RESULT).count() or desktop.locator(RESULT).first.wait_for() or desktop.locator(RESULT).count()
    )
    expect(desktop.locator(f"{DIALOG} [role=status]")).to_have_text(f"找到{count}页")


def test_letters_of_an_input_method_are_no_question(desktop, address):
    desktop.goto(f"{address}/")
    desktop.keyboard.press("/")
    expect(desktop.locator(".search-dialog input")).to_have_attribute("role", "combobox")
    desktop.evaluate("""() => {
      const box = document.querySelector('.search-dialog input');
      box.value = "sha'zhu'p";
      box.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
    }""")
    assert desktop.locator(RESULT).count() == 0
    desktop.evaluate("""() => {
      const box = document.querySelector('.search-dialog input');
      box.value = '杀猪盘';
      box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    }""")
    assert first(desktop) == "scams/pig-butchering"


@pytest.mark.parametrize(
    ("path", "words"), [("/", "钱已经转了"), ("/zh-Hant/", "我被騙了"), ("/en/", "I sent the money to the scammer")]
)
def test_whoever_has_paid_sees_the_way_to_help_above_the_results(phone, address, path, words):
    phone.goto(address + path)
    phone.tap(".to-search")
    phone.keyboard.type(words)
    way = phone.locator(f"{DIALOG} [data-search-emergency]")
    expect(way).to_be_visible()
    assert way.bounding_box()["y"] < phone.locator(RESULT).first.bounding_box()["y"]
    way.tap()
    expect(phone).to_have_url(f"{address}{path}emergency/")


def test_no_result_is_not_the_end(phone, address):
    phone.goto(f"{address}/")
    phone.tap(".to-search")
    phone.keyboard.type("zzzz qqqq")
    none = phone.locator(f"{DIALOG} [data-search-none]")
    expect(none).to_be_visible()
    assert none.locator("a").count() == 3


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_page_of_results_can_be_linked(desktop, address, language):
    desktop.goto(f"{address}/{language.url_of('search')}?q=网恋对象带我投资")
    desktop.wait_for_selector("[data-search-state=done]")
    links = desktop.locator("[data-search-state] [data-search-result]")
    assert links.first.get_attribute("data-search-result") == "scams/pig-butchering"
    assert links.count() > 1
    links.first.click()
    expect(desktop).to_have_url(f"{address}/{language.url_of('scams/pig-butchering')}")


def test_what_is_typed_is_sent_nowhere_and_not_kept(desktop, address):
    asked = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(f"{address}/")
    desktop.locator("#search-home-input").click()
    desktop.keyboard.type("shuadan")
    desktop.locator("#search-home-input").press("Enter")
    desktop.wait_for_selector("[data-search-state=done]")
    # What stands behind # is never sent.
    assert [url for url in asked if "shuadan" in url.partition("#")[0]] == []
    kept = desktop.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert kept == '[{"visited":"yes"},{},""]'


def test_without_script_every_page_is_listed_by_family(browser, address, library):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    page.click(".to-search")
    expect(page).to_have_url(f"{address}/search/")
    assert page.locator(".search-no-script").is_visible() and not page.locator("input").first.is_visible()
    assert page.locator(".all-pages a").count() == len(library.ids())
    context.close()


def test_a_network_that_fails_still_leads_somewhere(desktop, address):
    desktop.route("**/search/*.json", lambda route: route.abort())
    desktop.goto(f"{address}/search/")
    desktop.fill("#search-page-input", "刷单")
    desktop.wait_for_selector("[data-search-state=failed]")
    assert desktop.locator("[data-search-none] a").first.is_visible()
