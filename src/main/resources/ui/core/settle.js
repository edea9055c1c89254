// What of a text that is still being written can be shown without changing its looks a moment later.

const BARE_MARK = /^\s*(?:[-=*+#>|`~_\s]+|\d{1,9}[.)]?|\$\$?|\\\[?|\[[^\]\n]*(?:\](?::[^\n]*)?)?)\s*$/;

/**
 * The text without an end that may yet become something else, and with its open marks closed.
 *
 * @param {string} text from the beginning of a block on
 */
export function settle(text) {
  const lines = text.split("\n");
  const fence = openFence(lines);
  if (fence) return withoutHalfFence(lines, fence);
  // What stands before a line that is held back is whole.
  const whole = lines.at(-1) === "" || BARE_MARK.test(lines.at(-1));
  if (whole) lines.pop();
  holdFormula(lines);
  holdTable(lines, whole);
  const last = lastBlank(lines) + 1;
  const head = lines.slice(0, last).join("\n");
  const tail = closeMarks(lines.slice(last).join("\n"));
  return head ? `${head}\n${tail}` : tail;
}

function openFence(lines) {
  let open = null;
  lines.forEach((line, at) => {
    const found = /^\s{0,3}(?:(?:[-*+]|\d{1,9}[.)])\s+)?\s*(`{3,}|~{3,})(.*)$/.exec(line);
    if (!found) return;
    if (!open) {
      if (!(found[1][0] === "`" && found[2].includes("`"))) open = { mark: found[1], at };
    } else if (found[1][0] === open.mark[0] && found[1].length >= open.mark.length && !found[2].trim() && at < lines.length - 1) {
      open = null;
    }
  });
  return open;
}

/** The language is shown when its line is whole, and the closing fence never as code. */
function withoutHalfFence(lines, fence) {
  if (fence.at === lines.length - 1) return settle(lines.slice(0, -1).join("\n"));
  if (/^\s*(?:`{1,}|~{1,})\s*$/.test(lines.at(-1))) lines.pop();
  return lines.join("\n");
}

function holdFormula(lines) {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 60); at--) {
    const line = lines[at].trim();
    if (!line && at < lines.length - 1) continue;
    const open = line.startsWith("$$") ? "$$" : line.startsWith("\\[") ? "\\[" : null;
    if (!open) continue;
    const close = open === "$$" ? "$$" : "\\]";
    const rest = [line.slice(2), ...lines.slice(at + 1)].join("\n");
    if (!rest.includes(close)) lines.length = at;
    return;
  }
}

/** The first line of a table looks like a paragraph until the second one is there. */
function holdTable(lines, ended) {
  const first = lastBlank(lines) + 1;
  const rows = lines.slice(first);
  const head = rows.findIndex(row => /^\s*\|/.test(row));
  if (head < 0) return;
  const delimiter = rows[head + 1];
  const whole = ended || rows.length - head > 2;
  if (delimiter === undefined || (!whole && /^[\s|:-]*$/.test(delimiter))) lines.length = first + head;
}

function lastBlank(lines) {
  let at = lines.length - 1;
  while (at >= 0 && lines[at].trim()) at--;
  return at;
}

function closeMarks(text) {
  // A link or a picture is shown when its address is whole.
  let shown = text.replace(/(?<![^\s])!$/, "").replace(/!?\[[^\]\n]*(?:\](?:\([^)\n]*)?)?$/, part => part.startsWith("!") ? "" : part.slice(1).replace(/\](?:\(.*)?$/, ""));
  shown = shown.replace(/(?:^|(?<=\s))(?:\$[^$\n]*|\\\([^\n]*)$/, part => /[)$]$/.test(part) && part.length > 2 ? part : part.length < 120 && /[\\^_{=]/.test(part) ? "" : part);
  const withoutCode = shown.replace(/(`+)(?:(?!\1)[^])*?\1/g, "");
  const tick = /(`+)(?!.*`)/s.exec(withoutCode);
  if (tick) return shown.endsWith(tick[1]) ? shown.slice(0, -tick[1].length) : shown + tick[1];
  for (const mark of ["**", "~~"]) {
    if ((withoutCode.split(mark).length - 1) % 2 === 1) {
      shown = shown.endsWith(mark) ? shown.slice(0, -2) : shown.replace(/\*$/, "").trimEnd() + mark;
    }
  }
  return shown;
}
