// SQL as it is easier to read: a line for each clause, with its words told apart. Nothing but white space is changed.

const CLAUSES = /^(?:SELECT|FROM|WHERE|GROUP BY|ORDER BY|HAVING|LIMIT|UNION ALL|UNION|LEFT JOIN|INNER JOIN|JOIN|WITH|QUALIFY|WINDOW)$/i;
const KEYWORDS = new Set(`select from where group by order having limit union all left right inner outer join on as and or not is null in like between case
  when then else end with asc desc distinct over partition cast interval true false exists using offset filter rows range`.split(/\s+/));
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|[A-Za-z_][\w$]*|\d+(?:\.\d+)?|\s+|[\s\S]/g;

const kindOf = text => {
  if (/^\s/.test(text)) return "space";
  if (text.startsWith("--") || text.startsWith("/*")) return "comment";
  if (text.startsWith("'")) return "text";
  if (/^["`]/.test(text)) return "name";
  if (/^\d/.test(text)) return "number";
  return KEYWORDS.has(text.toLowerCase()) ? "keyword" : "other";
};

/** @returns {Array<{ text: string, kind: string }>} */
export function tokensOf(sql) {
  return (sql.match(TOKEN) ?? []).map(text => ({ text, kind: kindOf(text) }));
}

/** One clause a line, and subqueries indented. Text that has lines already keeps them. */
export function laidOut(sql) {
  if (sql.includes("\n")) return sql;
  const tokens = tokensOf(sql).filter(token => token.kind !== "space" || token.text);
  const depths = [0];
  let depth = 0;
  let out = "";
  for (let i = 0; i < tokens.length; i++) {
    const { text, kind } = tokens[i];
    const two = `${text} ${tokens[i + 2]?.text ?? ""}`;
    const opens = kind === "keyword" && (CLAUSES.test(text) || CLAUSES.test(two)) && !/^(?:UNION ALL|GROUP BY|ORDER BY|LEFT JOIN)$/i.test(`${tokens[i - 2]?.text} ${text}`);
    if (opens && out.trim() && depth === depths.at(-1)) out = `${out.trimEnd()}\n${"  ".repeat(depths.length - 1)}`;
    out += text;
    if (text === "(") {
      depth++;
      if (/^SELECT$/i.test(tokens[i + 1]?.text ?? "")) {
        depths.push(depth);
        out += `\n${"  ".repeat(depths.length - 1)}`;
      }
    } else if (text === ")") {
      if (depths.length > 1 && depth === depths.at(-1)) {
        depths.pop();
        out = `${out.slice(0, -1).trimEnd()}\n${"  ".repeat(depths.length - 1)})`;
      }
      depth--;
    }
  }
  return out;
}
