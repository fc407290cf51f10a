// Prints, for every page of the PDF file named first, its structure tree and its text as pdf.js reads them.
// The second argument is the module of pdf.js.
import { readFileSync } from "node:fs";

const [file, pdfjs] = process.argv.slice(2);
const { getDocument } = await import(pdfjs);
const data = new Uint8Array(readFileSync(file));
const document = await getDocument({ data, verbosity: 0, useSystemFonts: false, isEvalSupported: false }).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const tree = await page.getStructTree();
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  pages.push({ tree, items });
}
process.stdout.write(JSON.stringify(pages));
await document.destroy();
