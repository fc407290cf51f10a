// Where the keyboard is, when what it is on is drawn again: on the same thing, else on what came to its place.

export function keepFocus(part, change) {
  const stops = () => [...part.querySelectorAll("a, button")];
  const focused = document.activeElement;
  const at = stops().indexOf(focused);
  change();
  if (at < 0) return;
  const now = stops();
  const next = now.find((each) => each.dataset.key === focused.dataset.key) ?? now[at] ?? now.at(-1);
  (next ?? document.getElementById("pages")).focus();
}
