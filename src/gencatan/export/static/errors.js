"use strict";
const form = document.querySelector(".filter");
const cases = [...document.querySelectorAll(".case")];
const groups = [...document.querySelectorAll(".group")];
const heard = form.querySelector("output");
const filter = () => {
  const want = new FormData(form);
  const words = want.get("words").trim().toLowerCase();
  let count = 0;
  for (const one of cases) {
    const fits = ["kind", "sort", "document"].every((name) => !want.get(name) || want.get(name) === one.dataset[name]);
    one.hidden = !fits || (words !== "" && !one.textContent.toLowerCase().includes(words));
    count += one.hidden ? 0 : 1;
  }
  for (const group of groups) group.hidden = !group.querySelector(".case:not([hidden])");
  heard.textContent = count === cases.length ? "" : `${count} of ${cases.length} shown`;
};
form.hidden = cases.length === 0;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
