"use strict";
const input = document.getElementById("filter");
const count = document.getElementById("count");
const rows = Array.from(document.querySelectorAll("tbody tr"));
const fold = (text) => text.normalize("NFKC").toLowerCase();
const texts = rows.map((row) => fold(row.textContent));
const filter = () => {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  rows.forEach((row, place) => {
    row.hidden = !words.every((word) => texts[place].includes(word));
    shown += row.hidden ? 0 : 1;
  });
  count.textContent = words.length ? count.dataset.told.replace("#", shown) : "";
};
input.addEventListener("input", filter);
document.querySelector(".filter").hidden = false;
filter();
