// Requests of the page: forms as JSON with the page's token; parts that come back replace those with their ids.
import { arrive } from "./claims.js";

const token = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

export const ask = (address, options = {}) =>
  fetch(address, {
    ...options,
    headers: { "x-workbench": "1", "x-csrf-token": token(), ...options.headers },
  });

// How often something was sent or came back from here: what was fetched meanwhile may be older than that.
let moves = 0;
let onTheWay = 0;
export const moved = () => moves;
export const sending = () => onTheWay > 0;

// How many acts on this application the page knows of.
export const known = () => Number(document.getElementById("progress")?.dataset.acts ?? 0);

export async function send(form) {
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  moves += 1;
  onTheWay += 1;
  const before = known();
  const told = Object.fromEntries(new FormData(form));
  for (const name of ["seen", "claim", "page"]) if (/^\d+$/.test(told[name] ?? "")) told[name] = Number(told[name]);
  try {
    const answer = await ask(form.dataset.send, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(told),
    });
    const parts = answer.headers.get("content-type")?.startsWith("text/html");
    if (parts && (answer.ok || answer.status === 412)) {
      form.closest("dialog")?.close();
      swap(await answer.text());
      arrive();
      if (known() > before + 1) document.dispatchEvent(new Event("behind"));
    } else {
      complain(form, await words(answer));
    }
  } catch {
    complain(form, "没有连上服务，尚未保存：请检查网络后重试");
  } finally {
    moves += 1;
    onTheWay -= 1;
    delete form.dataset.busy;
  }
}

export async function words(answer) {
  if (answer.status === 401) return "登录已过期，尚未保存：请在新标签页登录后回到本页重试";
  try {
    const told = await answer.json();
    return told.errors?.[0]?.message ?? told.detail ?? told.title;
  } catch {
    return `服务出错（${answer.status}），尚未保存：请稍后重试`;
  }
}

export function complain(form, said) {
  const place = form.querySelector("[role=alert]");
  if (place) {
    place.textContent = said;
    place.hidden = false;
  } else {
    toast(said, "alarm");
  }
}

export function toast(said, kind = "") {
  const p = document.createElement("p");
  p.className = kind;
  p.textContent = said;
  document.getElementById("toast").replaceChildren(p);
}

export function swap(html) {
  const parts = new DOMParser().parseFromString(html, "text/html").body.children;
  for (const part of [...parts]) {
    const before = document.getElementById(part.id);
    if (before) before.replaceWith(part);
    else if (part.tagName === "DIALOG") document.body.append(part);
    if (part.dataset.show !== undefined) {
      // It goes when it is closed, unless it only steps aside for a while.
      part.addEventListener("close", () => part.returnValue !== "draw" && part.remove());
      part.showModal();
    }
  }
}

export async function signOut() {
  await ask("/api/v1/session", { method: "DELETE" });
  location.assign("/login");
}
