// What every page of ours does: it changes language and theme. `all`, `one`, `say`, `word` are for the page's own script.
const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const one = (selector, from = document) => from.querySelector(selector);
const tables = JSON.parse(one("#strings").textContent);
const spoken = [];  // what a page has to do when its language has changed
root.classList.add("js");

const fill = (part) => {
  if (part[0] === "@") {
    const [key, given = ""] = part.slice(1).split("?");
    return say(key, decodeURIComponent(given));
  }
  if (part[0] === "~") return part.slice(1).replace(".", say("number.decimal"));
  if (part[0] !== "#") return decodeURIComponent(part);
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
  all("[data-q]").forEach((e) => {
    const parts = e.dataset.q.split("|").map((part) => part.split(" "));
    e.textContent = parts.map(([name, value]) => say("part." + name) + " " + fill("~" + value)).join(", ");
  });
  all("[data-l]").forEach((e) => e.setAttribute("aria-label", say(e.dataset.l)));
  all("[data-p]").forEach((e) => e.setAttribute("placeholder", say(e.dataset.p)));
  all("[data-h]").forEach((e) => { e.title = say(e.dataset.h); });
  all("[data-en]").forEach((e) => { e.textContent = e.dataset[code]; });
  one("#switch").lang = code === "en" ? "id" : "en";
  spoken.forEach((then) => then());
};
one("#switch").lang = root.lang === "en" ? "id" : "en";
one("#switch").addEventListener("click", () => speak(root.lang === "en" ? "id" : "en"));
one("#theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
