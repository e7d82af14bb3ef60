// A quiz taken on the page, one question after the other. Whatever is chosen, the reason is told; nothing is stored or sent, nobody is
// ranked. Without this script the paper and the key stand on the page.

const button = (text, action) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiz-go";
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
};

export function take(quiz) {
  const questions = [...quiz.querySelectorAll(".quiz-question")];
  const { begin: beginText, right: rightText, other, next: nextText, end, again } = quiz.dataset;
  const say = document.createElement("div");
  say.className = "quiz-say";
  say.setAttribute("role", "status"); // so that a screen reader tells the reason, wherever the focus is
  let at = 0, right = 0;

  const show = (index) => {
    at = index;
    for (const [place, question] of questions.entries()) question.hidden = place !== index;
    for (const old of quiz.querySelectorAll(".quiz-go")) old.remove();
    say.replaceChildren();
    questions[at]?.querySelector(".quiz-ask").focus();
  };

  const begin = () => {
    right = 0;
    for (const option of quiz.querySelectorAll(".quiz-question button")) {
      option.disabled = false;
      option.removeAttribute("data-chosen");
    }
    show(0);
  };

  const go = (text, action) => {
    const made = button(text, action);
    quiz.append(made);
    made.focus();
  };

  const next = () => {
    const last = at + 1 === questions.length;
    show(last ? -1 : at + 1);
    if (!last) return;
    say.append(end.replace("{right}", right).replace("{count}", questions.length));
    go(again, begin);
  };

  const choose = (option) => {
    const question = questions[at];
    const { answer } = question.dataset;
    const verdict = document.createElement("strong");
    verdict.textContent = option.value === answer ? rightText : other.replace("{answer}", answer);
    right += option.value === answer;
    option.dataset.chosen = "";
    say.append(verdict, ...question.querySelector(".quiz-why").cloneNode(true).childNodes);
    for (const every of question.querySelectorAll("button")) every.disabled = true;
    go(nextText, next);
  };

  for (const question of questions) {
    question.hidden = true;
    for (const option of question.querySelectorAll("button")) option.addEventListener("click", () => choose(option));
  }
  quiz.append(say, button(beginText, begin));
  quiz.hidden = false;
}
