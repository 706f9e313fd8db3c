// What every page has: writes with their token, the name under decisions, messages, keys.

const token = document.querySelector('meta[name="token"]').content;

/** Send a write. Returns what the server answers; throws Refused with its words. */
export async function send(path, body = {}, { method = "POST", headers = {} } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: { "Content-Type": "application/json", "X-Token": token, ...headers },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused("The server does not answer. Nothing was stored; start it again and repeat this.", 0, {});
  }
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(reason(found), answer.status, found);
  return found;
}

export class Refused extends Error {
  constructor(words, status, answer) {
    super(words);
    this.status = status;
    this.answer = answer;
  }
}

function reason(found) {
  if (typeof found.error === "string") return found.error;
  const first = Array.isArray(found.detail) ? found.detail[0] : null;
  return first ? `${first.loc?.at(-1)}: ${first.msg}` : "The server could not do this.";
}

/** Say something at the foot of the page; screen readers hear it. What went wrong stays longer. */
export function say(words, wrong = false) {
  const line = document.createElement("p");
  line.textContent = words;
  line.classList.toggle("wrong", wrong);
  const place = document.getElementById("said");
  while (place.children.length > 2) place.firstChild.remove();
  place.append(line);
  setTimeout(() => line.remove(), wrong ? 15000 : 6000);
}

const who = document.getElementById("who");
const nameBox = document.getElementById("name-box");

/** The name under decisions; asked for if nobody gave it yet. Null if it is not given. */
export async function reviewer() {
  return who.dataset.name || askName();
}

function askName() {
  return new Promise((resolve) => {
    nameBox.showModal();
    nameBox.addEventListener("close", async () => {
      const name = nameBox.querySelector("input").value.trim();
      if (nameBox.returnValue !== "ok" || !name) return resolve(null);
      try {
        const session = await send("/api/session", { name }, { method: "PUT" });
        who.dataset.name = session.name;
        who.querySelector("bdi").textContent = session.name;
        resolve(session.name);
      } catch (refused) {
        say(refused.message, true);
        resolve(null);
      }
    }, { once: true });
  });
}

who.addEventListener("click", askName);
document.getElementById("help").addEventListener("click", () => document.getElementById("help-box").showModal());
for (const button of document.querySelectorAll("dialog [data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close("cancel"));
}

const find = document.getElementById("find"); // the words of a search, where a page has one
if (location.hash === "#find") find?.focus();

const keys = new Map([
  ["?", () => document.getElementById("help-box").showModal()],
  ["/", () => (find ? find.select() : location.assign("/search#find"))],
]);

/** Have a key do something while nobody types and no box is open. */
export function onKey(key, action) {
  keys.set(key, action);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=range]), textarea, select, [contenteditable]")) return;
  if (document.querySelector("dialog[open]")) return;
  const action = keys.get(event.key);
  if (action && action(event) !== false) event.preventDefault();
});
