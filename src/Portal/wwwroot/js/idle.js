// Work in a page keeps the session alive; 30 minutes without any end it and take the page, with its plates, off the screen.
(() => {
  const idle = 30 * 60 * 1000, renew = 60 * 1000;
  let active = Date.now(), renewed = Date.now();
  const worked = () => {
    active = Date.now();
    if (active - renewed > renew) {
      renewed = active;
      fetch("/staff/session", { method: "HEAD" }).then((answer) => { if (answer.redirected || !answer.ok) location.reload(); }, () => {});
    }
  };
  for (const sign of ["keydown", "pointerdown", "wheel"]) addEventListener(sign, worked, { passive: true });
  setInterval(() => { if (Date.now() - active >= idle) location.reload(); }, 5000);
})();
