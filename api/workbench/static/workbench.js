// The script of all pages: it listens once, on the document; what an element does stands in its attributes.
//   data-key="a"      that key clicks it (or focuses it: fields, data-focus)
//   data-open="id"    opens a dialog;  data-close closes the one it stands in
//   data-send="/url"  a form that is sent as JSON; what comes back takes the place of what has its ids
//   data-claim="7"    shows another claim without loading the page anew
import { press } from "./keys.js";
import { send, signOut } from "./sending.js";
import { showClaim, only, begin } from "./claims.js";
import { step, zoom, turn, showEvidence } from "./viewer.js";

const does = {
  open: (el) => openDialog(el.dataset.open),
  close: (el) => el.closest("dialog").close(),
  claim: (el) => document.getElementById("claim") && showClaim(Number(el.dataset.claim)),
  evidence: (el) => showEvidence(el),
  step: (el) => step(Number(el.dataset.step)),
  zoom: (el) => zoom(Number(el.dataset.zoom)),
  turn: () => turn(),
  only: (el) => only(el),
  say: (el) => say(el),
  signOut: () => signOut(),
  correct: (el) => import("./correcting.js").then((m) => m.correct(el.dataset.correct)),
  draw: () => import("./correcting.js").then((m) => m.drawBox()),
};

export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) dialog.showModal();
}

function say(el) {
  const form = el.closest("form");
  form.elements.reason.value = el.dataset.say;
  form.querySelector("button.primary").focus();
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  for (const [name, act] of Object.entries(does)) {
    const attribute = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    const el = event.target.closest(`[data-${attribute}]`);
    if (el && act(el) !== null) {
      if (el.tagName === "A") {
        if (name === "claim" && !document.getElementById("claim")) return;
        event.preventDefault();
      }
      return;
    }
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.send) return;
  event.preventDefault();
  send(form);
});

document.addEventListener("change", (event) => {
  if (event.target.dataset.tickAll === undefined) return;
  for (const box of document.querySelectorAll('input[name="ids"]')) box.checked = event.target.checked;
});

document.addEventListener("keydown", press);
begin();
if (document.querySelector("[data-live]")) import("./live.js").then((m) => m.follow());
if (document.querySelector("[data-row]")) import("./inbox.js").then((m) => m.begin());
if (document.querySelector("[data-upload], [data-example], [data-follow], [data-submit]")) import("./uploading.js").then((m) => m.begin());
