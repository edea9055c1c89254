// What was typed and not sent, for each conversation.
const PREFIX = "parley.draft.";
const MOST = 50;

const name = id => `${PREFIX}${id ?? "new"}`;

export const draftOf = id => localStorage.getItem(name(id)) ?? "";

export function keepDraft(id, text) {
  try {
    if (text) localStorage.setItem(name(id), text);
    else localStorage.removeItem(name(id));
  } catch {
    forgetOthers(id);
  }
}

/** The browser's store is full: the drafts of other conversations go. */
function forgetOthers(id) {
  Object.keys(localStorage).filter(key => key.startsWith(PREFIX) && key !== name(id)).slice(0, MOST).forEach(key => localStorage.removeItem(key));
}
