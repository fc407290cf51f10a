// The list of problems: by file, each with its code, place, words, line and what to do.

import { element, words } from "./words.js";

const list = document.getElementById("problems");
const count = document.getElementById("count");
let last = "";

export function errorsOf(problems) {
  return problems.filter((problem) => problem.kind === "error");
}

export function showProblems(problems) {
  const now = JSON.stringify(problems);
  if (now === last) return;
  last = now;
  const many = (kind) => problems.filter((problem) => problem.kind === kind).length;
  count.textContent = words.count(many("error"), many("warning"), many("note"));
  const focused = document.activeElement?.dataset?.key;
  const groups = Map.groupBy
    ? Map.groupBy(problems, (problem) => problem.file)
    : problems.reduce((found, each) => found.set(each.file, [...(found.get(each.file) ?? []), each]), new Map());
  list.replaceChildren(...[...groups].map(([file, group]) => groupOf(file, group)));
  if (problems.length === 0) list.append(element("p", { class: "fine" }, words.fine));
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function groupOf(file, problems) {
  const title = element("h3", { title: file }, problems[0].name || words.elsewhere);
  problems.sort((one, other) => Number(other.here) - Number(one.here)); // what is shown comes first
  return element("section", {}, title, element("ul", {}, ...problems.map((each) => element("li", {}, problemOf(each)))));
}

export function problemOf(problem) {
  const code = element("span", { class: `code ${problem.kind}` }, `${words[problem.kind]} ${problem.code}`);
  const aside = problem.here ? null : element("span", { class: "aside" }, words.aside);
  return element(
    "article",
    { class: "problem" },
    element("p", { class: "head" }, code, placeOf(problem), problem.place ? copyOf(problem) : null, aside),
    element("p", { class: "message" }, problem.message),
    problem.excerpt ? excerptOf(problem) : null,
    problem.hint ? element("p", { class: "hint" }, problem.hint) : null,
  );
}

function placeOf(problem) {
  if (!problem.place) return null;
  const place = `${problem.name}:${problem.line}:${problem.column}`;
  if (!problem.link) return element("span", { class: "place" }, place);
  const key = `${problem.code} ${problem.place}`;
  return element("a", { class: "place", href: problem.link, title: words.open(problem.place), "data-key": key }, place);
}

function copyOf(problem) {
  const label = words.copyPlace(problem.place);
  const button = element("button", { type: "button", class: "copy", title: label, "aria-label": label }, words.copy);
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
