// The claim before the reviewer: shown without loading the page, the next one fetched ahead.
import { ask, swap, toast, words } from "./sending.js";
import { first, preload } from "./viewer.js";

const ahead = new Map();
const KEPT = 6;

const review = () => document.querySelector("[data-application]");
const claim = () => document.getElementById("claim");
const address = (n) => `/applications/${review().dataset.application}/claims/${n}`;

function fetched(n) {
  if (!ahead.has(n)) {
    ahead.set(n, ask(address(n)).then(async (a) => (a.ok ? a.text() : Promise.reject(new Error(await words(a))))));
    ahead.get(n).catch(() => ahead.delete(n));
    while (ahead.size > KEPT) ahead.delete(ahead.keys().next().value);
  }
  return ahead.get(n);
}

export function forget() {
  ahead.clear();
}

export async function showClaim(n) {
  try {
    swap(await fetched(n));
    arrive();
  } catch (error) {
    toast(error.message, "alarm");
  }
}

// A claim has come onto the page: mark it in the list, show its first evidence, fetch what comes next.
export function arrive() {
  const n = Number(claim()?.dataset.number);
  if (!n) return;
  ahead.clear();
  for (const a of document.querySelectorAll("#list a")) a.removeAttribute("aria-current");
  const row = document.querySelector(`#row-${n} a`);
  row?.setAttribute("aria-current", "true");
  row?.scrollIntoView({ block: "nearest" });
  claim().scrollTop = 0;
  history.replaceState(null, "", `?c=${n}`);
  first();
  const next = [Number(claim().dataset.following), neighbour(1)].filter(Boolean);
  // Not before the picture of this claim has had its turn.
  setTimeout(() => next.forEach((m) => fetched(m).then(preload, () => {})), 150);
}

export function neighbour(by) {
  const rows = [...document.querySelectorAll("#list li")].filter((li) => li.checkVisibility());
  const at = rows.findIndex((li) => li.id === `row-${claim().dataset.number}`);
  return Number(rows[at + by]?.querySelector("a")?.dataset.claim) || 0;
}

export function only(button) {
  for (const b of document.querySelectorAll("[data-only]")) b.setAttribute("aria-pressed", String(b === button));
  document.getElementById("list").className = `only-${button.dataset.only}`;
  document.querySelector(".claims").dataset.only = button.dataset.only;
}

export function begin() {
  if (!claim()) return;
  arrive();
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("textarea, input, select") || document.querySelector("dialog[open]");
    const by = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (!by || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const n = neighbour(by);
    if (n) showClaim(n);
  });
}
