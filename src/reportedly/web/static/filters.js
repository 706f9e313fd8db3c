// Filters: an empty one stays out of the address.

for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData.entries()]) if (!value) formData.delete(name);
  });
}

// A column of a plot leads where its row in the table does.
for (const mark of document.querySelectorAll("[data-to]")) {
  mark.addEventListener("click", () => location.assign(mark.dataset.to));
}

// The tab of this page, and words that an address points to, are brought into view.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
document.querySelector("#report-text .mine, #report-title .mine")?.scrollIntoView({ block: "center" });
