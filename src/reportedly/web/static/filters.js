// Filters: an empty one stays out of the address; "/" goes to the words that are looked for.

import { onKey } from "/static/app.js";

for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData.entries()]) if (!value) formData.delete(name);
  });
}

const find = document.getElementById("find");
onKey("/", () => (find ? find.focus() : location.assign("/search")));

// A column of a plot leads where its row in the table does.
for (const mark of document.querySelectorAll("[data-to]")) {
  mark.addEventListener("click", () => location.assign(mark.dataset.to));
}

// The tab of this page, and words that an address points to, are brought into view.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
document.querySelector("#report-text .mine, #report-title .mine")?.scrollIntoView({ block: "center" });
