// A report with graphic words is covered until it is asked for; how many were is counted for as
// long as this window is open. Nothing of it is kept afterwards, or sent.

import { onKey } from "./app.js";

const SEEN = "reportedly.graphic";
const report = document.getElementById("report");
const cover = document.getElementById("cover");
const seen = new Set(JSON.parse(sessionStorage.getItem(SEEN) ?? "[]"));

function uncover() {
  seen.add(report.dataset.report);
  sessionStorage.setItem(SEEN, JSON.stringify([...seen]));
  for (const part of report.querySelectorAll(".covered")) part.hidden = false;
  cover.hidden = true;
  tell();
}

function tell() {
  const many = seen.size === 1 ? "1 report" : `${seen.size} reports`;
  for (const place of document.querySelectorAll(".graphic-seen")) {
    place.textContent = seen.size ? `Graphic in this sitting: ${many}.` : "";
  }
}

if (cover) {
  if (seen.has(report.dataset.report)) uncover();
  else onKey("v", uncover);
  document.getElementById("uncover").addEventListener("click", () => {
    uncover();
    report.focus({ preventScroll: true });
  });
}
tell();
