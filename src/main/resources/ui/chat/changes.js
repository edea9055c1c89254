// What one tab changed, told to the others.
const channel = "BroadcastChannel" in window ? new BroadcastChannel("parley.chat") : null;

const listeners = new Set();

/** Tells this tab too. @param {{ kind: "conversations" | "conversation", id?: number }} change */
export function tell(change) {
  channel?.postMessage(change);
  for (const listener of [...listeners]) listener(change);
}

/**
 * Hears what this tab or another changed; and, as `conversations` and `conversation` without an id, that this tab is looked at
 * again or that time has passed: another device may have changed something.
 *
 * @returns {() => void} ends it
 */
export function hear(listener) {
  const heard = event => listener(event.data);
  let last = Date.now();
  const look = () => {
    if (document.hidden || Date.now() - last < 3000) return;
    last = Date.now();
    listener({ kind: "conversations" });
    listener({ kind: "conversation" });
  };
  const timer = setInterval(look, 12_000);
  listeners.add(listener);
  channel?.addEventListener("message", heard);
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    listeners.delete(listener);
    channel?.removeEventListener("message", heard);
    removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}
