// Dark for the night, light for the day. The choice is kept in a cookie of the staff pages, so that the server draws the next page in it.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-switch]");
  if (!button) return;
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/staff; max-age=31536000; samesite=strict`;
  for (const sheet of document.querySelectorAll("link[data-scheme]")) sheet.media = sheet.dataset.scheme === root.dataset.theme ? "all" : "not all";
});
