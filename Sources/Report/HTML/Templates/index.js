"use strict";
(() => {
  const body = document.querySelector("table.index tbody");
  const rows = Array.from(body.rows);
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const filters = Array.from(document.querySelectorAll("button[data-status]"));
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  let status = "";

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits = (!status || row.dataset.status === status) &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = shown.dataset.words.replace("{shown}", count).replace("{all}", rows.length);
  }

  for (const button of filters) {
    button.addEventListener("click", () => {
      status = button.dataset.status;
      for (const other of filters) other.setAttribute("aria-pressed", String(other === button));
      apply();
    });
  }
  search.addEventListener("input", apply);

  const heads = Array.from(document.querySelectorAll("th[aria-sort]"));
  heads.forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => {
      const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.setAttribute("aria-sort", other === head ? order : "none");
      const sign = order === "ascending" ? 1 : -1;
      const key = (row) => {
        const cell = row.cells[column];
        return "key" in cell.dataset ? Number(cell.dataset.key) : cell.textContent;
      };
      const sorted = rows.map((row) => [key(row), row]).sort(([a], [b]) =>
        sign * (typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang)));
      body.append(...sorted.map((pair) => pair[1]));
    });
  });
  apply();
})();
