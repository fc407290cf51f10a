// The page of the preview: shows what was chosen, and shows it again after each save.

import { keepFocus } from "./focus.js";
import { errorsOf, hasNews, problemOf, showChecking, showProblems } from "./problems.js";
import { followSize, showSheets } from "./sheets.js";
import { element, nameOf, sayAll, time, words } from "./words.js";

const pane = document.getElementById("pages");
const notice = document.getElementById("notice");
const choice = document.getElementById("choice");
const status = document.getElementById("status");
const NAMES = ["clinic", "handout", "layout", "language"];

const AGAIN = 1000; // milliseconds until a preview that has ended is looked for again

let stream = null;
let again;
let placed = false; // whether the place on the page from before a reload was found again
let showing = Promise.resolve();

function listen() {
  stream?.close();
  clearTimeout(again);
  stream = new EventSource(`events${location.search}`);
  let slow;
  stream.addEventListener("drawing", () => {
    pane.ariaBusy = "true";
    clearTimeout(slow);
    slow = setTimeout(() => { status.textContent = words.drawing; }, 400);
  });
  stream.addEventListener("proof", (event) => {
    const proof = JSON.parse(event.data);
    clearTimeout(slow);
    showing = showing.then(() => show(proof)).catch((error) => { status.textContent = String(error); });
  });
  stream.addEventListener("error", () => {
    clearTimeout(slow);
    tell(element("p", {}, words.lost));
    stream.close(); // left to itself, Chromium takes fifteen seconds to come back
    again = setTimeout(listen, AGAIN);
  });
}

async function show(proof) {
  offer(proof);
  // the checks come a little later than the pages: until then the list stays as it was, unless there is something worse
  if (proof.checked || hasNews(proof.problems)) showProblems(proof.problems);
  else showChecking();
  warn(proof);
  await showSheets(proof.sheets, proof.languages, () => {
    returnToPlace();
    pane.dataset.seen = proof.edit;
  });
  pane.ariaBusy = "false";
  pane.dataset.edit = proof.edit;
  if (proof.checked) pane.dataset.checked = proof.edit;
  status.textContent = proof.checked ? words.shown(time()) : words.checking;
}

// What can be chosen, and what is chosen.

function offer({ options, choice: chosen }) {
  for (const name of NAMES) {
    const select = choice.elements[name];
    const made = options[name].map((each) => {
      const said = nameOf(each.names);
      return new Option(each.ordered ? said : words.unordered(said), each.id);
    });
    if (name === "language") made.unshift(new Option(made.length ? words.every : words.together, ""));
    const same = made.length === select.length && made.every((each, at) => alike(each, select.options[at]));
    if (!same) select.replaceChildren(...made);
    select.value = chosen[name];
    select.disabled = made.length < 2;
  }
}

const alike = (one, other) => one.value === other.value && one.text === other.text;

choice.addEventListener("change", () => {
  const asked = new URLSearchParams(NAMES.map((name) => [name, choice.elements[name].value]));
  history.replaceState(null, "", `?${asked}`);
  listen();
});
choice.addEventListener("submit", (event) => event.preventDefault());

// What stands in front of pages that are out of date.

function warn({ sheets, problems }) {
  const all = errorsOf(problems), ours = all.filter((problem) => problem.here);
  const errors = ours.length ? ours : all;
  const old = sheets.length === 0 || sheets.some((sheet) => sheet.old);
  if (!errors.length || !old) return tell();
  const title = sheets.length ? words.oldTitle : words.noneTitle;
  tell(element("h2", {}, title), element("p", {}, words.mend(errors.length)), problemOf(errors[0]));
}

function tell(...parts) {
  keepFocus(notice, () => notice.replaceChildren(...parts.filter(Boolean)));
  notice.hidden = parts.length === 0;
}

// The place on the page survives a reload of the page itself.

function returnToPlace() {
  if (placed) return;
  placed = true;
  pane.scrollTop = Number(sessionStorage.getItem("place")) || 0;
  pane.addEventListener("scroll", () => sessionStorage.setItem("place", String(pane.scrollTop)), { passive: true });
}

sayAll();
followSize();
listen();
