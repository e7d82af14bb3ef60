// Everything on this site works without script. This only says when a page is past its review date on the day of reading.
for (const notice of document.querySelectorAll("[data-review-by]")) {
  const due = new Date(`${notice.dataset.reviewBy}T23:59:59`);
  if (due < new Date()) notice.hidden = false;
}
