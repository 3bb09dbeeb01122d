// Corrections: the dialog of one paper beside its page; a box drawn on the page brings the words in it.
import { ask, swap, toast, words } from "./sending.js";
import { draw } from "./viewer.js";

const dialog = () => document.getElementById("correct");

export async function correct(document_) {
  const claim = document.getElementById("claim").dataset.number;
  const id = document.querySelector("[data-application]").dataset.application;
  const answer = await ask(`/applications/${id}/claims/${claim}/correct?document=${encodeURIComponent(document_)}`);
  if (!answer.ok) return toast(await words(answer), "alarm");
  swap(await answer.text());
  dialog().querySelector("[data-field]").addEventListener("change", choose);
  choose();
}

function choose() {
  const form = dialog().querySelector("form");
  const option = form.elements.field.selectedOptions[0];
  const typed = form.querySelector("[data-typed]");
  const chosen = form.querySelector("[data-chosen]");
  const types = option.dataset.types !== undefined;
  typed.hidden = types;
  chosen.hidden = !types;
  typed.querySelector("input").disabled = types;
  chosen.querySelector("select").disabled = !types;
  if (types) return;
  typed.querySelector("input").value = option.dataset.value;
  form.elements.page.value = option.dataset.page;
  form.elements.box.value = "";
}

// The dialog steps aside while the box is drawn, and comes back with what was read in it.
export async function drawBox() {
  const open = dialog();
  const form = open.querySelector("form");
  open.close("draw");
  const drawn = await draw();
  document.body.append(open);
  open.showModal();
  if (!drawn) return;
  form.elements.page.value = drawn.page;
  form.elements.box.value = drawn.box.map((v) => v.toFixed(1)).join(",");
  const id = document.querySelector("[data-application]").dataset.application;
  const place = document.getElementById("drawn");
  place.textContent = "正在识读框内文字…";
  const answer = await ask(`/applications/${id}/read`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(drawn),
  });
  const { text: told = "", confidence = 0, before = "" } = answer.ok ? await answer.json() : {};
  const sure = confidence ? `（把握 ${Math.round(confidence * 100)}%）` : "";
  const other = before && before !== told ? `；原先读作：${before}` : "";
  place.textContent = told ? `框内重新识读：${told}${sure}${other}。核对后再保存` : "框内没有读出文字，请键入";
  const input = form.querySelector("[data-typed] input");
  if (told && !input.disabled) input.value = told;
  input.focus();
}
