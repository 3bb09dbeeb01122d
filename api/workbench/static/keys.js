// Keys: each clicks the element that names it, in the open dialog if there is one, else on the page.
// Typing is never taken for a command; Enter in a dialog sends it, in its text Ctrl+Enter does.

const TEXT = "textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button])";
const ELSEWHERE = { i: "/inbox", w: "/queue", "/": "/search" };

export function press(event) {
  if (event.isComposing || event.altKey || document.querySelector(".stage.drawing")) return;
  const dialog = document.querySelector("dialog[open]");
  if (event.key === "Enter") return enter(event, dialog);
  if (event.ctrlKey || event.metaKey) return;
  if (event.target.matches?.(TEXT)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const el = find(dialog ?? document, key);
  if (el) {
    event.preventDefault();
    use(el);
  } else if (!dialog && ELSEWHERE[key]) {
    event.preventDefault();
    location.assign(ELSEWHERE[key]);
  }
}

function enter(event, dialog) {
  const form = event.target.closest?.("dialog form[data-send]");
  const typing = event.target.matches?.("textarea");
  if (!dialog || !form || (typing && !event.ctrlKey && !event.metaKey)) return;
  if (event.target.matches("button")) return;
  event.preventDefault();
  form.requestSubmit();
}

function find(root, key) {
  const all = [...root.querySelectorAll("[data-key]")];
  const fits = all.filter((el) => el.dataset.key.split(" ").includes(key) && seen(el, root));
  // What was decided last is undone first: the message about it comes before the claim itself.
  return fits.find((el) => el.closest("#toast")) ?? fits[0];
}

function seen(el, root) {
  const dialog = el.closest("dialog");
  if (dialog && dialog !== root) return false;
  return el.checkVisibility() && !el.disabled;
}

function use(el) {
  if (el.matches(TEXT) || el.dataset.focus !== undefined) {
    el.focus();
    el.select?.();
  } else {
    el.click();
    if (el.matches("input[type=radio]")) el.focus();
  }
}
