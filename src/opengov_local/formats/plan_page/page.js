// The page of a plan: choosing commitments, and following a trace to what the choice has hidden.
(() => {
  const form = document.getElementById("filter");
  const cards = all(".commitment");
  const rows = new Map(all("[data-of]").map((row) => [row.dataset.of, row]));
  const others = all(".other"); // activities that belong to no commitment
  const asked = () => ["axis", "status", "who"].map((name) => [name, form.elements[name]?.value]).filter(([, value]) => value);

  function apply() {
    if (!form) return;
    const words = plain(form.elements.search.value).split(" ").filter(Boolean);
    const choices = asked();
    let shown = 0;
    for (const card of cards) {
      const fitting = choices.every(([name, value]) => card.dataset[name].split(" ").includes(value)) &&
        words.every((word) => textOf(card).includes(word));
      card.hidden = !fitting;
      const row = rows.get(card.id);
      if (row) row.hidden = !fitting;
      if (fitting) shown += 1;
    }
    others.forEach((other) => { other.hidden = choices.length + words.length > 0; });
    sayCount(document.getElementById("shown"), shown);
    document.getElementById("none").hidden = shown > 0;
  }

  function showAll() {
    form?.reset();
    apply();
  }

  // What a link leads to is shown, also where the choice or a closed part had hidden it.
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) showAll();
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView({ block: "start" });
  }

  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("everything").addEventListener("click", showAll);
  }
  all("button[data-axis]").forEach((button) => button.addEventListener("click", () => {
    form?.reset();
    if (form?.elements.axis) form.elements.axis.value = button.dataset.axis;
    apply();
    document.getElementById("commitments").focus();
  }));
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => all("details").forEach((details) => { details.open = true; }));
  letSpeak(apply);
  if (location.hash) follow();
})();
