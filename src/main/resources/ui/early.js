// Runs before the first paint: the theme and the language that were chosen last, so that nothing flashes.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("parley.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    const language = localStorage.getItem("parley.language");
    if (language) root.lang = language;
  } catch {
    // No storage: the system's theme.
  }
})();
