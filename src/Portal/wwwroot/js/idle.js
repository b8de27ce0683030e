// Work in a page keeps the session alive. As many minutes without any as the policy allows lock it: the page, with its plates, leaves the
// screen, and after signing in again the same page comes back. What was typed into a search is kept by the server as a draft.
(() => {
  const renewAfter = 60 * 1000;
  let active = Date.now(), renewed = Date.now(), locking = false;
  const limit = () => 60 * 1000 * Number(document.querySelector("[data-idle-minutes]")?.dataset.idleMinutes || "Infinity");
  const worked = () => {
    active = Date.now();
    if (active - renewed > renewAfter && limit() < Infinity) {
      renewed = active;
      fetch("/staff/session", { method: "HEAD" }).then((answer) => { if (answer.redirected || !answer.ok) location.reload(); }, () => {});
    }
  };
  const lock = () => {
    locking = true;
    const leave = () => location.replace("/staff/sign-in?locked=1&from=" + encodeURIComponent(location.pathname + location.search));
    fetch("/staff/session/lock", { method: "POST" }).then(leave, leave);
  };
  for (const sign of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(sign, worked, { passive: true });
  setInterval(() => { if (!locking && Date.now() - active >= limit()) lock(); }, 5000);
})();
