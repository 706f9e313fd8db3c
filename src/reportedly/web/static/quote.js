// Words of the report in hand, selected by mouse or key, become evidence: their place is sent, in
// code points, and never the words themselves.

import { onKey, say } from "./app.js";

const report = document.getElementById("report");
const bar = document.getElementById("quote-bar");
const PARTS = { "report-text": "text", "report-title": "title" };
const points = (text) => [...text].length;

/** Where a boundary of a range stands in its part of the report. Each span knows its own start. */
function place(node, offset) {
  const span = node.nodeType === Node.TEXT_NODE ? node.parentElement.closest("[data-start]") : null;
  if (!span) return null;
  const before = document.createRange();
  before.setStart(span, 0);
  before.setEnd(node, offset);
  return Number(span.dataset.start) + points(before.toString());
}

/** The selected words of the report, without the space around them; null if there are none. */
export function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const home = Object.keys(PARTS).map((id) => document.getElementById(id)).find((one) => one?.contains(range.startContainer));
  if (!home) return null;
  const texts = [...texted(home)].filter((node) => range.intersectsNode(node));
  if (!texts.length) return null;
  const [first, last] = [texts[0], texts.at(-1)];
  const from = place(first, first === range.startContainer ? range.startOffset : 0);
  const to = place(last, last === range.endContainer ? range.endOffset : last.length);
  if (from === null || to === null) return null;
  const words = range.toString();
  const start = from + points(words) - points(words.trimStart());
  const end = to - (points(words) - points(words.trimEnd()));
  if (end <= start) return null;
  return { words: words.trim(), at: { report: report.dataset.report, part: PARTS[home.id], start, end }, spans: marked(texts) };
}

function* texted(home) {
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.parentElement.closest("[data-start]")) yield walker.currentNode;
}

/** The ids of the claims on these words. */
function marked(texts) {
  return new Set(texts.flatMap((node) => (node.parentElement.dataset.claims ?? "").split(" ")).filter(Boolean));
}

// ---- By key: a caret that goes through the words, as in any text

let walking = false;

function walk() {
  const first = document.querySelector("#report-text .ev.lit, #report-text .ev.mine, #report-text [data-start]");
  if (!first) return say("There is no text to select from.", true);
  walking = true;
  report.classList.add("walking");
  report.focus({ preventScroll: true });
  if (!chosen()) {
    getSelection().collapse(first.firstChild, 0);
    getSelection().modify("extend", "forward", "word");
  }
  seen();
}

function leave() {
  walking = false;
  report.classList.remove("walking");
}

const STEPS = { ArrowRight: ["right", "word"], ArrowLeft: ["left", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };

function step(event) {
  const selection = getSelection();
  const [way, by] = STEPS[event.key];
  if (!event.shiftKey) {
    // The next word alone: from the end that lies in that direction.
    const on = way === "right" || way === "forward";
    if (on) selection.collapseToEnd();
    else selection.collapseToStart();
    selection.modify("move", way, by);
    if (on && by === "word") selection.modify("move", "backward", "word");
  }
  selection.modify("extend", event.shiftKey ? way : "forward", event.shiftKey ? by : "word");
  if (!report.contains(selection.focusNode)) selection.modify("extend", way === "right" ? "backward" : "forward", by);
  seen();
}

function seen() {
  const focus = getSelection().focusNode;
  const near = focus?.nodeType === Node.TEXT_NODE ? focus.parentElement : focus;
  const range = getSelection().rangeCount ? getSelection().getRangeAt(0).getBoundingClientRect() : null;
  const edge = report.getBoundingClientRect();
  if (range && (range.bottom > Math.min(edge.bottom, innerHeight) - 60 || range.top < Math.max(edge.top, 0))) {
    near?.scrollIntoView({ block: "center", behavior: "instant" });
  }
}

// ---- The bar that offers what to do with them

function offer() {
  const found = chosen();
  bar.hidden = !found && !walking;
  if (bar.hidden) return;
  document.getElementById("quote-words").textContent = found ? shortened(found.words) : "";
  for (const id of ["quote-do", "quote-who"]) document.getElementById(id).disabled = !found;
}

function shortened(words) {
  const all = [...words];
  return all.length > 90 ? `${all.slice(0, 60).join("")} … ${all.slice(-25).join("")}` : words;
}

let picked = null; // who waits for words, before all others

/** Have the next words that are selected handed to ``use``; null if none are. */
export function pick(words, use) {
  picked = use;
  say(words);
  getSelection().removeAllRanges();
  walk();
}

function hand(use) {
  const found = chosen();
  if (!found) return say("Select words of the report first: with the mouse, or with s and the arrows.");
  return given(found, use);
}

function given(found, use) {
  const to = picked ?? use;
  picked = null;
  leave();
  return to(found);
}

/** Have selected words handed to ``claim``: from the bar, with `c`, or with Enter after `s`; or to
 * ``statement``, with `w`. */
export function onQuote(claim, statement) {
  onKey("s", walk);
  for (const [key, id, use] of [["c", "quote-do", claim], ["w", "quote-who", statement]]) {
    const button = document.getElementById(id);
    onKey(key, () => hand(use));
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => hand(use));
  }
  document.addEventListener("selectionchange", offer);
  // Before the keys of the page: while words are selected by key, arrows mean words.
  document.addEventListener("keydown", (event) => {
    if (!walking || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (STEPS[event.key]) step(event);
    else if (event.key === "Enter") hand(claim);
    else if (event.key === "Escape") {
      getSelection().removeAllRanges();
      if (picked) given(null);
      else leave();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
}
