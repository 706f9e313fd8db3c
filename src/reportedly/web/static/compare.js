// Two incidents beside each other: join them, or have it remembered that they are two.

import { onKey, reviewer, say, send } from "./app.js";

const home = document.getElementById("compare");

async function decide(action) {
  if (!(await reviewer())) return;
  const { left, right, log } = home.dataset;
  const reason = action === "split" ? "compared, and not the same" : "";
  try {
    const answer = await send(
      "/api/decisions",
      { action, incident: left, other: right, reason },
      { headers: { "If-Match": `"${log}"` } },
    );
    sessionStorage.setItem("reportedly.said", `Stored. ${answer.changes.join("; ") || "No value changed."} u takes it back.`);
    location.assign(`/incident/${left}`);
  } catch (refused) {
    say(refused.message, true);
  }
}

async function undo() {
  if (!(await reviewer())) return;
  try {
    const answer = await send("/api/undo");
    sessionStorage.setItem("reportedly.said", answer.changes.join("; "));
    location.reload();
  } catch (refused) {
    say(refused.message, true);
  }
}

onKey("u", undo);
if (home) {
  onKey("y", () => decide("join"));
  onKey("x", () => decide("split"));
  for (const button of home.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => decide(button.dataset.do));
  }
}
