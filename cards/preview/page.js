"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const { cards, notes } = data;

  const KINDS = {
    question: "Question", definition: "Definition", naming: "Name", quantity: "Number",
    list: "List", cloze: "Gap", chain: "Chain", gaps: "Chain gap", author: "Your own",
  };
  const CHANGES = {
    new: "New", reworded: "Reworded", moved: "Moved", changed: "Changed", back: "Back",
    unchanged: "Unchanged", retired: "Retired", meaning: "Meaning changed", ambiguous: "Ambiguous",
    kept: "Kept",
  };
  const SIGNS = { "+": ["plus", "+", "leads to"], "-": ["minus", "−", "holds back"], ">": ["next", "›", "then"] };
  const HUES = [212, 158, 36, 332, 268, 96, 14, 186];
  const ROW = 68; // px, as in the sheet
  const named = (names, key) => names[key] || key.charAt(0).toUpperCase() + key.slice(1);
  const count = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
  const bare = (tag) => tag.replace(/^chaincards::/, "");

  // ---- small tools --------------------------------------------------------------------------

  function el(tag, props, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(props || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (key === "style") node.style.cssText = value;
      else if (key === "text") node.textContent = value;
      else node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter((each) => each !== null && each !== undefined && each !== false));
    return node;
  }

  const fill = (node, ...children) => node.replaceChildren(...children.filter((each) => each !== null && each !== undefined && each !== false));

  function svg(tag, props) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(props)) node.setAttribute(key, value);
    return node;
  }

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** A test for texts that hold all words of a search. */
  function seeker(text) {
    const words = fold(text).split(/\s+/).filter(Boolean);
    return words.length ? (folded) => words.every((word) => folded.includes(word)) : null;
  }

  /** A text with the searched words marked, as nodes. */
  function marked(text, search) {
    const words = fold(search).split(/\s+/).filter((word) => word.length > 1);
    const low = fold(text);
    if (!words.length || low.length !== text.length) return [text];
    const on = new Uint8Array(text.length);
    for (const word of words)
      for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1)) on.fill(1, at, at + word.length);
    const parts = [];
    for (let start = 0, end; start < text.length; start = end) {
      end = start;
      while (end < text.length && on[end] === on[start]) end++;
      parts.push(on[start] ? el("mark", { text: text.slice(start, end) }) : text.slice(start, end));
    }
    return parts;
  }

  const say = (text) => { $("live").textContent = text; };
  const hasKeys = (node) => /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName);
  const isNarrow = () => matchMedia("(max-width: 760px)").matches;

  // ---- what the page knows ------------------------------------------------------------------

  const byId = new Map(cards.map((card, at) => [card.id, at]));
  const ofNote = notes.map(() => []);
  cards.forEach((card, at) => { if (card.note >= 0) ofNote[card.note].push(at); });

  /** Colour of each sentence of a note that has cards: neighbours differ. */
  const hues = notes.map((note) => {
    const found = new Map();
    for (const [, , , pieces] of note.text)
      for (const [, fate] of pieces)
        if (fate >= 0 && note.fates[fate][0].length && !found.has(fate)) found.set(fate, HUES[found.size % HUES.length]);
    return found;
  });
  /** For each card the sentences of its own note that it rests on. */
  const restsOn = cards.map(() => []);
  notes.forEach((note, at) => note.fates.forEach(([on], fate) => {
    for (const card of on) if (cards[card].note === at && hues[at].has(fate)) restsOn[card].push(fate);
  }));
  const hueOf = (card) => hues[cards[card].note]?.get(restsOn[card][0]);

  const state = {
    view: "cards", card: 0, shown: false, open: false, phone: false, dark: false,
    hits: cards.map((_, at) => at), note: -1, island: -1,
  };

  // ---- the views ----------------------------------------------------------------------------

  const VIEWS = ["cards", "notes", "map", "import"];
  const drawn = new Set();

  function go(view, keepPlace) {
    // The first look at the notes is at the note of the card that was looked at.
    if (view === "notes" && !drawn.has(view) && !$("reading").firstChild && state.note < 0) state.note = Math.max(0, cards[state.card]?.note ?? 0);
    state.view = view;
    for (const name of VIEWS) $(name).hidden = name !== view;
    for (const button of document.querySelectorAll("[data-view]"))
      button.toggleAttribute("aria-current", button.dataset.view === view);
    document.querySelectorAll("[data-view][aria-current]").forEach((b) => b.setAttribute("aria-current", "page"));
    document.body.dataset.view = view;
    if (!drawn.has(view)) { drawn.add(view); OPEN[view](); }
    else if (view === "cards") drawList();
    if (!keepPlace) remember();
  }

  const OPEN = {
    cards: () => { drawList(); if (state.hits.length) reveal(); showCard(); },
    notes: () => { drawShelf(); if (!$("reading").firstChild) showNote(state.note); },
    map: () => drawMap(),
    import: () => drawReport(),
  };

  /** The place is kept in the address, so that a page that is written anew opens where it was. */
  function remember() {
    const what = { cards: cards[state.card]?.id, notes: notes[state.note]?.path, map: state.island < 0 ? "" : String(state.island), import: "" };
    const place = `#${state.view}/${encodeURIComponent(what[state.view] || "")}`;
    try { history.replaceState(null, "", place); } catch { /* some browsers forbid it for files */ }
  }

  function recall() {
    const [view, rest] = location.hash.slice(1).split("/");
    const what = decodeURIComponent(rest || "");
    if (!VIEWS.includes(view)) return go("cards", true);
    if (byId.has(what)) state.card = byId.get(what);
    if (!state.hits.includes(state.card) && state.hits.length) state.card = state.hits[0];
    if (view === "notes") state.note = Math.max(0, notes.findIndex((note) => note.path === what));
    go(view, true);
    if (view === "map" && what) focusIsland(Number(what));
  }

  // What was chosen stays chosen when the page is loaded anew, as while notes are being edited.
  const STORE = `chaincards ${data.deck}`;
  const CHOSEN = ["search", "by-note", "by-kind", "by-tag"];

  function keep() {
    const { dark, phone, open } = state;
    const change = document.querySelector("#pills [aria-pressed=true]")?.dataset.change || "";
    const kept = { dark, phone, open, change, chosen: CHOSEN.map((id) => $(id).value) };
    try { sessionStorage.setItem(STORE, JSON.stringify(kept)); } catch { /* not for files */ }
  }

  function restore() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(STORE)); } catch { /* not for files */ }
    setTheme(kept ? kept.dark : matchMedia("(prefers-color-scheme: dark)").matches);
    if (!kept) return;
    setWidth(kept.phone);
    state.open = kept.open;
    $("open").setAttribute("aria-pressed", kept.open);
    CHOSEN.forEach((id, at) => { $(id).value = kept.chosen[at]; if ($(id).selectedIndex === -1) $(id).value = ""; });
    pressPill(kept.change);
    if (!document.querySelector("#pills [aria-pressed=true]")) pressPill("");
    state.hits = chosen();
  }

  // ---- the list of cards --------------------------------------------------------------------

  let folded = null;

  /** The cards that the search and the filters leave; says how many. */
  function chosen() {
    const by = { note: $("by-note").value, kind: $("by-kind").value, tag: $("by-tag").value };
    const change = document.querySelector("#pills [aria-pressed=true]")?.dataset.change || "";
    const seek = seeker($("search").value);
    if (seek && !folded)
      folded = cards.map((card) => fold([card.q, card.a, card.said, card.title, card.tags.map(bare).join(" ")].join("\n")));
    const hits = [];
    cards.forEach((card, at) => {
      if (change && card.change !== change) return;
      if (by.note !== "" && card.note !== Number(by.note)) return;
      if (by.kind && card.kind !== by.kind) return;
      if (by.tag && !card.tags.some((tag) => tag === by.tag || tag.startsWith(`${by.tag}::`))) return;
      if (seek && !seek(folded[at])) return;
      hits.push(at);
    });
    const filtered = seek || change || Object.values(by).some((value) => value !== "");
    $("found").textContent = filtered ? `${hits.length.toLocaleString("en")} of ${count(cards.length, "card")}` : count(cards.length, "card");
    $("clear").hidden = !filtered;
    return hits;
  }

  function filter() {
    state.hits = chosen();
    if (!state.hits.includes(state.card) && state.hits.length) { state.card = state.hits[0]; state.shown = false; }
    $("rows").style.height = `${state.hits.length * ROW}px`;
    $("list").scrollTop = Math.max(0, state.hits.indexOf(state.card) * ROW - ROW);
    drawList();
    showCard();
    keep();
  }

  function clearFilters() {
    $("search").value = "";
    for (const id of ["by-note", "by-kind", "by-tag"]) $(id).value = "";
    pressPill("");
    filter();
  }

  function pressPill(change) {
    for (const pill of $("pills").children) pill.setAttribute("aria-pressed", pill.dataset.change === change);
  }

  function drawFilters() {
    const changes = Object.keys(data.changes).filter((kind) => cards.some((card) => card.change === kind));
    const pill = (change, label, n) => el("button", {
      type: "button", "data-change": change, "aria-pressed": String(change === ""), class: change,
      onclick: () => { pressPill(change); filter(); },
    }, label, el("small", { text: n.toLocaleString("en") }));
    $("pills").append(pill("", "All", cards.length));
    if (changes.length > 1)
      for (const change of changes) $("pills").append(pill(change, named(CHANGES, change), cards.filter((card) => card.change === change).length));
    const options = (select, all, pairs) => {
      select.append(el("option", { value: "", text: all }), ...pairs.map(([value, text]) => el("option", { value, text })));
      select.addEventListener("change", filter);
    };
    options($("by-note"), "All notes", notes.map((note, at) => [at, note.title, ofNote[at].length]).filter(([, , n]) => n)
      .map(([at, title, n]) => [String(at), `${title} (${n})`]));
    const tally = (values) => {
      const found = new Map();
      for (const value of values) found.set(value, (found.get(value) || 0) + 1);
      return found;
    };
    const kinds = tally(cards.map((card) => card.kind));
    options($("by-kind"), "All kinds", Object.keys(KINDS).filter((kind) => kinds.has(kind)).map((kind) => [kind, `${KINDS[kind]} (${kinds.get(kind)})`]));
    const tags = tally(cards.flatMap((card) => card.tags));
    options($("by-tag"), "All tags", [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, n]) => [tag, `${bare(tag)} (${n})`]));
    $("by-tag").closest("label").hidden = !tags.size;
  }

  /** Only the rows that are in sight are in the page. */
  function drawList() {
    const list = $("list"), rows = $("rows");
    const search = $("search").value;
    rows.style.height = `${state.hits.length * ROW}px`;
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 6);
    const last = Math.min(state.hits.length, Math.ceil((list.scrollTop + (list.clientHeight || 900)) / ROW) + 6);
    const fresh = [];
    for (let place = first; place < last; place++) {
      const at = state.hits[place], card = cards[at], hue = hueOf(at);
      fresh.push(el("div", {
        class: `row ${card.change}`, role: "option", id: `row-${at}`, "aria-selected": String(at === state.card),
        "aria-setsize": state.hits.length, "aria-posinset": place + 1, "data-at": at,
        style: `top:${place * ROW}px;${hue === undefined ? "" : `--h:${hue}`}`,
      },
        el("span", { class: "words", dir: "auto" }, ...marked(card.q, search)),
        el("span", { class: "meta" }, el("span", { text: named(KINDS, card.kind) }),
          card.change !== "unchanged" && data.counts[card.change] !== cards.length && el("span", { class: `badge ${card.change}`, text: named(CHANGES, card.change) }),
          el("bdi", { class: "title", text: card.title }))));
    }
    rows.replaceChildren(...fresh);
    const current = state.hits.includes(state.card) ? `row-${state.card}` : "";
    if (current && rows.querySelector(`#${current}`)) list.setAttribute("aria-activedescendant", current);
    else list.removeAttribute("aria-activedescendant");
  }

  function reveal() {
    const list = $("list"), top = state.hits.indexOf(state.card) * ROW;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
    drawList();
  }

  // ---- one card -----------------------------------------------------------------------------

  const frame = $("card");

  function frameText() {
    // What Anki's own window gives every card, then the card's sheet. Scripts of a card never run.
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><base target="_blank">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
<style>html{height:100%}body{margin:20px;min-height:100%;box-sizing:border-box;overflow-wrap:break-word}img{max-width:100%;max-height:95vh}a{cursor:pointer}</style>
<style>${data.css.replace(/<\/style/gi, "<\\/style")}</style><title>Card</title></head><body class="card"><div id="qa"></div></body></html>`;
  }

  const backOf = (card) => card.front.slice(0, card.back[0]) + card.back[1];
  const sideOf = (card) => (state.shown || state.open ? backOf(card) : card.front);

  function paint() {
    const inside = frame.contentDocument, card = cards[state.card];
    if (!inside || !inside.getElementById("qa")) return;
    const place = state.hits.indexOf(state.card);
    inside.documentElement.className = state.dark ? "night-mode" : "";
    inside.body.className = card ? `card card${card.no}${state.dark ? " nightMode night_mode" : ""}` : "card";
    inside.getElementById("qa").innerHTML = card && place >= 0 ? sideOf(card) : "";
    for (const image of inside.images) {
      const name = image.getAttribute("src");
      if (data.media[name]) image.src = data.media[name];
      else if (!name.startsWith("data:")) image.replaceWith(inside.createTextNode(`[${image.alt || "image"}]`));
    }
    for (const link of inside.links) link.rel = "noopener noreferrer";
    frame.title = card ? `Card ${place + 1} of ${state.hits.length}, ${state.shown || state.open ? "answer" : "question"}` : "Card";
  }

  function showCard() {
    const card = cards[state.card], place = state.hits.indexOf(state.card), some = card && place >= 0;
    $("device").hidden = !some;
    $("none").hidden = some;
    for (const id of ["flip", "previous", "next"]) $(id).disabled = !some;
    $("differs").hidden = !some || !card.differs.length;
    fill($("where"));
    if (!some) { $("beside").replaceChildren(); return; }
    $("previous").disabled = place === 0;
    $("next").disabled = place === state.hits.length - 1;
    $("flip").textContent = state.shown || state.open ? "Show question" : "Show answer";
    $("flip").disabled = state.open;
    fill($("where"),
      el("b", { text: (place + 1).toLocaleString("en") }), ` of ${state.hits.length.toLocaleString("en")}`,
      el("span", { class: "kind", text: named(KINDS, card.kind) }),
      card.change === "unchanged" ? null : el("span", { class: `badge ${card.change}`, text: named(CHANGES, card.change) }));
    if (card.differs.length) $("differences").replaceChildren(...differences(card));
    paint();
    besideCard(card);
  }

  const differences = (card) => card.differs.map(([what, was, now]) => el("p", { class: "change" },
    el("b", { text: what }), " ", el("del", { dir: "auto", text: was || "nothing" }), " ", el("ins", { dir: "auto", text: now || "nothing" })));

  function turn() {
    if (state.open || !cards.length) return;
    state.shown = !state.shown;
    showCard();
    frame.contentWindow?.scrollTo(0, state.shown ? frame.contentWindow.scrollY : 0);
    const card = cards[state.card];
    say(state.shown ? `Answer: ${card.a}` : `Question: ${card.q}`);
  }

  function select(at, quietly) {
    state.card = at;
    state.shown = false;
    showCard();
    frame.contentWindow?.scrollTo(0, 0);
    reveal();
    if (!quietly) say(cards[at].q);
    remember();
  }

  function step(by) {
    const place = state.hits.indexOf(state.card) + by;
    if (place >= 0 && place < state.hits.length) select(state.hits[place]);
  }

  /** Open a card from another view, whatever the filters are. */
  function openCard(at) {
    if (!state.hits.includes(at)) clearFilters();
    state.shown = false;
    state.card = at;
    go("cards");
    select(at);
    $("flip").focus({ preventScroll: true });
  }

  function setWidth(phone) {
    state.phone = phone;
    $("device").classList.toggle("phone", phone);
    $("phone").setAttribute("aria-pressed", phone);
    $("desk").setAttribute("aria-pressed", !phone);
    keep();
  }

  function setOpen(open) {
    state.open = open;
    $("open").setAttribute("aria-pressed", open);
    showCard();
    keep();
  }

  function setTheme(dark) {
    state.dark = dark;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    $("theme").querySelector(".vh").textContent = dark ? "Light" : "Dark";
    paint();
  }

  function besideCard(card) {
    const beside = $("beside");
    if (card.note < 0 || getComputedStyle(beside).display === "none") { beside.replaceChildren(); return; }
    const note = notes[card.note], mine = new Set(restsOn[state.card]);
    if (beside.dataset.note !== String(card.note) || !beside.firstChild) {
      beside.dataset.note = card.note;
      beside.replaceChildren(
        el("header", {}, el("h2", { dir: "auto", text: note.title }), el("button", { type: "button", class: "quiet", text: "All of this note", onclick: () => { showNote(cards[state.card].note); go("notes"); } })),
        noteText(card.note, (fate) => { const on = note.fates[fate][0]; if (on.length) openCard(on.find((at) => state.hits.includes(at)) ?? on[0]); }));
    }
    light(beside, mine, true);
  }

  /** Light up some sentences of a text that is shown. */
  function light(within, fates, scroll) {
    let first = null;
    for (const piece of within.querySelectorAll("[data-fate]")) {
      const on = fates.has(Number(piece.dataset.fate));
      piece.classList.toggle("lit", on);
      if (on && !first) first = piece;
    }
    if (first && scroll) {
      const box = within.getBoundingClientRect(), at = first.getBoundingClientRect();
      within.scrollTop += at.top - box.top - box.height / 3;
    }
  }

  // ---- the text of a note -------------------------------------------------------------------

  function noteText(at, pick) {
    const note = notes[at];
    const text = el("div", { class: "text", role: "group", "aria-label": "Text of the note. Arrow keys go from sentence to sentence." });
    const HEADS = { heading: 1 };
    for (const [kind, depth, number, pieces] of note.text) {
      const tag = HEADS[kind] ? `h${Math.min(6, Math.max(3, depth + 1))}` : kind === "unread" ? "pre" : "p";
      const block = el(tag, { class: `block ${kind}`, dir: "auto", style: depth && !HEADS[kind] ? `--depth:${depth}` : null, "data-number": kind === "ordered" ? `${number}.` : null, title: kind === "unread" ? "Not read: no prose" : null });
      for (const [words, fate] of pieces) {
        if (fate < 0) { block.append(words); continue; }
        const [on, reason] = note.fates[fate], hue = hues[at].get(fate);
        const why = on.length ? count(on.length, "card") : `No card: ${reason}`;
        block.append(el("span", {
          class: `s ${on.length ? "has" : "hasnt"}`, "data-fate": fate, role: "button", tabindex: -1, title: why,
          "aria-description": why, style: hue === undefined ? null : `--h:${hue}`, text: words,
        }));
      }
      text.append(block);
    }
    text.querySelector("[data-fate]")?.setAttribute("tabindex", 0);
    const choose = (node) => { const piece = node.closest?.("[data-fate]"); if (piece && getSelection().isCollapsed) pick(Number(piece.dataset.fate), piece); };
    text.addEventListener("click", (event) => choose(event.target));
    text.addEventListener("keydown", (event) => {
      const pieces = [...text.querySelectorAll("[data-fate]")], here = pieces.indexOf(document.activeElement);
      const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (here < 0) return;
      if (event.key === "Enter" || event.key === " ") choose(event.target);
      else if (by && pieces[here + by]) {
        pieces[here].tabIndex = -1;
        pieces[here + by].tabIndex = 0;
        pieces[here + by].focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return text;
  }

  function share(at) {
    const fates = notes[at].fates, seen = new Set();
    for (const [, , , pieces] of notes[at].text) for (const [, fate] of pieces) if (fate >= 0) seen.add(fate);
    const has = [...seen].filter((fate) => fates[fate][0].length).length;
    return [has, seen.size];
  }

  // ---- the view of notes --------------------------------------------------------------------

  function drawShelf() {
    const shares = notes.map((_, at) => share(at));
    const [has, all] = shares.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    $("coverage").textContent = `${count(notes.length, "note")}, ${has.toLocaleString("en")} of ${count(all, "sentence")} asked`;
    const texts = notes.map((note) => fold(`${note.title}\n${note.path}\n${note.channel}`));
    const draw = () => {
      const seek = seeker($("note-search").value);
      $("shelf").replaceChildren(...notes.map((note, at) => [note, at]).filter(([, at]) => !seek || seek(texts[at])).map(([note, at]) => {
        const [some, whole] = shares[at];
        return el("button", { type: "button", class: "spine", "data-note": at, "aria-current": at === state.note ? "true" : null, onclick: () => { showNote(at); remember(); } },
          el("span", { class: "words", dir: "auto", text: note.title }),
          el("span", { class: "meta" }, el("span", { text: count(ofNote[at].length, "card") }), el("span", { text: whole ? `${some} of ${whole} sentences` : "no sentences" })),
          el("span", { class: "share", "aria-hidden": "true", style: `--share:${whole ? some / whole : 0}` }));
      }));
    };
    $("note-search").addEventListener("input", draw);
    draw();
  }

  function showNote(at) {
    if (!notes[at]) { $("reading").replaceChildren(el("p", { class: "empty", text: "There is no note." })); return; }
    state.note = at;
    const note = notes[at], [has, all] = share(at);
    for (const spine of $("shelf").children) {
      const on = Number(spine.dataset.note) === at;
      spine.toggleAttribute("aria-current", on);
      if (on) { spine.setAttribute("aria-current", "true"); spine.scrollIntoView?.({ block: "nearest" }); }
    }
    const reasons = new Map();
    for (const [on, reason] of note.fates) if (!on.length && reason) reasons.set(reason, (reasons.get(reason) || 0) + 1);
    fill($("reading"),
      el("header", {},
        el("h2", { dir: "auto", text: note.title }),
        el("p", { class: "path" }, el("bdi", { text: note.path }), note.channel && el("bdi", { text: note.channel })),
        el("ul", { class: "key" },
          el("li", {}, el("span", { class: "s has", style: "--h:212", text: `${has} of ${all}` }), " sentences have cards, each in a colour of its own"),
          all > has && el("li", {}, el("span", { class: "s hasnt", text: String(all - has) }), " were left alone; choose one to see why")),
        reasons.size ? el("details", { class: "why" }, el("summary", { text: "Why they were left alone" }), reasonTable([...reasons].sort((a, b) => b[1] - a[1]))) : null),
      noteText(at, pickSentence));
    $("reading").scrollTop = 0;
    $("note-cards").replaceChildren(
      el("div", { class: "picked", id: "picked", role: "status" }),
      el("h2", { text: `${ofNote[at].length ? count(ofNote[at].length, "card") : "No card"} from this note` }),
      ...ofNote[at].map(miniature));
    $("note-cards").scrollTop = 0;
    $("sheet").hidden = true;
  }

  function miniature(at) {
    const card = cards[at], hue = hueOf(at);
    return el("button", {
      type: "button", class: `mini ${card.change}`, "data-card": at, style: hue === undefined ? null : `--h:${hue}`,
      onclick: () => openCard(at),
      onmouseenter: () => light($("reading"), new Set(restsOn[at]), false),
      onmouseleave: () => light($("reading"), new Set(), false),
    },
      el("span", { class: "words", dir: "auto", text: card.q }),
      el("span", { class: "answer", dir: "auto", text: card.a }),
      el("span", { class: "meta" }, el("span", { text: named(KINDS, card.kind) }), card.change !== "unchanged" && data.counts[card.change] !== cards.length && el("span", { class: `badge ${card.change}`, text: named(CHANGES, card.change) })));
  }

  function pickSentence(fate) {
    const [on, reason] = notes[state.note].fates[fate];
    light($("reading"), new Set([fate]), false);
    for (const mini of $("note-cards").querySelectorAll(".mini")) mini.classList.toggle("lit", on.includes(Number(mini.dataset.card)));
    const why = on.length ? "" : `No card: ${reason}.`;
    $("picked").textContent = why;
    if (isNarrow()) {
      fill($("sheet"), el("button", { type: "button", class: "quiet", text: "Close", onclick: () => { $("sheet").hidden = true; } }), why ? el("p", { text: why }) : null, ...on.map(miniature));
      $("sheet").hidden = false;
      // The sentence stays in sight above the sheet.
      const hidden = $("reading").querySelector(".text .lit").getBoundingClientRect().bottom + 12 - $("sheet").getBoundingClientRect().top;
      if (hidden > 0) $("notes").scrollTop += hidden;
    } else if (on.length) {
      const first = $("note-cards").querySelector(".mini.lit");
      if (first) first.scrollIntoView({ block: "center" });
      else openCard(on[0]);
    } else $("note-cards").scrollTop = 0;
    if (on.length) say(on.map((at) => `${cards[at].q} ${cards[at].a}`).join(". "));
  }

  // ---- the map ------------------------------------------------------------------------------

  const sight = { x: 0, y: 0, z: 1 };
  let extent = [1, 1];

  function drawMap() {
    const land = $("land");
    extent = data.map.reduce(([w, h], { at: [x, y, wide, high] }) => [Math.max(w, x + wide), Math.max(h, y + high)], [1, 1]);
    land.replaceChildren(...data.map.map(drawIsland));
    $("map-found").textContent = data.map.length ? `${count(data.map.length, "group")}, ${count(data.map.reduce((n, { arrows }) => n + arrows.length, 0), "link")}` : "";
    if (!data.map.length) land.replaceChildren(el("p", { class: "empty", text: "No sentences of these notes join to a chain of causes." }));
    const texts = data.map.map((island) => fold([island.title, ...island.boxes.map(([text]) => text)].join("\n")));
    const draw = () => {
      const seek = seeker($("map-search").value);
      $("chains").replaceChildren(...data.map.map((island, at) => [island, at]).filter(([, at]) => !seek || seek(texts[at])).map(([island, at]) =>
        el("button", { type: "button", class: "spine", "data-island": at, onclick: () => focusIsland(at), "aria-current": at === state.island ? "true" : null },
          el("span", { class: "words", dir: "auto", text: ends(island) }),
          el("span", { class: "meta" }, el("span", { text: count(island.arrows.length, "link") }), el("span", { text: count(cardsOf(island).length, "card") }), el("bdi", { class: "title", text: island.title })))));
    };
    $("map-search").addEventListener("input", draw);
    draw();
    seeAll();
    // What cannot be read at a glance opens where it begins.
    if (sight.z < 0.5) { Object.assign(sight, { x: 24, y: 12, z: 0.62 }); place(); }
  }

  const cardsOf = (island) => [...new Set(island.arrows.flatMap((arrow) => arrow.cards))];

  /** Where an island begins and ends. */
  function ends(island) {
    const starts = new Set(island.arrows.map(({ ends: [a] }) => a)), stops = new Set(island.arrows.map(({ ends: [, b] }) => b));
    const first = island.boxes.find((_, at) => !stops.has(at)) || island.boxes[0];
    const last = [...island.boxes].sort((a, b) => b[2] - a[2]).find((box) => !starts.has(island.boxes.indexOf(box))) || island.boxes.at(-1);
    return `${first[0]} → ${last[0]}`;
  }

  function curve(way) {
    let path = `M${way[0]}`;
    for (let at = 1; at < way.length; at++) {
      const [x0, y0] = way[at - 1], [x1, y1] = way[at];
      const bend = Math.max(18, Math.abs(y1 - y0) / 2) * Math.sign(y1 - y0 || 1);
      path += x0 === x1 ? `L${x1},${y1}` : `C${x0},${y0 + bend} ${x1},${y1 - bend} ${x1},${y1}`;
    }
    return path;
  }

  function drawIsland(island, number) {
    const [x, y, wide, high] = island.at;
    const lines = svg("svg", { width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, "aria-hidden": "true", class: "lines" });
    island.arrows.forEach((arrow, at) => {
      const [name, sign] = SIGNS[arrow.sign];
      const [bx, by] = arrow.way.at(-1), [ax, ay] = arrow.way.at(-2);
      const down = by >= ay ? 1 : -1;
      const trimmed = [...arrow.way.slice(0, -1), [bx, by - 7 * down]];
      const group = svg("g", { class: `arrow ${name}`, "data-arrow": at });
      const path = curve(trimmed);
      group.append(svg("path", { class: "touch", d: path }), svg("path", { class: "line", d: path }),
        svg("path", { class: "tip", d: `M${bx - 5},${by - 8 * down}L${bx},${by - down}L${bx + 5},${by - 8 * down}z` }));
      const cx = arrow.way.length === 2 ? (ax + bx) / 2 : (arrow.way[0][0] + arrow.way[1][0]) / 2;
      const cy = arrow.way.length === 2 ? (ay + by) / 2 : (arrow.way[0][1] + arrow.way[1][1]) / 2;
      const label = svg("text", { x: cx, y: cy + 4.5, "text-anchor": "middle" });
      label.textContent = sign;
      group.append(svg("circle", { cx, cy, r: 9 }), label);
      group.addEventListener("click", () => chooseArrow(number, at));
      lines.append(group);
    });
    return el("div", { class: "island", role: "group", "aria-label": `Chain of ${island.title}`, "data-island": number, style: `left:${x}px;top:${y}px;width:${wide}px;height:${high}px` },
      el("div", { class: "caption", dir: "auto", text: island.title, title: island.title, "aria-hidden": "true" }),
      lines,
      ...island.boxes.map(([text, left, top, height], at) => el("button", {
        type: "button", class: "box", tabindex: -1, dir: "auto", "data-box": at, title: text,
        style: `left:${left}px;top:${top}px;height:${height}px`, onclick: () => chooseBox(number, at),
      }, el("span", { text }))));
  }

  function place() {
    $("land").style.transform = `translate(${sight.x}px,${sight.y}px) scale(${sight.z})`;
    $("land").style.setProperty("--k", Math.min(2.6, Math.max(1, 0.72 / sight.z)));
    $("sea").style.backgroundPosition = `${sight.x}px ${sight.y}px`;
  }

  function see(x, y, wide, high, most) {
    const sea = $("sea"), room = { w: sea.clientWidth, h: sea.clientHeight };
    const aside = !$("detail").hidden && !isNarrow() ? $("detail").offsetWidth + 24 : 0;
    const below = !$("detail").hidden && isNarrow() ? $("detail").offsetHeight : 0;
    const free = { w: room.w - aside, h: room.h - below };
    const foot = isNarrow() && below ? 0 : 52; // the legend and the buttons
    sight.z = Math.min(most, Math.max(0.08, Math.min((free.w - 56) / wide, (free.h - foot - 40) / high)));
    sight.x = (free.w - wide * sight.z) / 2 - x * sight.z;
    sight.y = (free.h - foot - high * sight.z) / 2 - y * sight.z;
    place();
  }

  const seeAll = () => see(0, 0, ...extent, 1);

  function zoom(by, px, py) {
    const sea = $("sea");
    const x = px ?? sea.clientWidth / 2, y = py ?? sea.clientHeight / 2;
    const z = Math.min(2.5, Math.max(0.08, sight.z * by));
    sight.x = x - (x - sight.x) * (z / sight.z);
    sight.y = y - (y - sight.y) * (z / sight.z);
    sight.z = z;
    place();
  }

  function focusIsland(number) {
    const island = data.map[number];
    if (!island) return;
    markIsland(number);
    detail(island, island.title, ends(island), island.arrows.map((_, at) => at));
    lightWay(number, null);
    const [x, y, wide, high] = island.at;
    see(x, y - 34, wide, high + 34, 1.15);
    remember();
  }

  function markIsland(number) {
    state.island = number;
    $("land").classList.toggle("focused", number >= 0);
    for (const node of $("land").children) {
      const on = Number(node.dataset.island) === number;
      node.classList.toggle("on", on);
      for (const box of node.querySelectorAll(".box")) box.tabIndex = on ? 0 : -1;
    }
    for (const spine of $("chains").children) {
      const on = Number(spine.dataset.island) === number;
      spine.toggleAttribute("aria-current", on);
      if (on) { spine.setAttribute("aria-current", "true"); spine.scrollIntoView({ block: "nearest" }); }
    }
  }

  function leaveIsland() {
    markIsland(-1);
    $("detail").hidden = true;
    lightWay(-1, null);
    remember();
  }

  function chooseBox(number, box) {
    const island = data.map[number];
    markIsland(number);
    const way = wayThrough(island, box);
    lightWay(number, way, box);
    detail(island, island.title, island.boxes[box][0], way.length ? way : island.arrows.map((_, at) => at));
    bringToSight($("land").children[number].querySelectorAll(".box")[box]);
    remember();
  }

  function chooseArrow(number, at) {
    const island = data.map[number];
    markIsland(number);
    lightWay(number, [at]);
    detail(island, island.title, "", [at]);
    bringToSight($("land").children[number].querySelector(`.arrow[data-arrow="${at}"]`));
  }

  /** Move the map so that what was chosen is not below the sheet that tells of it. */
  function bringToSight(node) {
    $("sea").scrollTo(0, 0);
    const sea = $("sea").getBoundingClientRect(), sheet = $("detail").getBoundingClientRect();
    const it = node.getBoundingClientRect(), gap = 12;
    const right = isNarrow() ? sea.right : sheet.left, bottom = isNarrow() ? sheet.top : sea.bottom;
    const shift = (low, high, first, last) => (high > last - gap ? last - gap - high : low < first + gap ? first + gap - low : 0);
    sight.x += shift(it.left, it.right, sea.left, right);
    sight.y += shift(it.top, it.bottom, sea.top, bottom);
    place();
  }

  /** All links that lead to a box and from it. */
  function wayThrough(island, box) {
    const walk = (from, to) => {
      const found = new Set(), open = [box];
      while (open.length) {
        const here = open.pop();
        island.arrows.forEach((arrow, at) => { if (arrow.ends[from] === here && !found.has(at)) { found.add(at); open.push(arrow.ends[to]); } });
      }
      return found;
    };
    const all = new Set([...walk(1, 0), ...walk(0, 1)]);
    return island.arrows.map((_, at) => at).filter((at) => all.has(at));
  }

  function lightWay(number, way, box) {
    for (const node of $("land").querySelectorAll(".lit, .dim")) node.classList.remove("lit", "dim");
    for (const node of $("land").querySelectorAll(".box[aria-pressed]")) node.removeAttribute("aria-pressed");
    if (number < 0 || !way) return;
    const island = data.map[number], node = $("land").children[number];
    const touched = new Set(way.flatMap((at) => island.arrows[at].ends));
    for (const arrow of node.querySelectorAll(".arrow")) arrow.classList.add(way.includes(Number(arrow.dataset.arrow)) ? "lit" : "dim");
    for (const each of node.querySelectorAll(".box")) each.classList.add(touched.has(Number(each.dataset.box)) ? "lit" : "dim");
    if (box !== undefined) node.querySelectorAll(".box")[box].setAttribute("aria-pressed", "true");
  }

  function detail(island, over, title, way) {
    const found = [...new Set(way.flatMap((at) => island.arrows[at].cards))];
    fill($("detail"),
      el("header", {}, el("p", { class: "over", dir: "auto", text: over }), el("button", { type: "button", class: "quiet", text: "Close", onclick: () => { leaveIsland(); $("sea").focus(); } })),
      title ? el("h2", { dir: "auto", text: title }) : null,
      el("ol", { class: "links" }, ...way.map((at) => {
        const arrow = island.arrows[at], [name, sign, words] = SIGNS[arrow.sign], [a, b] = arrow.ends;
        return el("li", {},
          el("p", { class: "link", dir: "auto" }, island.boxes[a][0], " ", el("b", { class: `sign ${name}`, title: words, "aria-hidden": "true", text: sign }), el("span", { class: "vh", text: ` ${words} ` }), " ", island.boxes[b][0]),
          el("blockquote", { dir: "auto", text: arrow.said }),
          /^https?:/.test(arrow.url) ? el("a", { href: arrow.url, target: "_blank", rel: "noopener noreferrer", text: arrow.clock ? `▶ ${arrow.clock}` : "▶ source" }) : null,
          el("button", { type: "button", class: "quiet", text: "In its note", onclick: () => { showNote(arrow.note); go("notes"); lightQuote(arrow); } }));
      })),
      el("h3", { text: found.length ? count(found.length, "card") : "No card rests on it" }),
      ...found.map(miniature));
    $("detail").hidden = false;
    $("detail").scrollTop = 0;
  }

  function lightQuote(arrow) {
    const note = notes[arrow.note], start = arrow.said.slice(0, 40);
    const fate = note.fates.findIndex((_, at) => note.text.some(([, , , pieces]) => pieces.some(([words, owner]) => owner === at && words.startsWith(start))));
    if (fate >= 0) light($("reading"), new Set([fate]), true);
  }

  function moveMap(sea) {
    const touches = new Map();
    let moved = 0, spread = 0;
    sea.addEventListener("wheel", (event) => {
      event.preventDefault();
      const box = sea.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    sea.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      touches.set(event.pointerId, [event.clientX, event.clientY]);
      moved = 0;
      spread = 0;
    });
    window.addEventListener("pointermove", (event) => {
      const last = touches.get(event.pointerId);
      if (!last) return;
      const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
      touches.set(event.pointerId, [event.clientX, event.clientY]);
      moved += Math.abs(dx) + Math.abs(dy);
      sight.x += dx / touches.size;
      sight.y += dy / touches.size;
      if (touches.size === 2) {
        const [[ax, ay], [bx, by]] = [...touches.values()], box = sea.getBoundingClientRect();
        const now = Math.hypot(ax - bx, ay - by);
        if (spread) zoom(now / spread, (ax + bx) / 2 - box.left, (ay + by) / 2 - box.top);
        spread = now;
      }
      place();
    });
    for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, (event) => { touches.delete(event.pointerId); spread = 0; });
    // A drag that ends on a box chooses nothing.
    sea.addEventListener("click", (event) => { if (moved > 6) { event.stopPropagation(); event.preventDefault(); moved = 0; } }, true);
    sea.addEventListener("click", (event) => { if (event.target === sea || event.target === $("land")) leaveIsland(); });
    sea.addEventListener("dblclick", (event) => { const box = sea.getBoundingClientRect(); zoom(1.6, event.clientX - box.left, event.clientY - box.top); });
    // Focus must not scroll the sea: the land is moved instead.
    sea.addEventListener("scroll", () => { sea.scrollTop = 0; sea.scrollLeft = 0; });
    sea.addEventListener("focusin", (event) => {
      const box = event.target.closest(".box");
      if (!box || !box.matches(":focus-visible")) return;
      const at = box.getBoundingClientRect(), view = sea.getBoundingClientRect();
      if (at.left < view.left || at.right > view.right) sight.x += view.left + view.width / 2 - (at.left + at.width / 2);
      if (at.top < view.top || at.bottom > view.bottom) sight.y += view.top + view.height / 2 - (at.top + at.height / 2);
      place();
    });
    sea.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (by) { sight.x += by[0]; sight.y += by[1]; place(); }
      else if (event.key === "+" || event.key === "=") zoom(1.25);
      else if (event.key === "-") zoom(0.8);
      else if (event.key === "0") seeAll();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    $("closer").addEventListener("click", () => zoom(1.3));
    $("farther").addEventListener("click", () => zoom(1 / 1.3));
    $("whole").addEventListener("click", () => { leaveIsland(); seeAll(); });
  }

  // ---- the report ---------------------------------------------------------------------------

  const reasonTable = (pairs) => el("table", { class: "reasons" }, el("tbody", {}, ...pairs.map(([reason, n]) =>
    el("tr", {}, el("td", { class: "n", text: n.toLocaleString("en") }), el("td", { text: reason })))));

  function drawReport() {
    const told = Object.keys(data.changes).filter((kind) => data.counts[kind]);
    const tiles = told.map((kind) => el("button", { type: "button", class: `tile ${kind}`, onclick: () => { clearFilters(); pressPill(kind); filter(); go("cards"); } },
      el("b", { text: data.counts[kind].toLocaleString("en") }), el("span", { text: named(CHANGES, kind) })));
    const report = $("report");
    fill(report,
      el("h2", { text: "Before you import" }),
      el("p", { class: "lead", text: data.pace ? `${data.pace}.` : "There is nothing to learn yet." }),
      data.stops ? el("div", { class: "stops", role: "alert" }, el("b", { text: "A build would stop here" }), el("pre", { text: data.stops })) : null,
      el("div", { class: "tiles" }, ...tiles));
    for (const kind of told.filter((each) => each !== "unchanged")) report.append(changeList(kind));
    if (data.dropped.length) report.append(part(`Dropped by you: ${count(data.dropped.length, "card")}`, "dropped", data.dropped.map((text) => el("p", { class: "line", dir: "auto", text })), true));
    if (data.problems.length)
      report.append(part(`${count(data.problems.length, "warning")}`, "problems", data.problems.map((problem) => el("pre", { class: "problem", dir: "auto", text: problem })), true));
    if (data.skipped.length) report.append(part("Sentences left alone, and why", "skipped", [reasonTable(data.skipped)], true));
    if (data.refused.length) report.append(part("Questions that were not asked, and why", "refused", [reasonTable(data.refused)], false));
  }

  const part = (title, name, children, open) => el("details", { class: `part ${name}`, open }, el("summary", {}, el("h3", { text: title })), ...children);

  function changeList(kind) {
    const own = cards.map((card, at) => [card, at]).filter(([card]) => card.change === kind);
    const rows = own.map(([card, at]) => () => el("li", {}, el("button", { type: "button", class: "line", onclick: () => openCard(at) },
      el("span", { class: "words", dir: "auto", text: card.q }), el("bdi", { class: "title", text: card.title })), ...differences(card)));
    const list = el("ul", { class: "lines" });
    const more = el("button", { type: "button", class: "quiet" });
    const FEW = 8, MANY = 100;
    let shown = 0;
    const grow = (by) => {
      list.append(...rows.slice(shown, shown + by).map((row) => row()));
      shown = Math.min(rows.length, shown + by);
      more.hidden = shown >= rows.length;
      more.textContent = `Show ${Math.min(MANY, rows.length - shown)} more of ${(rows.length - shown).toLocaleString("en")}`;
    };
    more.addEventListener("click", () => grow(MANY));
    grow(FEW);
    return el("section", { class: `part ${kind}` }, el("h3", {}, el("span", { class: `badge ${kind}`, text: named(CHANGES, kind) }), " ", count(rows.length, "card")), list, more);
  }

  // ---- keys, taps, and the start ------------------------------------------------------------

  function onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
    const typing = hasKeys(event.target);
    if (event.key === "Escape") {
      if (typing && event.target.value && event.target.type === "search") return;
      if (typing || event.target.closest?.("#finder")) $("flip").focus();
      document.body.classList.remove("listing");
      if (state.view === "map" && state.island >= 0) { leaveIsland(); $("sea").focus(); }
      $("sheet").hidden = true;
      return;
    }
    if (typing) {
      // Without preventDefault the key would press the button that it leads to.
      if (event.target.id === "search" && event.key === "Enter") { document.body.classList.remove("listing"); $("flip").focus(); event.preventDefault(); }
      if (event.target.id === "search" && event.key === "ArrowDown") { $("list").focus(); event.preventDefault(); }
      return;
    }
    const onButton = event.target.closest?.("button, a, summary, select, [role=button]");
    const act = {
      t: () => { setTheme(!state.dark); keep(); }, "?": () => $("keys").showModal(),
      1: () => go("cards"), 2: () => go("notes"), 3: () => go("map"), 4: () => go("import"),
      "/": () => { const box = { cards: "search", notes: "note-search", map: "map-search" }[state.view]; if (box) { if (box === "search") document.body.classList.toggle("listing", isNarrow()); $(box).focus(); } },
    }[event.key] || (state.view === "cards" && {
      " ": onButton ? null : turn, Enter: onButton ? null : turn, ArrowRight: () => step(1), ArrowLeft: () => step(-1),
      j: () => step(1), k: () => step(-1), w: () => setWidth(!state.phone), a: () => setOpen(!state.open),
      n: () => { if (cards[state.card]?.note >= 0) { showNote(cards[state.card].note); go("notes"); light($("reading"), new Set(restsOn[state.card]), true); } },
    }[event.key]);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function onListKey(event) {
    const page = Math.max(1, Math.floor($("list").clientHeight / ROW) - 1);
    const place = state.hits.indexOf(state.card);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + page, PageUp: place - page, Home: 0, End: state.hits.length - 1 }[event.key];
    if (to === undefined || !state.hits.length) return;
    event.preventDefault();
    event.stopPropagation();
    select(state.hits[Math.min(state.hits.length - 1, Math.max(0, to))], true);
  }

  function watchFrame() {
    const inside = frame.contentDocument;
    let start = null;
    inside.addEventListener("keydown", onKey);
    inside.addEventListener("click", (event) => {
      if (!event.target.closest("a, button, summary, input") && inside.getSelection().isCollapsed) turn();
    });
    inside.addEventListener("touchstart", (event) => { start = [event.touches[0].clientX, event.touches[0].clientY]; }, { passive: true });
    inside.addEventListener("touchend", (event) => {
      if (!start) return;
      const dx = event.changedTouches[0].clientX - start[0], dy = event.changedTouches[0].clientY - start[1];
      if (Math.abs(dx) > 70 && Math.abs(dx) > 2 * Math.abs(dy)) step(dx < 0 ? 1 : -1);
      start = null;
    }, { passive: true });
    paint();
  }

  function listen() {
    document.addEventListener("keydown", onKey);
    $("list").addEventListener("keydown", onListKey);
    let waiting = false;
    $("list").addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; drawList(); });
    });
    $("rows").addEventListener("click", (event) => {
      const row = event.target.closest("[data-at]");
      if (!row) return;
      document.body.classList.remove("listing");
      select(Number(row.dataset.at), true);
    });
    $("search").addEventListener("input", filter);
    $("clear").addEventListener("click", () => { clearFilters(); $("search").focus(); });
    $("clear-too").addEventListener("click", () => { clearFilters(); $("search").focus(); });
    $("flip").addEventListener("click", turn);
    $("next").addEventListener("click", () => step(1));
    $("previous").addEventListener("click", () => step(-1));
    $("desk").addEventListener("click", () => setWidth(false));
    $("phone").addEventListener("click", () => setWidth(true));
    $("open").addEventListener("click", () => setOpen(!state.open));
    $("theme").addEventListener("click", () => { setTheme(!state.dark); keep(); });
    $("help").addEventListener("click", () => $("keys").showModal());
    $("open-list").addEventListener("click", () => { document.body.classList.add("listing"); drawList(); $("search").focus(); });
    $("close-list").addEventListener("click", () => { document.body.classList.remove("listing"); $("flip").focus(); });
    for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => go(button.dataset.view));
    window.addEventListener("hashchange", recall);
    window.addEventListener("resize", () => { if (state.view === "cards") { drawList(); if (cards[state.card]) besideCard(cards[state.card]); } });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => setTheme(event.matches));
    moveMap($("sea"));
  }

  $("pace").textContent = data.pace;
  drawFilters();
  $("found").textContent = count(cards.length, "card");
  restore();
  listen();
  frame.addEventListener("load", watchFrame);
  frame.srcdoc = frameText();
  $("loading").remove();
  recall();
  document.documentElement.dataset.ready = "yes";
})();
