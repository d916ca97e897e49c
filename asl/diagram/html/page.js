"use strict";
(() => {
const $ = id => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const stage = $("stage"), sheet = $("sheet"), panel = $("panel"), picture = sheet.querySelector("svg");
const SVG = "http://www.w3.org/2000/svg";
const byID = new Map(data.nodes.map(n => [n.id, n]));
const byName = new Map(data.nodes.slice().reverse().map(n => [n.name, n]));
const shapes = new Map([...picture.querySelectorAll("[data-id]")].map(g => [g.dataset.id, g]));
const group = attribute => {
  const map = new Map();
  for (const g of picture.querySelectorAll("[" + attribute + "]")) map.set(g.getAttribute(attribute), g);
  return map;
};
const edges = group("data-edge"), labels = group("data-edge-label");

// Elements, made without markup: names of states are text and nothing else.
function el(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props || {})) k in e ? e[k] = v : e.setAttribute(k, v);
  for (const c of children.flat()) if (c !== null && c !== undefined && c !== "") e.append(c);
  return e;
}

// Pan and zoom.
const size = {width: +picture.getAttribute("width"), height: +picture.getAttribute("height")};
const view = {x: 0, y: 0, k: 1};
let frame = 0;
function show() {
  if (frame) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    const clamp = (at, extent, room) => Math.min(room - 60, Math.max(60 - extent * view.k, at));
    view.x = clamp(view.x, size.width, stage.clientWidth);
    view.y = clamp(view.y, size.height, stage.clientHeight);
    sheet.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.k})`;
    stage.style.backgroundPosition = `${view.x}px ${view.y}px`;
    stage.classList.toggle("far", view.k < 0.16); // text that nobody can read costs most of the time
  });
}
function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const k = Math.min(4, Math.max(0.04, view.k * factor));
  view.x = x - (x - view.x) * k / view.k;
  view.y = y - (y - view.y) * k / view.k;
  view.k = k;
  show();
}
function whole(least = 0) {
  const legend = $("legend"), below = legend.childElementCount ? legend.offsetHeight + 14 : 0;
  const w = stage.clientWidth, h = stage.clientHeight - below;
  view.k = Math.max(least, Math.min(1.25, w / size.width, h / size.height)) || 1;
  view.x = (w - size.width * view.k) / 2;
  view.y = Math.max(least ? 0 : -Infinity, (h - size.height * view.k) / 2);
  show();
}
// At first a large machine is shown from its start, large enough to read.
function fit() {
  whole();
  if (view.k >= 0.3) return;
  whole(0.5);
  const start = picture.querySelector(".pill .box");
  if (start) view.x = stage.clientWidth / 2 - (+start.getAttribute("x") + 38) * view.k;
}
function bringIn(id, always) {
  const shape = shapes.get(id);
  if (!shape) return;
  const box = shape.querySelector(".box");
  const at = name => +box.getAttribute(name);
  const left = at("x") * view.k + view.x, top = at("y") * view.k + view.y;
  const width = at("width") * view.k, height = Math.min(at("height"), 60) * view.k;
  const inside = left > 10 && top > 10 && left + width < stage.clientWidth - 10 && top + height < stage.clientHeight - 10;
  if (inside && !always) return;
  if (view.k < 0.45) view.k = 0.8;
  view.x = stage.clientWidth / 2 - (at("x") + at("width") / 2) * view.k;
  view.y = stage.clientHeight / 2 - (at("y") + Math.min(at("height"), 60) / 2) * view.k;
  show();
}
stage.addEventListener("wheel", e => {
  e.preventDefault();
  const r = stage.getBoundingClientRect();
  const unit = e.deltaMode === 1 ? 18 : e.deltaMode === 2 ? 300 : 1;
  if (e.shiftKey && !e.ctrlKey) { view.x -= (e.deltaX || e.deltaY) * unit; return show(); }
  zoom(Math.exp(-e.deltaY * unit * (e.ctrlKey ? 0.01 : 0.0016)), e.clientX - r.left, e.clientY - r.top);
}, {passive: false});
const fingers = new Map();
let travelled = 0;
stage.addEventListener("pointerdown", e => {
  if (e.button > 0) return;
  if (!fingers.size) travelled = 0;
  fingers.set(e.pointerId, {x: e.clientX, y: e.clientY});
});
addEventListener("pointermove", e => {
  const before = fingers.get(e.pointerId);
  if (!before) return;
  const dx = e.clientX - before.x, dy = e.clientY - before.y;
  travelled += Math.abs(dx) + Math.abs(dy);
  if (travelled > 4 && !stage.hasPointerCapture(e.pointerId)) {
    stage.setPointerCapture(e.pointerId);
    stage.classList.add("dragging");
  }
  const others = [...fingers].filter(([id]) => id !== e.pointerId).map(([, p]) => p);
  if (others.length) {
    const r = stage.getBoundingClientRect(), o = others[0];
    const d = p => Math.hypot(p.x - o.x, p.y - o.y);
    const now = {x: e.clientX, y: e.clientY};
    zoom(d(now) / Math.max(1, d(before)), (now.x + o.x) / 2 - r.left, (now.y + o.y) / 2 - r.top);
  } else if (travelled > 4) {
    view.x += dx;
    view.y += dy;
    show();
  }
  fingers.set(e.pointerId, {x: e.clientX, y: e.clientY});
});
for (const type of ["pointerup", "pointercancel"]) addEventListener(type, e => {
  fingers.delete(e.pointerId);
  if (!fingers.size) stage.classList.remove("dragging");
});
stage.addEventListener("click", e => {
  if (travelled > 4) return;
  const shape = e.target.closest("[data-id]"), cut = e.target.closest("[data-to]");
  if (shape) select(shape.dataset.id, true);
  else if (cut) { select(cut.dataset.to, true); bringIn(cut.dataset.to, true); }
  else if (e.target === stage || e.target === sheet || e.target === picture) select(null, true);
});
stage.addEventListener("scroll", () => { stage.scrollTop = stage.scrollLeft = 0; });
stage.addEventListener("focusin", e => {
  const shape = e.target.closest("[data-id]");
  if (shape && shape.matches(":focus-visible")) bringIn(shape.dataset.id);
});
stage.addEventListener("keydown", e => {
  const shape = e.target.closest("[data-id]");
  if (shape && (e.key === "Enter" || e.key === " ")) {
    e.preventDefault();
    e.stopPropagation();
    return select(shape.dataset.id, true);
  }
  const far = 60, move = {ArrowLeft: [far, 0], ArrowRight: [-far, 0], ArrowUp: [0, far], ArrowDown: [0, -far]}[e.key];
  if (move) { e.preventDefault(); view.x += move[0]; view.y += move[1]; show(); }
});

// The panel.
let selected = null;
function select(id, touch) {
  if (selected) shapes.get(selected)?.classList.remove("selected");
  selected = byID.has(id) ? id : null;
  if (selected) shapes.get(selected)?.classList.add("selected");
  if (touch) {
    const hash = selected ? "#" + encodeURIComponent(byID.get(selected).name) : "";
    if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
  }
  panel.replaceChildren(...(selected ? aboutState(byID.get(selected)) : aboutMachine(data.machine)));
  panel.scrollTop = 0;
}
const section = (title, ...content) => content.flat().some(c => c) ? [el("h3", {}, title), ...content.flat()] : [];
const facts = list => list?.length ? el("div", {className: "facts"}, list.map(f => el("span", {}, f))) : null;
const paragraph = (text, className = "") => text ? el("p", {className}, text) : null;
function link(w, word) {
  const to = w.id ? el("a", {href: "#" + encodeURIComponent(w.name), onclick: e => { e.preventDefault(); select(w.id, true); bringIn(w.id); }}, w.name) : w.name;
  return el("li", {}, word ? el("span", {className: "soft"}, word + " ") : "", to, w.status ? el("span", {className: "soft"}, " · " + w.status) : "");
}
const out = w => link(w, {next: "→", rule: "if " + (w.label || "?") + " →", default: "otherwise →", catch: "on " + w.label + " →", end: "→", start: "→"}[w.kind]);
const into = w => link(w, {rule: "if " + (w.label || "?") + " from", default: "default of", catch: "on " + w.label + " from"}[w.kind] || "from");
const list = (ways, make) => ways?.length ? el("ul", {}, ways.map(make)) : null;
function permissions(statements) {
  return (statements || []).flatMap(s => [json(s.text), paragraph((s.why || []).join("\n"), "soft")]);
}
function aboutState(n) {
  return [
    el("h2", {}, n.name || "(no name)"), paragraph([n.label, n.in && "in " + n.in].filter(Boolean).join(" · "), "soft"),
    paragraph(n.status, "soft"), facts(n.facts), paragraph(n.comment),
    ...section("Notes", paragraph(n.note)),
    ...section("What changed", paragraph(n.changes)),
    ...visits(n),
    ...section("Goes to", list(n.out, out)),
    ...section("Comes from", list(n.from, into)),
    ...section("Permissions", permissions(n.statements)),
    ...section("Definition", json(n.definition)),
  ].filter(Boolean);
}
function aboutMachine(m) {
  return [
    el("h2", {}, m.title), paragraph(m.heading, "soft"), facts(m.facts), paragraph(m.comment),
    ...section("Notes", paragraph(m.note)),
    ...section("Error", paragraph(m.error, "error"), paragraph(m.cause)),
    ...section("Input", json(m.input)), ...section("Output", json(m.output)),
    ...section("Permissions", permissions(m.statements)),
    ...section("Keys", el("p", {}, el("kbd", {}, "Tab"), " and ", el("kbd", {}, "Enter"), " open a state, ", el("kbd", {}, "/"), " finds one, ", el("kbd", {}, "0"), " shows all, ",
      el("kbd", {}, "+"), " ", el("kbd", {}, "−"), " zoom", data.events ? [", ", el("kbd", {}, ","), " ", el("kbd", {}, "."), " step, ", el("kbd", {}, "space"), " plays"] : "", ", ", el("kbd", {}, "Esc"), " goes back.")),
  ].filter(Boolean);
}
function time(s) {
  if (s < 1) return Math.round(s * 1000) + "ms";
  if (s < 59.95) return +s.toFixed(1) + "s";
  const all = Math.round(s), part = (n, unit) => n ? n + unit : "";
  return part(Math.floor(all / 86400), "d") + part(Math.floor(all / 3600) % 24, "h") + part(Math.floor(all / 60) % 60, "m") + part(all % 60, "s");
}
function visits(n) {
  const event = data.events && step < data.events.length ? data.events[step - 1] : null;
  const items = (n.visits || []).map((v, i) => {
    const now = event && event.node === n.id && (event.visit || 0) === i;
    const head = `${n.visits.length > 1 ? "#" + (i + 1) + " " : ""}${v.status} · at ${time(v.begin)} · took ${time(v.duration)}${v.tries > 1 ? " · " + v.tries + " tries" : ""}`;
    const value = (name, text) => text == null ? null : el("details", {open: n.visits.length === 1 || now}, el("summary", {}, name), json(text));
    return el("div", {className: "visit" + (now ? " now" : "")}, el("p", {}, head), v.error || v.cause ? el("p", {className: "error"}, [v.error, v.cause].filter(Boolean).join(": ")) : null,
      value("Input", v.input), value("Output", v.output));
  });
  return section("This execution", items);
}
// JSON in colours; the pieces are text nodes, so nothing in them is markup.
function json(text) {
  if (text === undefined || text === null) return null;
  const pre = el("pre", {tabIndex: 0});
  const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\b\d[\d.eE+-]*\b|\b(?:true|false|null)\b/g;
  let at = 0;
  for (let m; (m = token.exec(text)); at = token.lastIndex) {
    pre.append(text.slice(at, m.index));
    pre.append(el("span", {className: m[2] ? "k" : m[1] ? "s" : "n"}, m[1] || m[0]), m[2] || "");
  }
  pre.append(text.slice(at));
  return pre;
}

// Find.
const query = $("query");
let hits = [], hit = -1;
function search() {
  const words = query.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = n => (n.name + " " + n.label + " " + (n.facts || []).join(" ")).toLowerCase();
  hits = words.length ? data.nodes.filter(n => words.every(w => text(n).includes(w))) : [];
  hit = -1;
  const ids = new Set(hits.map(n => n.id));
  for (const [id, shape] of shapes) shape.classList.toggle("dim", words.length > 0 && !ids.has(id));
  for (const g of [...edges.values(), ...labels.values()]) g.classList.toggle("dim", words.length > 0);
  $("found").textContent = words.length ? hits.length + " found" : "";
}
query.addEventListener("input", search);
query.addEventListener("keydown", e => {
  if (e.key === "Enter" && hits.length) {
    hit = (hit + (e.shiftKey ? hits.length - 1 : 1)) % hits.length;
    $("found").textContent = hit + 1 + " of " + hits.length;
    select(hits[hit].id, true);
    bringIn(hits[hit].id, true);
  } else if (e.key === "Escape") {
    query.value = "";
    search();
    stage.focus();
  } else return;
  e.preventDefault();
  e.stopPropagation();
});

// Light and dark.
const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = root.dataset.theme;
function theme() { root.dataset.theme = chosen || (dark.matches ? "dark" : "light"); }
dark.addEventListener("change", theme);
$("theme").onclick = () => { chosen = root.dataset.theme === "dark" ? "light" : "dark"; theme(); };

// Steps of an execution.
const slider = $("slider");
let step = data.events ? data.events.length : 0, playing = 0;
const final = new Map(), classes = Object.values(data.statuses || {}).flatMap(([c]) => c.split(" ")).filter(Boolean);
function dress(g, status) {
  if (!g || g.dataset.status === (status || "")) return;
  g.dataset.status = status || "";
  g.classList.remove(...classes);
  const [name, mark] = data.statuses[status] || ["", ""];
  if (name) g.classList.add(...name.split(" "));
  if (!g.dataset.id) return;
  g.querySelector(":scope > .mark")?.remove();
  if (!mark) return;
  const box = g.querySelector(".box"), m = document.createElementNS(SVG, "g");
  m.setAttribute("class", "mark");
  m.setAttribute("transform", `translate(${box.getAttribute("x")} ${box.getAttribute("y")})`);
  m.innerHTML = '<circle r="8"/>' + mark; // one of our own few, never a word of the machine
  g.append(m);
}
function go(to, follow) {
  step = Math.min(data.events.length, Math.max(0, to));
  slider.value = step;
  const end = step === data.events.length;
  const nodes = new Map(), ways = new Map();
  for (const e of data.events.slice(0, step)) {
    if (e.node && e.status) nodes.set(e.node, e.status);
    if (e.edge) ways.set(e.edge, e.caught ? "caught error" : "taken");
  }
  for (const [id, shape] of shapes) dress(shape, end ? final.get(id) : nodes.get(id) || "not reached");
  for (const map of [edges, labels]) for (const [id, g] of map) dress(g, ways.get(id) || "not reached");
  picture.classList.toggle("stepping", !end);
  for (const g of picture.querySelectorAll(".now")) g.classList.remove("now");
  const e = data.events[step - 1];
  if (e && e.node && !end) {
    shapes.get(e.node)?.classList.add("now");
    if (follow) { bringIn(e.node); select(e.node); }
  } else if (follow && selected) select(selected);
  const name = e && e.node ? byID.get(e.node)?.name : "";
  $("now").textContent = e ? `${step}/${data.events.length} · ${time(e.at)} · ${[name, e.text].filter(Boolean).join(": ") || e.type}` : `0/${data.events.length} · before the start`;
  $("now").title = e ? `${e.id} ${e.type}` : "";
}
function play(on) {
  clearInterval(playing);
  playing = 0;
  if (on) {
    if (step >= data.events.length) go(0);
    playing = setInterval(() => step < data.events.length ? go(step + 1, true) : play(false), 450);
  }
  $("play").textContent = on ? "❚❚ Pause" : "▶ Play";
}
if (data.events?.length) {
  for (const n of data.nodes) final.set(n.id, n.status);
  $("steps").hidden = false;
  slider.max = data.events.length;
  slider.oninput = () => { play(false); go(+slider.value, true); };
  $("back").onclick = () => { play(false); go(step - 1, true); };
  $("ahead").onclick = () => { play(false); go(step + 1, true); };
  $("play").onclick = () => play(!playing);
  go(step);
}

// Keys of the page.
addEventListener("keydown", e => {
  if (e.target.closest("input") || e.ctrlKey || e.metaKey || e.altKey) return;
  const onButton = e.target.closest("button,a,summary");
  switch (e.key) {
  case "/": query.focus(); query.select(); break;
  case "+": case "=": zoom(1.25); break;
  case "-": zoom(0.8); break;
  case "0": whole(); break;
  case "Escape": if (query.value) { query.value = ""; search(); } else select(null, true); break;
  case ",": if (data.events) go(step - 1, true); break;
  case ".": if (data.events) go(step + 1, true); break;
  case " ": if (!data.events || onButton) return; play(!playing); break;
  default: return;
  }
  e.preventDefault();
});
$("zoom-in").onclick = () => zoom(1.25);
$("zoom-out").onclick = () => zoom(0.8);
$("fit").onclick = () => whole();
$("home").onclick = () => { select(null, true); whole(); };
$("legend").replaceChildren(...(data.machine.legend || []).map(s => {
  const svg = document.createElementNS(SVG, "svg"), [name, mark] = data.statuses[s];
  svg.setAttribute("viewBox", "-9 -9 18 18");
  svg.setAttribute("class", "sfn");
  svg.innerHTML = `<g class="mark ${name}"><circle r="8"/>${mark}</g>`;
  return el("li", {}, svg, s);
}));

// The state that the address names.
function open() {
  let name = "";
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* not an address of ours */ }
  const n = byID.get(name) || byName.get(name);
  select(n ? n.id : null);
  if (n) bringIn(n.id, true);
}
addEventListener("hashchange", open);
theme();
fit();
open();
addEventListener("resize", () => { if (!selected) fit(); });
})();
