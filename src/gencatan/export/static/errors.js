// The page of errors: filters.
const form = document.querySelector(".filter");
const cases = [...document.querySelectorAll(".case")];
const groups = [...document.querySelectorAll(".group")];
const heard = form.querySelector("output");
const filter = () => {
  const want = new FormData(form);
  const words = want.get("words").trim().toLowerCase();
  let count = 0;
  for (const item of cases) {
    const fits = ["kind", "sort", "document"].every((name) => !want.get(name) || want.get(name) === item.dataset[name]);
    item.hidden = !fits || (words !== "" && !item.textContent.toLowerCase().includes(words));
    count += item.hidden ? 0 : 1;
  }
  for (const group of groups) group.hidden = !group.querySelector(".case:not([hidden])");
  heard.textContent = count === cases.length ? "" : say("page.shown", `#${count}|#${cases.length}`);
};
form.hidden = cases.length === 0;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
spoken.push(filter);
filter();
