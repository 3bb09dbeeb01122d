// Hands applications in: files are sent one by one to the API, the run is followed as it goes.
import { ask, words } from "./sending.js";

const API = "/api/v1/applications";
const DIGEST_MOST = 256 * 1024 * 1024;
const chosen = { form: [], evidence: [] };
const token = () => document.querySelector('meta[name="csrf"]').content;

export function begin() {
  const form = document.querySelector("[data-upload]");
  if (form) beginUpload(form);
  const waiting = document.querySelector("[data-follow]");
  if (waiting) follow(waiting.dataset.follow, () => location.reload());
  document.querySelector("[data-example]")?.addEventListener("click", example);
  const submit = document.querySelector("[data-submit]");
  submit?.addEventListener("click", () => run(submit.dataset.submit, "submit").catch((e) => tell(e.message)));
}

function beginUpload(form) {
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => take(form, input.name, [...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name }))));
  }
  for (const place of form.querySelectorAll("[data-drop]")) {
    place.addEventListener("dragover", (e) => (e.preventDefault(), place.classList.add("over")));
    place.addEventListener("dragleave", () => place.classList.remove("over"));
    place.addEventListener("drop", async (e) => {
      e.preventDefault();
      place.classList.remove("over");
      take(form, place.dataset.drop, await dropped(e.dataTransfer));
    });
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((b) => (b.disabled = true));
    try {
      await handIn(form, event.submitter?.value ?? "submit");
    } catch (error) {
      complain(form, error.message);
    }
    buttons.forEach((b) => (b.disabled = false));
  });
}

// Files of folders, too: a browser tells them one level at a time.
async function dropped(transfer) {
  const entries = [...transfer.items].map((i) => i.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, name: file.name }));
  const found = [];
  const walk = async (entry, path) => {
    if (entry.isFile) {
      const file = await new Promise((ok, no) => entry.file(ok, no));
      found.push({ file, name: path + file.name });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((ok, no) => reader.readEntries(ok, no));
      if (!some.length) return;
      for (const inner of some) await walk(inner, `${path}${entry.name}/`);
    }
  };
  for (const entry of entries) await walk(entry, "");
  return found.filter((f) => !f.name.split("/").pop().startsWith("."));
}

function take(form, part, files) {
  if (part === "form") files = files.slice(0, 1);
  if (!files.length) return;
  chosen[part] = part === "form" ? files : [...chosen[part].filter((c) => !files.some((f) => f.name === c.name)), ...files];
  const title = form.elements.title;
  if (part === "form" && !title.value) title.value = files[0].file.name.replace(/\.[^.]+$/, "");
  const list = form.querySelector(`[data-list="${part}"]`);
  for (const li of list.querySelectorAll("li:not(.sent)")) li.remove();
  for (const one of chosen[part]) {
    one.row = document.createElement("li");
    one.row.textContent = `${one.name}（${size(one.file.size)}）`;
    list.append(one.row);
  }
}

const size = (n) => (n < 1e6 ? `${Math.max(1, Math.round(n / 1e3))} KB` : `${(n / 1e6).toFixed(1)} MB`);

async function handIn(form, then) {
  form.querySelector("[role=alert]").hidden = true;
  const id = form.dataset.id ?? (await make(form));
  form.dataset.id = id;
  for (const part of ["form", "evidence"]) {
    for (const one of chosen[part]) {
      if (!one.sent) await put(id, part, one);
      one.sent = true;
    }
  }
  await run(id, then);
}

async function make(form) {
  const told = { title: form.elements.title.value, city: form.elements.city.value, as_of: form.elements.as_of.value || null };
  const answer = await ask(API, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(told) });
  if (!answer.ok) throw new Error(await words(answer));
  return (await answer.json()).id;
}

async function digest(file) {
  if (!globalThis.crypto?.subtle || file.size > DIGEST_MOST) return null;
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

async function put(id, part, one) {
  const sum = await digest(one.file);
  return new Promise((ok, no) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `${API}/${id}/${part}?name=${encodeURIComponent(one.name)}`);
    request.setRequestHeader("x-csrf-token", token());
    request.setRequestHeader("content-type", "application/octet-stream");
    if (sum) request.setRequestHeader("x-sha256", sum);
    request.upload.onprogress = (e) => (one.row.textContent = `${one.name} ${Math.round((e.loaded / e.total) * 100)}%`);
    request.onerror = () => no(new Error(`${one.name} 没有传到：请检查网络后再试，已传的不必重传`));
    request.onload = () => {
      if (request.status < 300) {
        one.row.textContent = `✓ ${one.name}（${size(one.file.size)}）`;
        one.row.className = "sent";
        return ok();
      }
      let said = `${one.name} 未受理（${request.status}）`;
      try {
        said = `${one.name}：${JSON.parse(request.responseText).detail}`;
      } catch { /* not a problem of ours: its status must do */ }
      one.row.textContent = `! ${said}`;
      no(new Error(said));
    };
    request.send(one.file);
  });
}

async function run(id, kind) {
  const answer = await ask(`${API}/${id}/${kind}`, { method: "POST" });
  if (!answer.ok) throw new Error(await words(answer));
  document.getElementById("progress-of-run").hidden = false;
  follow(`${API}/${id}/events`, (last) => {
    if (last.state !== "done") return;
    const link = document.getElementById("arrived");
    link.href = kind === "precheck" ? `/applications/${id}/precheck` : `/applications/${id}`;
    link.textContent = kind === "precheck" ? "查看自查结果" : "开始审核";
    link.hidden = false;
    link.focus();
  });
}

const STAGES = { queued: "排队", reading: "识读", judging: "核验", writing: "写出报告", finished: "完成", failed: "失败", cancelled: "已取消" };

function follow(address, done) {
  const source = new EventSource(address);
  source.addEventListener("progress", (event) => {
    const run = JSON.parse(event.data);
    if (!run) return source.close();
    const meter = document.getElementById("going");
    meter.max = run.pages_total || 1;
    meter.value = run.state === "done" ? meter.max : run.pages_done;
    const left = run.seconds_left ? `，约 ${run.seconds_left < 90 ? `${run.seconds_left} 秒` : `${Math.round(run.seconds_left / 60)} 分钟`}` : "";
    const pages = run.pages_total ? `：${run.pages_done} / ${run.pages_total} 页${left}` : "";
    tell(run.trouble ? run.trouble.message : `${STAGES[run.stage] ?? run.stage}${run.stage === "reading" ? pages : ""}${run.waiting ? `，前面还有 ${run.waiting} 件` : ""}`);
    if (["done", "failed", "cancelled"].includes(run.state)) {
      source.close();
      done(run);
    }
  });
}

const tell = (said) => {
  const place = document.getElementById("told") ?? document.getElementById("example-state");
  place.textContent = said;
};

function complain(form, said) {
  const place = form.querySelector("[role=alert]");
  place.textContent = said;
  place.hidden = false;
}

async function example(event) {
  const button = event.target;
  button.disabled = true;
  const place = document.getElementById("example-state");
  place.textContent = "正在绘制示例申报材料…";
  let answer = await ask("/example", { method: "POST" });
  while (answer.ok) {
    const told = await answer.json();
    if (told.state === "done") return location.assign(`/applications/${told.application}`);
    if (told.state === "failed") break;
    await new Promise((ok) => setTimeout(ok, 1000));
    answer = await ask("/example");
  }
  button.disabled = false;
  place.textContent = answer.ok ? "示例没有载入：请查看服务日志后重试" : await words(answer);
}
