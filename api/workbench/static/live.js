// What others decide meanwhile: the list is fetched anew, the claim too unless somebody is writing.
import { ask, swap, toast } from "./sending.js";
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
  const answer = await ask(`/applications/${application}/list?c=${n}`);
  if (!answer.ok) return;
  forget();
  const before = document.querySelector(`#row-${n}`)?.className;
  swap(await answer.text());
  if (chosen) document.getElementById("list").className = `only-${chosen}`;
  const changed = document.querySelector(`#row-${n}`)?.className !== before;
  if (!changed || document.querySelector("dialog[open]")) return;
  await showClaim(n);
  if (!mine) toast("此项刚有他人作出决定，已更新");
}
