// The inbox: up and down by key, applications given to reviewers.
import { ask, words } from "./sending.js";

export function begin() {
  const form = document.querySelector("[data-assign]");
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const ids = new FormData(form).getAll("ids");
    const place = document.getElementById("assigned");
    if (!ids.length) return void (place.textContent = "请先勾选申报");
    const answer = await ask("/inbox/assign", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ids, reviewer: form.elements.reviewer.value }),
    });
    if (answer.ok) location.reload();
    else place.textContent = await words(answer);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { j: 1, k: -1 }[event.key];
    if (!by) return;
    const rows = [...document.querySelectorAll("[data-row]")];
    const at = rows.indexOf(document.activeElement);
    (rows[at + by] ?? rows[at < 0 ? 0 : at])?.focus();
  });
}
