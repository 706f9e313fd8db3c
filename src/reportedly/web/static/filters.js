// Filters: an empty one stays out of the address; "/" goes to the words that are looked for.

import { onKey } from "/static/app.js";

for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData.entries()]) if (!value) formData.delete(name);
  });
}

const find = document.getElementById("find");
onKey("/", () => (find ? find.focus() : location.assign("/search")));
