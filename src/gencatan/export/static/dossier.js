// The dossier: looking for words in all that it lists.
const items = all(".item");
const field = one("#find");
const look = () => {
  const wanted = field.value.trim().toLowerCase();
  let count = 0;
  for (const item of items) {
    item.hidden = wanted !== "" && !item.textContent.toLowerCase().includes(wanted);
    count += item.hidden ? 0 : 1;
  }
  for (const part of all("main > section:not(#glance), .deal, .block")) {
    part.hidden = wanted !== "" && !part.querySelector(".item:not([hidden])");
  }
  one("#live").textContent = wanted === "" ? "" : say("dossier.shown", `#${count}|#${items.length}`);
};
field.addEventListener("input", look);
one("#filters").addEventListener("submit", (event) => event.preventDefault());
// a link to what is hidden shows everything again
all('a[href^="#"]').forEach((link) => link.addEventListener("click", () => {
  if (field.value === "") return;
  field.value = "";
  look();
}));
spoken.push(look);
