// The evidence page and the list of reports: lights claims and their words, filters, changes language and theme.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const tables = JSON.parse(one("#strings").textContent);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  root.classList.add("js");

  // Words -----------------------------------------------------------------------------------------------------------
  const fill = (part) => {
    if (part[0] === "@") return say(part.slice(1));
    if (part[0] !== "#") return part;
    return part.slice(1).replace(/\B(?=(\d{3})+$)/g, say("number.group"));
  };
  const say = (key, given = "") => {
    const parts = given.split("|");
    return (tables[root.lang][key] ?? key).replace(/\{(\d)\}/g, (_, place) => fill(parts[place]));
  };
  const word = (element) => { element.textContent = say(element.dataset.t, element.dataset.a); };
  const speak = (code) => {
    root.lang = code;
    all("[data-t]").forEach(word);
    all("[data-l]").forEach((e) => e.setAttribute("aria-label", say(e.dataset.l)));
    all("[data-p]").forEach((e) => e.setAttribute("placeholder", say(e.dataset.p)));
    all("[data-en]").forEach((e) => { e.textContent = e.dataset[code]; });
    all("[data-k]").forEach((e) => { e.dataset.tag = e.dataset.k.split(" ").map((k) => say("code." + k)).join(" "); });
    const other = code === "en" ? "id" : "en";
    one("#switch").lang = other;
  };
  one("#switch").lang = root.lang === "en" ? "id" : "en";
  one("#switch").addEventListener("click", () => {
    speak(root.lang === "en" ? "id" : "en");
    if (lit) label(lit);
  });
  one("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  // Claims and their words ------------------------------------------------------------------------------------------
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
    article.className = number ? "lit k-" + claimOf(number).dataset.kind : "";
    if (!number) return;
    (marks.get(number) || []).forEach((e) => e.classList.add("on"));
    claimOf(number).classList.add("on");
    all(".spot").forEach((e) => e.classList.toggle("on", e.dataset.refs.split(" ").includes(number)));
    label(number);
  };
  const hold = (number) => {
    if (held) claimOf(held).classList.remove("held");
    held = number;
    if (number) claimOf(number).classList.add("held");
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
  if (article) {
    const over = (event) => {
      const number = numberAt(under(event));
      light(number ?? held);
      if (number && under(event).closest("#article, #dates, #places")) inList(number);
    };
    document.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") over(event); });
    document.addEventListener("focusin", over);
    document.addEventListener("click", (event) => {
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
        one("a.go", claimOf(next)).focus({ preventScroll: true });
        scroll(claimOf(next), "nearest");
      } else if (go) {
        const number = numberOf(go.closest(".claim"));
        hold(number);
        const target = wordsOf(number);
        if (!target) return;
        event.preventDefault();
        if (byKey && target.matches("a")) target.focus({ preventScroll: true });
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
    all(".why").forEach((panel) => panel.addEventListener("toggle", () => {
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
    addEventListener("beforeprint", () => hold(null));  // paper shows all claims alike
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
    const beside = list.scrollHeight > list.clientHeight + 1;  // on a phone the list is below the text: stay in it
    if (beside && seen && (seen.top < 0 || seen.bottom > innerHeight)) scroll(target);
  });
})();
