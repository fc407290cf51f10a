// Every word of the page, in the language that the server says: the one asked for, else that of the browser.

const ENGLISH = {
  preview: "Preview",
  clinic: "Clinic",
  handout: "Handout",
  layout: "Layout",
  language: "Language",
  every: "All, side by side",
  together: "All, in one file",
  unordered: (name) => `${name} (not at this clinic)`,
  zoom: "Zoom",
  smaller: "Smaller",
  larger: "Larger",
  fit: "Fit the width",
  pages: "Pages of the sheet",
  problems: "Problems",
  loading: "Loading…",
  drawing: "Drawing…",
  checking: "Checking…",
  checkingAgain: "Checking again…",
  count: (errors, warnings, notes) =>
    list([some(errors, "error", "errors"), some(warnings, "warning", "warnings"), some(notes, "note", "notes")], "and")
    || "No problems",
  fine: "Nothing stands in the way of this sheet.",
  elsewhere: "Without a place",
  aside: "not this sheet",
  error: "Error",
  warning: "Warning",
  note: "Note",
  copy: "Copy",
  copied: "Copied",
  copyPlace: (place) => `Copy ${place}`,
  line: (number) => `line ${number}`,
  open: (place) => `Open ${place} in the editor`,
  shown: (time) => `Shown at ${time}`,
  pageCount: (many) => some(many, "page", "pages"),
  page: (number, of, sheet) => `${sheet}, page ${number} of ${of}`,
  caption: (number) => `Page ${number}`,
  blank: "(left blank)",
  percent: (many) => `${many}%`,
  full: (percent) => `${percent}% full`,
  status: {
    approved: "Approved",
    sample: "Sample, to be approved",
    draft: "Draft",
    overdue: "Review overdue",
  },
  old: "As it last was",
  oldTitle: "These pages are out of date",
  noneTitle: "The sheet cannot be shown yet",
  mend: (many) =>
    many === 1 ? "Mend the error and save: the sheet is then shown." : `Mend the ${many} errors and save: the sheet is then shown.`,
  lost: "The preview has ended. Start it again in the terminal: this page then goes on. If it does not, use the address that is printed there.",
};

const FRENCH = {
  preview: "Aperçu",
  clinic: "Clinique",
  handout: "Feuillet",
  layout: "Présentation",
  language: "Langue",
  every: "Toutes, côte à côte",
  together: "Toutes, dans un fichier",
  unordered: (name) => `${name} (pas à cette clinique)`,
  zoom: "Zoom",
  smaller: "Plus petit",
  larger: "Plus grand",
  fit: "Ajuster à la largeur",
  pages: "Pages du feuillet",
  problems: "Problèmes",
  loading: "Chargement…",
  drawing: "Mise en page…",
  checking: "Vérification…",
  checkingAgain: "Nouvelle vérification…",
  count: (errors, warnings, notes) =>
    list([
      some(errors, "erreur", "erreurs"),
      some(warnings, "avertissement", "avertissements"),
      some(notes, "remarque", "remarques"),
    ], "et") || "Aucun problème",
  fine: "Rien n’empêche de produire ce feuillet.",
  elsewhere: "Sans emplacement",
  aside: "un autre feuillet",
  error: "Erreur",
  warning: "Avertissement",
  note: "Remarque",
  copy: "Copier",
  copied: "Copié",
  copyPlace: (place) => `Copier ${place}`,
  line: (number) => `ligne ${number}`,
  open: (place) => `Ouvrir ${place} dans l’éditeur`,
  shown: (time) => `Affiché à ${time}`,
  pageCount: (many) => some(many, "page", "pages"),
  page: (number, of, sheet) => `${sheet}, page ${number} de ${of}`,
  caption: (number) => `Page ${number}`,
  blank: "(laissée vide)",
  percent: (many) => `${many}\u00a0%`,
  full: (percent) => `remplie à ${percent}\u00a0%`,
  status: {
    approved: "Approuvé",
    sample: "Exemple à faire approuver",
    draft: "Ébauche",
    overdue: "Révision en retard",
  },
  old: "Version précédente",
  oldTitle: "Ces pages ne sont plus à jour",
  noneTitle: "Le feuillet ne peut pas encore être affiché",
  mend: (many) =>
    many === 1
      ? "Corrigez l’erreur et enregistrez\u00a0: le feuillet s’affichera."
      : `Corrigez les ${many}\u00a0erreurs et enregistrez\u00a0: le feuillet s’affichera.`,
  lost: "L’aperçu est terminé. Relancez-le dans le terminal\u00a0: cette page reprendra. Sinon, ouvrez l’adresse qui s’y affiche.",
};

export const language = document.documentElement.lang;
export const words = language === "fr" ? FRENCH : ENGLISH;

// French counts 0 and 1 as one; English only 1. Nothing is said of none.
function some(many, one, several) {
  return many === 0 ? "" : `${many}\u00a0${many === 1 ? one : several}`;
}

function list(parts, and) {
  const said = parts.filter(Boolean);
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} ${and} ${said.at(-1)}`;
}

export function nameOf(names) {
  const name = names[language] ?? Object.values(names)[0] ?? "";
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

// OQLF: 4 h 05 min 09 s, without a zero before the hour.
export function time() {
  const [hours, minutes, seconds] = new Date().toTimeString().split(/[: ]/);
  return language === "fr"
    ? `${Number(hours)}\u00a0h\u00a0${minutes}\u00a0min\u00a0${seconds}\u00a0s`
    : `${Number(hours)}:${minutes}:${seconds}`;
}

export function sayAll() {
  document.title = words.preview;
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = words[each.dataset.word];
  for (const each of document.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", words[each.dataset.label]);
    if (each.tagName === "BUTTON") each.title = words[each.dataset.label];
  }
}

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
