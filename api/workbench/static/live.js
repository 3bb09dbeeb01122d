// What others decide meanwhile: the list is fetched anew, the claim too unless somebody is writing.
// What was decided from here is on the page already: by the number of acts it is known from what others do.
import { ask, known, moved, sending, swap, toast } from "./sending.js";
import { forget, showClaim } from "./claims.js";

let state = "";

export function follow() {
  const place = document.querySelector("[data-live]");
  const source = new EventSource(place.dataset.live);
  source.addEventListener("begun", (event) => (state ||= split(event.data)[0]));
  source.addEventListener("changed", (event) => look(place.dataset.application, event.data));
  document.addEventListener("behind", () => refresh(place.dataset.application));
  addEventListener("pagehide", () => source.close());
}

const split = (told) => [told.slice(0, told.lastIndexOf(" ")), Number(told.slice(told.lastIndexOf(" ") + 1))];

function look(application, told) {
  if (sending()) return void setTimeout(() => look(application, told), 100);
  const [now, acts] = split(told);
  if (now === state && acts <= known()) return;
  state = now;
  refresh(application);
}

async function refresh(application) {
  const claim = document.getElementById("claim");
  if (!claim) return;
  const mine = document.querySelector("#toast form");
  const n = Number(claim.dataset.number);
  const chosen = document.querySelector(".claims").dataset.only;
  const then = moved();
  const answer = await ask(`/applications/${application}/list?c=${n}`);
  if (!answer.ok) return;
  const html = await answer.text();
  // What this reviewer has decided meanwhile is not in it: ask again.
  if (moved() !== then) return void setTimeout(() => refresh(application), 200);
  forget();
  const was = document.querySelector(`#row-${n}`)?.className;
  swap(html);
  if (chosen) document.getElementById("list").className = `only-${chosen}`;
  const changed = document.querySelector(`#row-${n}`)?.className !== was;
  if (!changed || document.querySelector("dialog[open]")) return;
  await showClaim(n);
  if (!mine) toast("此项刚有他人作出决定，已更新");
}
