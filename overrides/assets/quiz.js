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
  const say = document.createElement("p");
  say.className = "quiz-say";
  say.setAttribute("role", "status");
  let at = 0, right = 0;

  const show = (index) => {
    at = index;
    for (const [place, question] of questions.entries()) question.hidden = place !== index;
    for (const old of quiz.querySelectorAll(".quiz-go")) old.remove();
  };

  const begin = () => {
    right = 0;
    say.textContent = "";
    for (const question of questions) {
      question.querySelector(".quiz-why").hidden = true;
      for (const option of question.querySelectorAll("button")) {
        option.disabled = false;
        option.removeAttribute("data-chosen");
      }
    }
    show(0);
    questions[0].querySelector(".quiz-ask").focus();
  };

  const next = () => {
    say.textContent = "";
    if (at + 1 < questions.length) {
      show(at + 1);
      questions[at].querySelector(".quiz-ask").focus();
      return;
    }
    show(-1);
    say.textContent = quiz.dataset.end.replace("{right}", right).replace("{count}", questions.length);
    quiz.append(button(quiz.dataset.again, begin));
  };

  for (const question of questions) {
    for (const option of question.querySelectorAll("button")) {
      option.addEventListener("click", () => {
        const { answer } = question.dataset;
        option.dataset.chosen = "";
        right += option.value === answer;
        say.textContent = option.value === answer ? quiz.dataset.right : quiz.dataset.other.replace("{answer}", answer);
        question.querySelector(".quiz-why").hidden = false;
        for (const other of question.querySelectorAll("button")) other.disabled = true;
        quiz.append(button(quiz.dataset.next, next));
        quiz.querySelector(".quiz-go").focus();
      });
    }
  }
  quiz.append(say, button(quiz.dataset.begin, begin));
  for (const question of questions) question.hidden = true;
  quiz.hidden = false;
}
