// The sheets: pages as pictures at the resolution of the screen, put in place of the old ones without a flicker.

import { element, nameOf, words } from "./words.js";

const pane = document.getElementById("pages");
const desk = document.getElementById("sheets");
const fitButton = document.getElementById("fit");

const POINT = 96 / 72; // of the pixels that a browser counts
const GAP = 20;
const NARROW = 520; // pixels, below which pages stand below each other
const ROOMY = 680; // from which on what comes before the text is small
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const FRONT = 1 / 3; // of their size, for covers and what else comes before the text: the text is what is edited
const ROUND = 40; // widths of pictures are rounded up to this, so that they are asked for less often

let shown = [];
let names = {};
let zoom = Number(sessionStorage.getItem("zoom")) || 0; // 0: the width fits

// Shows sheets: the pages in view first. `seen` is called once those are there.
export async function showSheets(sheets, languages, seen) {
  const before = shown.map((sheet) => sheet.edition).join();
  shown = sheets;
  names = Object.fromEntries(languages.map((each) => [each.id, nameOf(each.names)]));
  if (before !== sheets.map((sheet) => sheet.edition).join()) desk.replaceChildren(...sheets.map(frame));
  sheets.forEach((sheet, index) => update(desk.children[index], sheet));
  resize();
  const figures = [...desk.querySelectorAll("figure")];
  await Promise.all(figures.filter(isInView).map(draw));
  seen();
  await Promise.all(figures.map(draw));
}

function isInView(figure) {
  const box = figure.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

function titleOf(sheet) {
  return sheet.languages.map((code) => names[code] ?? code).join(" + ");
}

function frame(sheet) {
  const heading = element("h2", { id: `sheet-${sheet.edition}` });
  const rows = ["front", "pages"].map((name) => element("div", { class: name }));
  return element("section", { "aria-labelledby": heading.id }, heading, ...rows);
}

function update(section, sheet) {
  const [heading, front, pages] = section.children;
  const parts = [
    element("span", { class: "title" }, titleOf(sheet)),
    element("span", {}, words.pageCount(sheet.pages.length)),
    element("span", { class: `chip ${sheet.status}` }, words.status[sheet.status]),
    sheet.old ? element("span", { class: "chip out" }, words.old) : null,
  ];
  heading.replaceChildren(...parts.filter(Boolean));
  section.classList.toggle("old", sheet.old);
  const there = section.querySelectorAll("figure");
  const figures = sheet.pages.map((page, index) => {
    const figure = there[index] ?? element("figure", {}, new Image(), element("figcaption"));
    label(figure, sheet, page, index);
    return figure;
  });
  const before = sheet.pages.length - textPages(sheet);
  stand(front, figures.slice(0, before));
  stand(pages, figures.slice(before));
}

// What comes before the text has no fullness.
function textPages(sheet) {
  return sheet.pages.filter((page) => page.fullness !== null).length;
}

// Puts figures in a row, and touches nothing where they stand there already.
function stand(row, figures) {
  const same = figures.length === row.children.length && figures.every((each, index) => each === row.children[index]);
  if (!same) row.replaceChildren(...figures);
}

function label(figure, sheet, page, index) {
  figure.page = page;
  const bare = page.blank ? ` ${words.blank}` : "";
  figure.alternative = words.page(index + 1, sheet.pages.length, titleOf(sheet)) + bare;
  const caption = [element("span", {}, words.caption(index + 1) + bare)];
  if (page.fullness !== null) {
    const percent = Math.round(page.fullness * 100);
    const level = sheet.limited && page.fullness > 0.97 ? "tight" : "";
    caption.push(element("meter", { min: 0, max: 100, value: percent, class: level, "aria-hidden": "true" }));
    caption.push(element("span", {}, words.full(percent)));
  }
  figure.lastChild.replaceChildren(...caption);
}

async function draw(figure) {
  const { id } = figure.page;
  const wanted = Math.ceil((widthOf(figure) * devicePixelRatio) / ROUND) * ROUND;
  const source = `page/${id}/${Math.min(Math.max(wanted, 80), 4000)}.png`;
  if (figure.source === source) return;
  figure.source = source;
  const picture = new Image();
  picture.alt = figure.alternative;
  picture.src = source;
  try {
    await picture.decode();
  } catch {
    if (figure.source === source) figure.source = "";
    return;
  }
  if (figure.source === source) figure.firstChild.replaceWith(picture); // else a later one is on its way
}

// Two pages stand side by side, of two files or of one; landscape pages of one file stand below each other.
function columns() {
  if (pane.clientWidth < NARROW) return 1;
  const wide = shown.some((sheet) => sheet.pages.some((page) => page.width > page.height));
  return shown.length > 1 ? shown.length : wide || !shown.length || textPages(shown[0]) === 1 ? 1 : 2;
}

function fitting() {
  const widest = Math.max(1, ...shown.flatMap((sheet) => sheet.pages.map((page) => page.width)));
  const room = pane.clientWidth - 2 * GAP - GAP * (columns() - 1);
  return Math.min(Math.max(room / columns() / widest, 0.2), 1.6 * POINT);
}

function scale() {
  return zoom ? zoom * POINT : fitting();
}

function widthOf({ page, parentNode }) {
  const small = parentNode.className === "front" && pane.clientWidth >= ROOMY;
  return page.width * scale() * (small ? FRONT : 1);
}

function resize() {
  for (const figure of desk.querySelectorAll("figure")) {
    figure.style.setProperty("--width", `${widthOf(figure)}px`);
    figure.style.setProperty("--ratio", `${figure.page.width} / ${figure.page.height}`);
  }
  desk.style.setProperty("--columns", shown.length > 1 ? columns() : 1);
  desk.style.setProperty("--pages", shown.length > 1 ? 1 : columns());
  fitButton.textContent = words.percent(Math.round((scale() / POINT) * 100));
}

// Keep what stands in the middle of the pane where it is; the top stays the top.
function rescale(change) {
  const wasAtTop = pane.scrollTop === 0;
  const middle = pane.clientHeight / 2;
  const at = (pane.scrollTop + middle) / Math.max(1, pane.scrollHeight);
  change();
  resize();
  pane.scrollTop = wasAtTop ? 0 : at * pane.scrollHeight - middle;
  clearTimeout(rescale.later);
  rescale.later = setTimeout(() => desk.querySelectorAll("figure").forEach(draw), 120);
}

function setZoom(value) {
  rescale(() => { zoom = value; });
  sessionStorage.setItem("zoom", String(value));
}

export function followSize() {
  const now = () => scale() / POINT;
  document.getElementById("smaller").addEventListener("click", () => {
    setZoom(STEPS.findLast((step) => step < now() - 0.01) ?? STEPS[0]);
  });
  document.getElementById("larger").addEventListener("click", () => {
    setZoom(STEPS.find((step) => step > now() + 0.01) ?? STEPS.at(-1));
  });
  fitButton.addEventListener("click", () => setZoom(0));
  new ResizeObserver(() => rescale(() => {})).observe(pane);
}
