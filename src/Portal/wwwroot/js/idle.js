// Work in a page keeps the session alive. As many minutes without any as the policy allows end it, and take the page, with its
// plates, off the screen: by then the cookie has expired, so the reload asks to sign in again.
(() => {
  const renewAfter = 60 * 1000;
  let active = Date.now(), renewed = Date.now();
  const limit = () => 60 * 1000 * Number(document.querySelector("[data-idle-minutes]")?.dataset.idleMinutes ?? "Infinity");
  const worked = () => {
    active = Date.now();
    if (active - renewed > renewAfter && limit() < Infinity) {
      renewed = active;
      fetch("/staff/session", { method: "HEAD" }).then((answer) => { if (answer.redirected || !answer.ok) location.reload(); }, () => {});
    }
  };
  for (const sign of ["keydown", "pointerdown", "wheel"]) addEventListener(sign, worked, { passive: true });
  setInterval(() => { if (Date.now() - active >= limit() + renewAfter) location.reload(); }, 5000);
})();
