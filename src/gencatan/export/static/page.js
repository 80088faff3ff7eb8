// Claims and their words ------------------------------------------------------------------------------------------
// The evidence page and the list of reports: lights claims and their words, filters.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const beside = matchMedia("(min-width: 64rem)");  // the claims stand beside the text, not below it
const article = one("#article");
const claims = all(".claim");
const claimOf = (number) => document.getElementById("c" + number);
const marks = new Map();
const slots = new Map();
const put = (map, key, value) => { map.has(key) ? map.get(key).push(value) : map.set(key, [value]); };
if (article) {
  all("[data-c]", article).forEach((e) => e.dataset.c.split(" ").forEach((n) => put(marks, n, e)));
  all("[data-s]", article).forEach((e) => {
    const named = (e.dataset.n || "").split(" ");
    e.dataset.s.split(" ").forEach((pair) => {
      const [number, slot] = pair.split(":");
      put(slots, number, [e, slot, named.includes(pair)]);
    });
  });
}
let lit = null;
let held = null;
const label = (number) => (slots.get(number) || []).forEach(([e, slot, named]) => {
  e.classList.add("slot");
  if (named) e.dataset.label = e.dataset.label && e.dataset.lit === number && !e.dataset.label.includes(say("slot." + slot))
    ? e.dataset.label + " · " + say("slot." + slot) : say("slot." + slot);
  e.dataset.lit = number;
});
const light = (number) => {
  if (lit === number) return;
  if (lit) {
    (marks.get(lit) || []).forEach((e) => e.classList.remove("on"));
    (slots.get(lit) || []).forEach(([e]) => { e.classList.remove("slot"); delete e.dataset.label; delete e.dataset.lit; });
    claimOf(lit).classList.remove("on");
    all(".spot.on").forEach((e) => e.classList.remove("on"));
  }
  lit = number;
  if (!number) { where(); return; }
  (marks.get(number) || []).forEach((e) => e.classList.add("on"));
  claimOf(number).classList.add("on");
  all(".spot").forEach((e) => e.classList.toggle("on", e.dataset.refs.split(" ").includes(number)));
  label(number);
  where();
};
const cue = one("#cue");
const where = () => {  // other marks fade while the lit claim's words are seen; where they are not, a cue says where
  const data = lit && claimOf(lit).dataset;
  const boxes = (marks.get(lit) || []).map((e) => e.getBoundingClientRect());
  const seen = boxes.some((box) => box.bottom > 0 && box.top < innerHeight);
  article.className = lit && seen ? `lit k-${data.kind} s-${data.status}` : "";
  cue.hidden = !boxes.length || seen || !beside.matches;
  if (cue.hidden) return;
  cue.className = boxes[0].top < 0 ? "up" : "down";
  cue.textContent = say(boxes[0].top < 0 ? "page.above" : "page.below");
};
const hold = (number) => {
  if (held) claimOf(held).classList.remove("held");
  held = number;
  if (number) claimOf(number).classList.add("held");
  else fold(false);
  light(number);
};
const numberOf = (claim) => claim.id.slice(1);
const visible = (number) => !claimOf(number).hidden;
const scroll = (element, block = "center") =>
  element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
const list = one("#claims");
const inList = (number) => {  // the list scrolls by itself beside the text; never the page under the pointer
  if (!list || list.scrollHeight <= list.clientHeight + 1) return;
  const box = claimOf(number).getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (box.top < frame.top + 180 || box.bottom > frame.bottom)
    list.scrollTo({ top: list.scrollTop + box.top - frame.top - frame.height / 3, behavior: calm.matches ? "auto" : "smooth" });
};
const TREMOR = 8;  // pixels
const wordsOf = (number) => (marks.get(number) || [])[0];
const under = (event) => event.target.closest ? event.target : event.target.parentElement;
const numberAt = (element) => {
  const mark = element.closest("#article [data-c]");
  if (mark) return mark.dataset.c.split(" ").find(visible) ?? null;
  const ref = element.closest("[data-ref]");
  if (ref) return ref.dataset.ref;
  const spot = element.closest(".spot");
  if (spot) return spot.dataset.refs.split(" ").find(visible) ?? null;
  const claim = element.closest(".claim");
  return claim ? numberOf(claim) : null;
};

// On a phone the list is far below: the claim of the words that were picked comes up beside them.
const sheet = one("#sheet");
let origin = null;
let several = [];
const card = () => {
  const claim = claimOf(held);
  sheet.className = "k-" + claim.dataset.kind + " s-" + claim.dataset.status;
  one("#card").replaceChildren(...all(".head, .meta", claim).map((e) => e.cloneNode(true)));
  const link = one("#card .go");
  const head = document.createElement("span");
  head.append(...link.childNodes);
  link.replaceWith(head);
  one("#in-list").href = "#c" + held;
  one("#next-claim").hidden = several.length < 2;
  one("#next-claim").textContent = `${several.indexOf(held) + 1} / ${several.length} ›`;
};
const show = (mark, numbers) => {
  origin = mark;
  several = numbers;
  card();
  sheet.hidden = false;
  sheet.focus({ preventScroll: true });
  uncover();
};
const uncover = () => {  // all words of the claim above the sheet, or as many as fit from the first on
  const boxes = (marks.get(held) || []).map((e) => e.getBoundingClientRect());
  if (!boxes.length) return;
  const over = Math.max(...boxes.map((box) => box.bottom)) - (innerHeight - sheet.offsetHeight - 16);
  const top = Math.min(over, boxes[0].top - 40);
  if (top > 0) scrollBy({ top, behavior: calm.matches ? "auto" : "smooth" });
};
const fold = (back) => {
  if (!sheet || sheet.hidden) return false;
  sheet.hidden = true;
  if (back) origin.focus({ preventScroll: true });
  return true;
};
if (sheet) {
  one("#close-sheet").addEventListener("click", () => fold(true));
  one("#next-claim").addEventListener("click", () => {
    hold(several[(several.indexOf(held) + 1) % several.length]);
    card();
    uncover();
  });
  one("#in-list").addEventListener("click", (event) => {
    event.preventDefault();
    fold(false);
    scroll(claimOf(held), "start");
    one("a.go", claimOf(held)).focus({ preventScroll: true });
  });
  beside.addEventListener("change", () => fold(false));
}

if (article) {
  const over = (event) => {
    const number = numberAt(under(event));
    light(number ?? held);
    if (number && under(event).closest("#article, #dates, #places")) inList(number);
  };
  // What scrolls under a resting mouse is not pointed at: only a mouse that moves lights, after a click one that leaves.
  let rest = null;
  let last = null;
  document.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    if (rest && Math.hypot(event.clientX - rest[0], event.clientY - rest[1]) < TREMOR) return;
    rest = null;
    if (event.target === last) return;
    last = event.target;
    over(event);
  });
  document.addEventListener("focusin", (event) => { if (!event.target.closest("#sheet")) over(event); });
  addEventListener("scroll", () => { if (lit) where(); }, { passive: true });
  addEventListener("resize", where);
  spoken.push(() => {
    all("[data-k]").forEach((e) => { e.dataset.tag = e.dataset.k.split(" ").map((k) => say("code." + k)).join(" "); });
    if (lit) label(lit);
    where();
  });
  document.addEventListener("click", (event) => {
    rest = [event.clientX, event.clientY];
    last = null;
    const element = under(event);
    const mark = element.closest("#article [data-c]");
    const go = element.closest("a.go");
    const other = element.closest("[data-ref], .spot");
    const byKey = event.detail === 0;
    if (mark) {
      const open = mark.dataset.c.split(" ").filter(visible);
      if (!open.length) return;
      event.preventDefault();
      const next = open[(open.indexOf(held) + 1) % open.length];  // words of several claims: the next at each click
      hold(next);
      if (!beside.matches) { show(mark, open); return; }
      one("a.go", claimOf(next)).focus({ preventScroll: true });
      scroll(claimOf(next), "nearest");
    } else if (go || element.closest(".back")) {
      const number = numberOf(element.closest(".claim"));
      hold(number);
      const target = wordsOf(number);
      if (!target) return;
      event.preventDefault();
      if ((byKey || !go) && target.matches("a")) target.focus({ preventScroll: true });
      hold(number);
      scroll(target);
    } else if (other) {
      const number = numberAt(element);
      if (!number) return;
      event.preventDefault();
      if (!visible(number)) clear();
      hold(number);
      one("a.go", claimOf(number)).focus({ preventScroll: true });
      scroll(claimOf(number), "nearest");
    }
  });
  all(".codes").forEach((panel) => panel.addEventListener("toggle", () => {
    const place = one(".plant", panel);
    const grown = place && document.getElementById(place.dataset.tree);
    if (grown && one("a", place)) place.replaceWith(one(".wide", grown).cloneNode(true));
  }));
  const goTo = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.matches(".claim")) hold(numberOf(target));
    for (let e = target; e; e = e.parentElement) if (e.matches("details")) e.open = true;
    if (target && target.matches("details")) scroll(target);
  };
  addEventListener("beforeprint", () => { fold(false); hold(null); });  // paper shows all claims alike
  addEventListener("hashchange", goTo);
  goTo();
}

// Filters ---------------------------------------------------------------------------------------------------------
const items = claims.length ? claims : all(".report");
const find = one("#find");
const chips = all(".chip");
const selects = [["#by-status", "status"], ["#by-source", "source"], ["#by-language", "language"]]
  .map(([id, name]) => [one(id), name]).filter(([select]) => select);
const texts = new Map();
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const textOf = (item) => {
  if (!texts.has(item)) texts.set(item, plain(all(".head, .meta, blockquote, h3, .facts", item).map((e) => e.textContent).join(" ")));
  return texts.get(item);
};
const kindsOf = (item) => (item.dataset.kinds ?? item.dataset.kind).split(" ");
const apply = () => {
  const kinds = chips.filter((c) => c.getAttribute("aria-pressed") === "true").map((c) => c.dataset.kind);
  const wanted = plain(find.value).split(/\s+/).filter(Boolean);
  const chosen = selects.filter(([select]) => select.value !== "");
  let left = 0;
  items.forEach((item) => {
    const fits = (!kinds.length || kindsOf(item).some((k) => kinds.includes(k)))
      && chosen.every(([select, name]) => item.dataset[name] === select.value)
      && (!wanted.length || wanted.every((w) => textOf(item).includes(w)));
    item.hidden = !fits;
    left += fits;
  });
  all(".group").forEach((group) => { group.hidden = !all(".claim", group).some((claim) => !claim.hidden); });
  all("#article [data-c]").forEach((e) => e.classList.toggle("off", !e.dataset.c.split(" ").some(visible)));
  const live = one(".live [data-t]");
  live.dataset.a = "#" + left + "|#" + items.length;
  word(live);
  one("#none").hidden = left > 0;
  one("#clear").hidden = !(kinds.length || wanted.length || chosen.length);
  if (held && !visible(held)) hold(null);
};
const clear = () => {
  find.value = "";
  chips.forEach((c) => c.setAttribute("aria-pressed", "false"));
  selects.forEach(([select]) => { select.value = ""; });
  apply();
};
if (find) {
  find.addEventListener("input", apply);
  selects.forEach(([select]) => select.addEventListener("change", apply));
  chips.forEach((c) => c.addEventListener("click", () => {
    c.setAttribute("aria-pressed", String(c.getAttribute("aria-pressed") !== "true"));
    apply();
  }));
  one("#clear").addEventListener("click", () => { clear(); find.focus(); });
  one("#filters").addEventListener("submit", (event) => event.preventDefault());
}

// Keys ------------------------------------------------------------------------------------------------------------
const links = () => items.filter((item) => !item.hidden).map((item) => one("a.go, h3 a", item));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (document.activeElement === find && find.value) { find.value = ""; apply(); }
    else if (fold(true)) return;
    else if (article) { hold(null); document.activeElement?.blur(); }
    return;
  }
  const step = { j: 1, k: -1 }[event.key];
  if (!step || event.target.matches("input, select, textarea")) return;
  const open = links();
  if (!open.length) return;
  const here = document.activeElement.closest(".claim, .report") ?? (held && claimOf(held));
  const at = open.findIndex((link) => here && here.contains(link));
  const next = open[at < 0 ? (step > 0 ? 0 : open.length - 1) : Math.min(open.length - 1, Math.max(0, at + step))];
  next.focus({ preventScroll: true });
  const claim = next.closest(".claim, .report");
  scroll(claim, "nearest");
  if (!article) return;
  hold(numberOf(claim));
  const target = wordsOf(held);
  const seen = target && target.getBoundingClientRect();
  if (beside.matches && seen && (seen.top < 0 || seen.bottom > innerHeight)) scroll(target);
});
