// Optional: adds keyboard shortcuts and copy buttons. All pages work without it.
"use strict";

(() => {
  const box = document.getElementById("q");
  const stops = Array.from(document.querySelectorAll("[data-stop]"));
  let at = stops.findIndex((stop) => location.hash && "#" + stop.id === location.hash);

  function go(step) {
    if (stops.length === 0) return;
    if (at >= 0) stops[at].classList.remove("current");
    at = at < 0 ? (step > 0 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length;
    const stop = stops[at];
    stop.classList.add("current");
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "center" });
  }

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    switch (event.key) {
      case "/":
        event.preventDefault();
        box.focus();
        box.select();
        break;
      case "n": go(1); break;
      case "p": go(-1); break;
      case "Enter": {
        const link = at >= 0 && document.activeElement === stops[at] && stops[at].querySelector("a");
        if (link) link.click();
      }
    }
  });

  // Browsers allow clipboard access on localhost and over HTTPS only.
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("button.copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const { text, source, done } = button.dataset;
        await navigator.clipboard.writeText(text + "\n—— " + source + "\n");
        const label = button.textContent;
        button.textContent = done;
        setTimeout(() => { button.textContent = label; }, 1500);
      });
    }
  }

  // Focus the search box on the start page.
  if (box && !box.value && document.querySelector(".home")) box.focus();
})();
