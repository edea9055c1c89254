// Rows as points of a chart.
import { timeOf } from "./xmr/times.js";

/** Which columns could be charted: numbers over anything. */
export function chartable(columns, rows) {
  const numeric = columns.flatMap((_, index) => (rows.some(row => typeof row[index] === "number")
    && rows.every(row => row[index] === null || typeof row[index] === "number") ? [index] : []));
  if (!numeric.length || rows.length < 2) return null;
  const timed = columns.findIndex((_, index) => rows.slice(0, 50).every(row => typeof row[index] === "string" && timeOf(row[index]) !== null));
  const value = numeric.at(-1);
  const label = timed >= 0 ? timed : columns.findIndex((_, index) => !numeric.includes(index));
  return { numeric, time: label, value, isSeries: timed >= 0 && columns.length === 2 };
}

/** @param {number} time a column, or -1 for the number of the row */
export function pointsFrom(columns, rows, time, value) {
  const name = column => columns[column].name ?? columns[column];
  return {
    data: rows.map((row, index) => ({ x: time < 0 ? String(index + 1) : String(row[time] ?? ""), y: row[value] })),
    valueName: name(value),
    timeName: time < 0 ? "#" : name(time),
  };
}
