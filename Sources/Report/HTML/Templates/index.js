"use strict";
(() => {
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const filters = Array.from(document.querySelectorAll("button[data-status]"));
  const views = Array.from(document.querySelectorAll("section.view"));
  const tabs = Array.from(document.querySelectorAll("button[data-view]"));
  const companies = document.querySelector("table.index tbody");
  const states = new Map();
  const texts = new Map();
  // What is to be done in a submission is found by its row too.
  const all = new Map();
  for (const view of views) {
    for (const row of view.querySelectorAll("tbody tr")) {
      const text = row.textContent.toLowerCase();
      texts.set(row, text);
      const name = row.dataset.name;
      if (name === undefined) continue;
      all.set(name, (all.get(name) || "") + "\n" + text);
      if (row.dataset.status) states.set(name, row.dataset.status);
    }
  }
  let status = "";
  let current = views[0];

  // A row is about one company, or about all that it names.
  function hasStatus(row) {
    const own = row.dataset.name === undefined
      ? Array.from(row.querySelectorAll("[data-name]"), (item) => item.dataset.name)
      : [row.dataset.name];
    return own.some((name) => states.get(name) === status);
  }

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    const rows = Array.from(current.querySelectorAll("tbody tr"));
    for (const row of rows) {
      const name = row.dataset.name;
      const text = row.dataset.status ? all.get(name) : texts.get(row);
      const fits = (!status || hasStatus(row)) &&
        words.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = shown.dataset.words.replace("{shown}", count).replace("{all}", rows.length);
  }

  function show(id) {
    current = views.find((view) => view.id === "view-" + id) || views[0];
    for (const view of views) view.classList.toggle("away", view !== current);
    for (const tab of tabs) tab.setAttribute("aria-pressed", String("view-" + tab.dataset.view === current.id));
    apply();
  }

  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      history.replaceState(null, "", "#" + tab.dataset.view);
      show(tab.dataset.view);
    });
  }
  addEventListener("hashchange", () => show(location.hash.slice(1)));
  for (const button of filters) {
    button.addEventListener("click", () => {
      status = button.dataset.status;
      for (const other of filters) other.setAttribute("aria-pressed", String(other === button));
      apply();
    });
  }
  search.addEventListener("input", apply);

  // 9 comes before 10, also in 子公司9 and 1,200.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const number = (text) => /^-?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replace(/,/g, "")) : NaN;
  function compare(a, b) {
    const difference = number(a) - number(b);
    return Number.isNaN(difference) ? collator.compare(a, b) : difference;
  }

  const heads = Array.from(document.querySelectorAll("table.index th[aria-sort]"));
  heads.forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => {
      const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.setAttribute("aria-sort", other === head ? order : "none");
      const sign = order === "ascending" ? 1 : -1;
      const key = (row) => {
        const cell = row.cells[column];
        return "key" in cell.dataset ? Number(cell.dataset.key) : cell.textContent.trim();
      };
      const sorted = Array.from(companies.rows).map((row) => [key(row), row]).sort(([a], [b]) =>
        sign * (typeof a === "number" ? a - b : compare(a, b)));
      companies.append(...sorted.map((pair) => pair[1]));
    });
  });
  document.querySelector("nav.views").hidden = false;
  show(location.hash.slice(1));
})();
