// What others decide meanwhile: the list is fetched anew, the claim too unless somebody is writing.
import { ask, moved, swap, toast } from "./sending.js";
import { forget, showClaim } from "./claims.js";

export function follow() {
  const place = document.querySelector("[data-live]");
  const source = new EventSource(place.dataset.live);
  source.addEventListener("changed", () => refresh(place.dataset.application));
  addEventListener("pagehide", () => source.close());
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
