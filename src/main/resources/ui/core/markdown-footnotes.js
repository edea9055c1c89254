// Footnotes in Markdown: [^name] in the text, and [^name]: with the note, anywhere. The notes are gathered in `env.notes`
// and shown at the end by whoever shows the text.

/** A plug-in for markdown-it. */
export function footnotes(markdown) {
  markdown.block.ruler.before("reference", "footnote", definition, { alt: ["paragraph", "reference"] });
  markdown.inline.ruler.after("image", "footnote_mark", mark);
  markdown.renderer.rules.footnote_mark = (tokens, index) => {
    const name = markdown.utils.escapeHtml(tokens[index].content);
    return `<sup class="note-mark" data-keep="note:${name}" data-note="${name}">[^${name}]</sup>`;
  };
}

function definition(state, startLine, endLine, silent) {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const found = /^\[\^([^\]\s^]{1,80})\]:\s*(.*)$/.exec(state.src.slice(start, state.eMarks[startLine]));
  if (!found || state.sCount[startLine] - state.blkIndent >= 4) return false;
  if (silent) return true;
  const lines = [found[2]];
  let line = startLine + 1;
  // What is indented below belongs to the note.
  while (line < endLine && !state.isEmpty(line) && state.sCount[line] > state.blkIndent + 1) {
    lines.push(state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]));
    line++;
  }
  (state.env.notes ??= new Map()).set(found[1], lines.join(" "));
  const token = state.push("footnote_definition", "", 0);
  token.map = [startLine, line];
  token.hidden = true;
  state.line = line;
  return true;
}

function mark(state, silent) {
  const found = /^\[\^([^\]\s^]{1,80})\]/.exec(state.src.slice(state.pos, state.pos + 90));
  if (!found) return false;
  if (!silent) state.push("footnote_mark", "", 0).content = found[1];
  state.pos += found[0].length;
  return true;
}
