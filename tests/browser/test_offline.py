"""What a reader who has come back can open without a network, and what nobody is shown."""

import pytest
from playwright.sync_api import expect

ASK = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const edition = { "zh-Hans": "zh" }[document.documentElement.lang] ?? document.documentElement.lang;
  active.postMessage({ edition });
  for (let turn = 0; turn < 100; turn++) {
    if (await (await caches.open("state")).match("/offline.json")) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}"""


@pytest.fixture
def reader(browser):
    context = browser.new_context()
    yield context
    context.close()


def come_back(reader, url):
    """A second visit, after which the browser has its copy."""
    page = reader.new_page()
    page.goto(url)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0, (
        "a first visit fetches nothing ahead"
    )
    page.reload()
    assert page.evaluate(ASK)
    return page


@pytest.mark.parametrize("edition", ["", "zh-Hant/", "en/"])
def test_help_opens_without_a_network(reader, address, edition):
    page = come_back(reader, f"{address}/{edition}scams/prize/")
    reader.set_offline(True)
    for where, text in (("emergency/", "110"), ("contacts/mainland/", "96110")):
        page.goto(f"{address}/{edition}{where}")
        assert text in page.locator("main, article").first.inner_text()
    page.goto(f"{address}/{edition}search/#q=shuadan")
    expect(page.locator("[data-search-result]").first).to_be_visible()


def test_a_page_that_was_not_kept_says_so_and_leads_to_help(reader, address):
    page = come_back(reader, f"{address}/en/scams/prize/")
    reader.set_offline(True)
    page.goto(f"{address}/en/law/")
    expect(page.locator("h1")).to_have_text("There is no network now")
    page.locator("a").click()
    assert "110" in page.locator("main").inner_text()


def test_a_number_past_its_review_day_is_not_shown(reader, address, library):
    page = come_back(reader, f"{address}/scams/prize/")
    reader.set_offline(True)
    # The list is all that the copy knows of days: the reader's clock is left alone.
    page.evaluate("""async () => {
      const cache = await caches.open("state");
      const state = await (await cache.match("/offline.json")).json();
      for (const kept of state.pages) kept.until = "2020-01-01";
      await cache.put("/offline.json", new Response(JSON.stringify(state)));
    }""")
    reader.new_cdp_session(page).send("Network.clearBrowserCache")  # the five minutes that any page may be kept
    response = page.goto(f"{address}/contacts/mainland/")
    assert response.status == 503 and "96110" not in page.content()


def test_it_can_be_switched_off(reader, address):
    page = come_back(reader, f"{address}/scams/prize/")
    page.evaluate("""async () => {  // a day later, the site says no
      const cache = await caches.open("state");
      const state = await (await cache.match("/offline.json")).json();
      state.asked = 0;
      await cache.put("/offline.json", new Response(JSON.stringify(state)));
    }""")
    reader.route("**/offline.json", lambda route: route.fulfill(json={"on": False, "version": "", "editions": {}}))
    page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ edition: 'zh' }))")
    page.wait_for_timeout(1000)
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
