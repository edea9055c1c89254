// Rows as CSV (RFC 4180), for spreadsheets: what they would take for a formula gets an apostrophe, as the server does it
// (OWASP, "CSV Injection").

const NUMBER = /^(?:[+-]?(?:[0-9]+(?:[.,][0-9]+)*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?\s?%?)$/;
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/** The text of a cell as it is shown, copied and kept. */
export function cellText(cell) {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** A text that no spreadsheet takes for a formula. */
export function harmless(text) {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function written(cell) {
  const text = typeof cell === "number" ? String(cell) : harmless(cellText(cell));
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {string[]} columns @param {unknown[][]} rows */
export function csvOf(columns, rows) {
  return [columns, ...rows].map(row => `${row.map(written).join(",")}\r\n`).join("");
}

/** As a clipboard takes it to a spreadsheet. */
export function tabbedOf(columns, rows) {
  const plain = cell => harmless(cellText(cell)).replace(/[\t\r\n]+/g, " ");
  return [columns, ...rows].map(row => row.map(plain).join("\t")).join("\n");
}
