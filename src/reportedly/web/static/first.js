// The first run: which store to begin with.

import { say, send } from "./app.js";

const buttons = [...document.querySelectorAll("[data-start]")];

for (const button of buttons) {
  button.addEventListener("click", async () => {
    for (const one of buttons) one.disabled = true;
    const codebook = document.querySelector("[name=codebook]:checked").value;
    const demo = button.dataset.start === "demo";
    document.getElementById("state").textContent = demo ? "Reading 29 reports …" : "Making the store …";
    try {
      await send("/api/start", { kind: button.dataset.start, codebook });
      location.assign("/");
    } catch (refused) {
      say(refused.message, true);
      document.getElementById("state").textContent = "";
      for (const one of buttons) one.disabled = false;
    }
  });
}
