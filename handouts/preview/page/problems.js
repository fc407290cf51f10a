// The list of problems: by file, each with its code, place, words, line and what to do.

import { keepFocus } from "./focus.js";
import { element, words } from "./words.js";

const list = document.getElementById("problems");
const count = document.getElementById("count");
let last = "";
let listed = new Set(); // keys of what stands in the list

export function errorsOf(problems) {
  return problems.filter((problem) => problem.kind === "error");
}

// Whether there is an error that does not stand in the list yet: only that is worth changing it before all is checked.
export function hasNews(problems) {
  return errorsOf(problems).some((each) => !listed.has(keyOf(each, "listed")));
}

export function showProblems(problems) {
  const many = (kind) => problems.filter((problem) => problem.kind === kind).length;
  count.textContent = words.count(many("error"), many("warning"), many("note"));
  list.ariaBusy = "false";
  const now = JSON.stringify(problems);
  if (now === last) return;
  last = now;
  listed = new Set(problems.map((each) => keyOf(each, "listed")));
  const groups = Map.groupBy
    ? Map.groupBy(problems, (problem) => problem.file)
    : problems.reduce((found, each) => found.set(each.file, [...(found.get(each.file) ?? []), each]), new Map());
  const parts = [...groups].map(([file, group]) => groupOf(file, group));
  const fine = problems.length ? [] : [element("p", { class: "fine" }, words.fine)];
  keepFocus(list, () => list.replaceChildren(...parts, ...fine));
}

// Until the checks are done: nothing is known yet, which is not the same as nothing is wrong. What stood in the list
// before the edit goes on standing there, in grey, for most of it holds.
export function showChecking() {
  count.textContent = last ? words.checkingAgain : words.checking;
  list.ariaBusy = last ? "true" : "false";
}

function groupOf(file, problems) {
  const title = element("h3", { title: file }, problems[0].name || words.elsewhere);
  problems.sort((one, other) => rank(one) - rank(other));
  return element("section", {}, title, element("ul", {}, ...problems.map((each) => element("li", {}, problemOf(each)))));
}

// What is shown comes first, and of that what stops it.
function rank({ here, kind }) {
  return here ? Number(kind !== "error") : 2;
}

let numbered = 0;

export function problemOf(problem) {
  const message = element("p", { class: "message", id: `message-${numbered += 1}` }, ...typedApart(problem.message));
  const code = element("span", { class: `code ${problem.kind}` }, `${words[problem.kind]} ${problem.code}`);
  const aside = problem.here ? null : element("span", { class: "aside" }, words.aside);
  return element(
    "article",
    { class: "problem" },
    element("p", { class: "head" }, code, placeOf(problem, message.id), problem.place ? copyOf(problem) : null, aside),
    message,
    problem.excerpt ? excerptOf(problem) : null,
    problem.hint ? element("p", { class: "hint" }, ...typedApart(problem.hint)) : null,
  );
}

// What is to be typed stands between grave accents in a terminal, and can be told apart here.
function typedApart(words) {
  const parts = words.split("`");
  return parts.length % 2 ? parts.map((part, number) => (number % 2 ? element("code", {}, part) : part)) : [words];
}

function placeOf(problem, message) {
  if (!problem.place) return null;
  const place = words.line(problem.line); // of the file that the group is named after
  if (!problem.link) return element("span", { class: "place" }, place);
  const said = { title: words.open(problem.place), "aria-describedby": message, "data-key": keyOf(problem, "open") };
  return element("a", { class: "place", href: problem.link, ...said }, place);
}

// What stays the same when lines are put in above.
function keyOf(problem, what) {
  return [what, problem.code, problem.file, problem.excerpt?.join("") ?? problem.message].join(" ");
}

function copyOf(problem) {
  const label = words.copyPlace(problem.place);
  const said = { title: label, "aria-label": label, "data-key": keyOf(problem, "copy") };
  const button = element("button", { type: "button", class: "copy", ...said }, words.copy);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(problem.place);
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 1500);
  });
  return button;
}

function excerptOf(problem) {
  const [before, marked, after] = problem.excerpt;
  const number = element("span", { class: "number" }, String(problem.line));
  const code = element("code", {}, before, element("mark", {}, marked), after);
  return element("div", { class: "excerpt" }, number, code);
}
