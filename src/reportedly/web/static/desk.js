// The desk: keys, evidence that lights up, decisions sent one by one, the as-of range.

import { onKey, Refused, reviewer, say, send } from "./app.js";
import { onQuote, pick } from "./quote.js";

const desk = document.getElementById("desk");
const { log, incident, account, likely, number } = desk.dataset;
const kept = desk.dataset.kept ?? "/?";
const told = Number(desk.dataset.told ?? 0);

// A message for the page that a decision opens next.
const KEPT = "reportedly.said";
const left = sessionStorage.getItem(KEPT);
if (left) {
  sessionStorage.removeItem(KEPT);
  say(left);
}

const FOCUS = "reportedly.focus"; // the value to be in focus there, by its field

function open(address, words, field) {
  if (words) sessionStorage.setItem(KEPT, words);
  if (field) sessionStorage.setItem(FOCUS, field);
  if (address === location.pathname + location.search) location.reload();
  else location.assign(address);
}

/** The page of the next thing in the queue, else the start of the queue. */
function next() {
  const items = [...document.querySelectorAll("[data-item]")];
  const here = items.findIndex((one) => one.dataset.item === number);
  const after = items[here + 1] ?? items[here - 1];
  return after ? after.getAttribute("href") : kept;
}

// ---- Evidence

const spans = [...document.querySelectorAll(".ev")];

function light(claims) {
  const wanted = new Set(claims.split(" ").filter(Boolean));
  let first = null;
  for (const span of spans) {
    const lit = span.dataset.claims.split(" ").some((id) => wanted.has(id));
    span.classList.toggle("lit", lit);
    if (lit && !first) first = span;
  }
  return first;
}

for (const value of document.querySelectorAll("#card [data-claims]")) {
  value.addEventListener("mouseenter", () => light(value.dataset.claims));
  value.addEventListener("mouseleave", () => light(document.activeElement?.dataset?.claims ?? ""));
  value.addEventListener("focus", () => {
    light(value.dataset.claims)?.scrollIntoView({ block: "center", behavior: "instant" });
  });
  value.addEventListener("blur", () => light(""));
  value.addEventListener("click", () => shown(value));
}

/** Have the words of a value on screen: in this report, else in the first that says it. */
function shown(value) {
  const here = document.getElementById("report")?.dataset.report;
  const reports = (value.dataset.reports ?? "").split(" ").filter(Boolean);
  if (!reports.length || reports.includes(here)) return;
  const { address } = document.getElementById("told").dataset;
  open(address + encodeURIComponent(reports[0]), "", value.closest(".value").dataset.field);
}

for (const span of spans) {
  span.addEventListener("mouseenter", () => {
    const mine = new Set(span.dataset.claims.split(" "));
    for (const value of document.querySelectorAll("#card [data-claims]")) {
      value.classList.toggle("lit", value.dataset.claims.split(" ").some((id) => mine.has(id)));
    }
  });
  span.addEventListener("mouseleave", () => {
    for (const value of document.querySelectorAll("#card .lit")) value.classList.remove("lit");
  });
}

// ---- Decisions

let busy = false;

/** Store a decision, then those that ``further`` makes of the one before; open a page. */
async function decided(ask, where, field = ask.field, further = [], path = "/api/decisions") {
  if (busy || !(await reviewer())) return false;
  busy = true;
  try {
    const changes = [];
    let seen = log;
    let answer = null;
    for (const make of [() => ask, ...further]) {
      answer = await send(path, make(answer?.decision), { headers: { "If-Match": `"${seen}"` } });
      changes.push(...(answer.changes ?? []));
      seen = answer.decision.id;
    }
    open(where, `Stored. ${changes.join("; ") || "No value changed."} u takes it back.`, field);
    return true;
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    if (refused.status === 412) {
      open(location.pathname + location.search, refused.message, field);
      return true;
    }
    const refusal = document.querySelector("dialog[open] .refusal");
    if (refusal) refusal.textContent = refused.message;
    else say(refused.message, true);
    return false;
  } finally {
    busy = false;
  }
}

const does = {
  same() {
    if (likely) return decided({ action: "join", incident, other: likely }, next());
    if (told > 1) return decided({ action: "join", incident, account }, next());
    return say("No other report tells of it. n: it is an incident of its own.");
  },
  apart() {
    if (likely) {
      const reason = "compared, and not the same";
      return decided({ action: "split", incident, other: likely, reason }, next());
    }
    if (told > 1) return does.new();
    return does.reject();
  },
  new() {
    if (told > 1 && !likely) {
      return ask({
        title: "Another incident",
        about: `This report leaves ${incident}; its words then stand for an incident of their own.`,
        make: (reason) => ({ action: "split", incident, account, reason }),
        where: next(),
      });
    }
    return decided({ action: "accept", incident, account }, next());
  },
  reject() {
    ask({
      title: "No incident",
      about: "What was read here tells of no incident. It stays on record and can be taken back.",
      make: (reason) => ({ action: "reject", incident, account, reason }),
      where: next(),
    });
  },
  async undo() {
    if (busy || !(await reviewer())) return;
    busy = true;
    try {
      const answer = await send("/api/undo");
      open(answer.at && number ? `${kept}&at=${answer.at}` : location.pathname + location.search, `${answer.changes.join("; ")}.`);
    } catch (refused) {
      say(refused.message, true);
    } finally {
      busy = false;
    }
  },
  accept(value) {
    const { field, back } = at(value);
    const claim = value.dataset.claim;
    if (!claim) return decided({ action: "accept", incident, field, nth: Number(value.dataset.nth) }, back);
    const overrules = value.closest("li").className !== "basis";
    if (!overrules) return decided({ action: "accept", incident, field, claim }, back);
    return ask({
      title: `Take ${value.dataset.words}`,
      about: `Another value of ${label(field)} than the rule's: all others stay visible.`,
      make: (reason) => ({ action: "accept", incident, field, claim, reason }),
      where: back,
    });
  },
  edit(value) {
    const { field, back } = at(value);
    ask({
      title: `Another value of ${label(field)}`,
      about: "What was read stays on record beside it.",
      value: value.dataset.words ?? value.textContent.trim().replace(/^not stated$/, ""),
      make: (reason, written) => ({ action: "correct", incident, field, value: written, reason }),
      where: back,
    });
  },
  dispute(value) {
    const { field, back } = at(value);
    ask({
      title: `Dispute ${label(field)}`,
      about: "It is marked as disputed and stays so, whatever is chosen.",
      optional: true,
      make: (reason) => ({ action: "dispute", incident, field, reason }),
      where: back,
    });
  },
};

function at(value) {
  return { field: value.closest(".value").dataset.field, back: here() };
}

/** This page, with the same thing of the queue in hand. */
function here() {
  const address = new URL(location.href);
  if (number) address.searchParams.set("at", number);
  return address.pathname + address.search;
}

function label(field) {
  return field === "perpetrator" ? "by" : field.replaceAll("_", " ");
}

const box = document.getElementById("decide-box");
let pending = null;

async function ask(question) {
  if (!(await reviewer())) return;
  pending = question;
  document.getElementById("decide-title").textContent = question.title;
  document.getElementById("decide-about").textContent = question.about;
  document.getElementById("decide-refusal").textContent = "";
  document.getElementById("reason-needed").textContent = question.optional ? "(if you like)" : "(needed)";
  const value = document.getElementById("decide-value");
  document.getElementById("value-row").hidden = question.value === undefined;
  value.value = question.value ?? "";
  document.getElementById("decide-reason").value = "";
  box.showModal();
  (question.value === undefined ? document.getElementById("decide-reason") : value).focus();
}

box.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const reason = document.getElementById("decide-reason").value.trim();
  const written = document.getElementById("decide-value").value.trim();
  await decided(pending.make(reason, written), pending.where);
});

// ---- Words that were selected

const quoteBox = document.getElementById("quote-box");
const quoteField = document.getElementById("quote-field");
const quoteValue = document.getElementById("quote-value");
let quoted = null;

/** The claim of the card that rests on these words, if one does. */
function read(spans) {
  const values = [...document.querySelectorAll("#card .stack [data-claims]")];
  return values.find((one) => one.dataset.claims.split(" ").some((id) => spans.has(id)));
}

async function quote(found) {
  if (!incident) return say("No incident is in hand that these words could speak of.", true);
  if (!(await reviewer())) return;
  quoted = found.at;
  const claim = read(found.spans);
  document.getElementById("quote-shown").textContent = found.words;
  document.getElementById("quote-about").textContent = claim
    ? `Read here: ${label(at(claim).field)} ${claim.dataset.words}. What was read stays on record.`
    : `It becomes part of what this report says of ${incident}.`;
  quoteField.value = claim ? at(claim).field : "";
  quoteValue.value = claim ? claim.dataset.words : found.words;
  document.getElementById("quote-reason").value = "";
  document.getElementById("quote-refusal").textContent = "";
  codes();
  quoteBox.showModal();
  (claim ? quoteValue : quoteField).focus();
}

function codes() {
  const list = document.getElementById("quote-codes");
  const known = quoteField.selectedOptions[0]?.dataset.codes?.split(" ").filter(Boolean) ?? [];
  list.replaceChildren(...known.map((code) => Object.assign(document.createElement("option"), { value: code })));
}

if (quoteBox) {
  onQuote(quote, spoken);
  quoteField.addEventListener("change", codes);
  quoteBox.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = quoteField.value;
    const reason = document.getElementById("quote-reason").value.trim();
    const ask = { action: "correct", incident, field, value: quoteValue.value.trim(), words: quoted, reason };
    const chooses = quoteBox.querySelector("[name=counts]:checked").value === "value";
    const accept = (made) => ({ action: "accept", incident, field, claim: made.subject[0], reason });
    await decided(ask, here(), field, chooses ? [accept] : []);
  });
}

// ---- Who says words that were selected, or what was read as said

const sayBox = document.getElementById("say-box");
const saySpeaker = document.getElementById("say-speaker");
let saying = null; // what is asked: words by their place, or a statement

const statements = () => [...document.querySelectorAll("[data-statement]")];
const option = (value, words) => new Option(words, value);
const short = (words) => ([...words].length > 70 ? `${[...words].slice(0, 70).join("")} …` : words);

/** The statement whose words these mostly are: the server takes them for that one, too. */
function heard({ at }) {
  const likeness = ({ dataset }) => {
    const [start, end] = [Number(dataset.start), Number(dataset.end)];
    const shared = dataset.part === at.part ? Math.max(0, Math.min(end, at.end) - Math.max(start, at.start)) : 0;
    return shared / (end - start + at.end - at.start - shared);
  };
  const likest = statements().sort((one, other) => likeness(other) - likeness(one))[0];
  return likest && likeness(likest) >= 0.5 ? likest : null;
}

async function spoken(found) {
  const known = heard(found);
  if (known) return setRight(known);
  if (!(await reviewer())) return null;
  return asked({ words: found.at }, found.words, null);
}

async function setRight(known) {
  if (!(await reviewer())) return null;
  return asked({ statement: known.dataset.statement }, known.querySelector(".words").textContent, known);
}

function asked(what, words, known) {
  saying = { what, on: known?.dataset.on ?? "", denies: known?.dataset.denies.split(" ")[0] ?? "" };
  const set = (id, value) => { document.getElementById(id).value = value; };
  document.getElementById("say-shown").textContent = words;
  document.getElementById("say-about").textContent = known
    ? "It is read as said. What was read stays on record."
    : "It becomes a statement of this report; figures in it are the word of who says it.";
  const others = statements().filter((one) => one !== known);
  const named = new Map(statements().filter((one) => one.dataset.speaker).map((one) => [one.dataset.who, one.dataset.speaker]));
  saySpeaker.replaceChildren(
    option("", known ? `as read: ${known.dataset.who}` : "Choose …"),
    option("nobody", "nobody whom the report names"),
    ...[...named].map(([who, place]) => option(place, who)),
  );
  saySpeaker.required = !known;
  const none = document.getElementById("say-none"); // what is read nowhere need not be denied
  none.hidden = none.disabled = !known;
  const denies = document.getElementById("say-denies");
  denies.replaceChildren(denies.options[0], ...others.map((one) => option(one.dataset.statement, short(one.textContent.trim().replace(/\s+/g, " ")))));
  set("say-denies", saying.denies);
  set("say-act", known?.dataset.act ?? "");
  set("say-on", saying.on);
  set("say-reason", "");
  document.getElementById("say-refusal").textContent = "";
  sayBox.showModal();
  (known ? document.getElementById("say-act") : saySpeaker).focus();
}

/** Close the box until words are selected that name the speaker; what is filled in stays. */
function picking() {
  sayBox.close("picking");
  pick("Select who says it, then press Enter; Escape goes back.", (found) => {
    if (found) {
      saySpeaker.append(option(`${found.at.start} ${found.at.end} ${found.at.part}`, found.words));
      saySpeaker.selectedIndex = saySpeaker.options.length - 1;
    }
    sayBox.showModal();
    (found ? document.getElementById("say-act") : saySpeaker).focus();
  });
}

function speaker() {
  if (saySpeaker.value === "" || saySpeaker.value === "nobody") return saySpeaker.value || null;
  const [start, end, part] = saySpeaker.value.split(" ");
  return { report: document.getElementById("report").dataset.report, part, start: Number(start), end: Number(end) };
}

if (sayBox) {
  document.getElementById("say-pick").addEventListener("click", picking);
  sayBox.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const written = (id) => document.getElementById(id).value.trim();
    const [on, denies] = [written("say-on"), written("say-denies")];
    const ask = { // what is left as it was read is not decided
      ...saying.what,
      act: written("say-act"),
      speaker: speaker(),
      said_on: on && on !== saying.on ? on : null,
      denies: denies === saying.denies ? null : [denies].filter(Boolean),
      reason: written("say-reason"),
    };
    await decided(ask, here(), undefined, [], "/api/statements");
  });
}

for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", () => does[button.dataset.do]());
}

// ---- Keys

/** The value in focus; else the first of the card, which is put into focus for a second press. */
function value() {
  const here = document.activeElement?.closest?.("#card .value button");
  if (here) return here;
  document.querySelector("#card .value button")?.focus();
  return null;
}

function onValue(action) {
  return () => {
    const found = incident && value();
    if (found) action(found);
  };
}

if (account) {
  if (incident) {
    onKey("y", () => does.same());
    onKey("n", () => does.new());
    onKey("x", () => does.apart());
  }
}
onKey("u", () => does.undo());
onKey("a", onValue((found) => does.accept(found)));
onKey("e", () => {
  const said = document.activeElement?.closest?.("[data-statement]");
  if (said) return setRight(said);
  return onValue((found) => does.edit(found))();
});
onKey("d", onValue((found) => does.dispute(found)));

function stops(column) {
  return [...column.querySelectorAll("[data-stop]")].filter((one) => one.offsetParent !== null);
}

function step(by) {
  const here = document.activeElement?.closest?.("[data-stop]");
  const column = here?.closest(".column") ?? document.querySelector(".column.queue, .column.side");
  if (column.classList.contains("report")) {
    column.scrollBy({ top: by * 120 });
    return;
  }
  const all = stops(column);
  const current = here ? all.indexOf(here) : all.findIndex((one) => one.ariaCurrent === "true");
  const to = all[Math.max(0, Math.min(all.length - 1, current + by))];
  to?.focus();
  to?.scrollIntoView({ block: "nearest" });
}

function across(by) {
  const columns = [...document.querySelectorAll(".column")].filter((one) => stops(one).length);
  const here = columns.findIndex((one) => one.contains(document.activeElement));
  const to = columns[Math.max(0, Math.min(columns.length - 1, (here < 0 ? 0 : here) + by))];
  const all = stops(to);
  (all.find((one) => one.ariaCurrent === "true" && !one.closest(".beside")) ?? all[0])?.focus();
}

const ranged = () => document.activeElement?.id === "day";
onKey("ArrowDown", () => step(1));
onKey("ArrowUp", () => step(-1));
onKey("ArrowRight", () => (ranged() ? false : across(1)));
onKey("ArrowLeft", () => (ranged() ? false : across(-1)));

// ---- Filters

for (const select of document.querySelectorAll(".filters select")) {
  select.addEventListener("change", () => {
    const chosen = new URLSearchParams(new FormData(select.form));
    for (const [name, usual] of [["order", "newest"], ["only", ""], ["show", "open"]]) {
      if (chosen.get(name) === usual) chosen.delete(name);
    }
    location.assign(`/?${chosen}`);
  });
}

// ---- As of: the values of each day on which the incident was reported

const range = document.getElementById("day");

async function days() {
  const shown = document.getElementById("card")?.dataset.incident;
  if (!range || !shown) return;
  const answer = await fetch(`/api/incidents/${encodeURIComponent(shown)}/days`);
  if (!answer.ok) return;
  const { days: found } = await answer.json();
  if (found.length < 2) return;
  document.getElementById("asof").hidden = false;
  range.max = String(found.length - 1);
  range.value = range.max;
  const now = new Map();
  for (const line of document.querySelectorAll(".value")) {
    now.set(line.dataset.field, [...line.querySelectorAll(".now")].map((one) => one.textContent));
  }
  range.addEventListener("input", () => past(found, Number(range.value), now));
  describe(found, found.length - 1);
}

function describe(found, n) {
  const last = n === found.length - 1;
  document.getElementById("day-words").textContent = last ? "now" : found[n].words;
  range.setAttribute("aria-valuetext", last ? "now" : found[n].words);
  document.getElementById("day-told").textContent = last
    ? "" : `${found[n].reports} of ${found.at(-1).reports} reports were published by the end of that day.`;
}

/** Show the values of a day. Those of today were decided and reconciled with all reports. */
function past(found, n, now) {
  const last = n === found.length - 1;
  describe(found, n);
  for (const line of document.querySelectorAll(".value")) {
    const values = last ? now.get(line.dataset.field) : (found[n].values[line.dataset.field] ?? ["not stated"]);
    const places = [...line.querySelectorAll(".now")];
    places.forEach((place, at) => {
      const words = at === places.length - 1 ? values.slice(at).join(", ") : (values[at] ?? "");
      place.textContent = words;
    });
    line.classList.toggle("past", !last && places.map((p) => p.textContent).join() !== now.get(line.dataset.field).join());
    for (const how of line.querySelectorAll(".how")) how.hidden = !last;
    for (const row of line.querySelectorAll(".stack li, .stack .who[data-day]")) {
      row.classList.toggle("later", !last && row.dataset.day > found[n].day);
    }
  }
}

days();

// ---- Where to begin

const field = sessionStorage.getItem(FOCUS);
sessionStorage.removeItem(FOCUS);
const focused = field && document.querySelector(`.value[data-field="${CSS.escape(field)}"] button`);
if (focused) {
  focused.focus();
} else if (matchMedia("(min-width: 46.01rem)").matches) {
  document.querySelector("[data-item][aria-current]")?.scrollIntoView({ block: "nearest" });
  document.querySelector(".ev.mine")?.scrollIntoView({ block: "center", behavior: "instant" });
}
