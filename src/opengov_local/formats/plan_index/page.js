// The index of plans: choosing plans, and leading to their pages in the language of this one.
(() => {
  const form = document.getElementById("filter");
  const plans = all(".plan");
  const kinds = ["region", "status", "principle"];

  function apply() {
    for (const link of all("[data-page]")) {
      const [page, place] = link.getAttribute("href").split("#");
      link.setAttribute("href", `${page.split("?")[0]}?lang=${root.lang}#${place}`);
    }
    if (!form) return;
    const words = plain(form.elements.search.value).split(" ").filter(Boolean);
    const wanted = kinds.map((kind) => [kind, form.elements[kind]?.value]).filter(([, value]) => value);
    let shown = 0;
    for (const plan of plans) {
      plan.hidden = !(wanted.every(([kind, value]) => plan.dataset[kind].split(" ").includes(value)) &&
        words.every((word) => textOf(plan).includes(word)));
      if (!plan.hidden) shown += 1;
    }
    sayCount(document.getElementById("shown"), shown);
    document.getElementById("none").hidden = shown > 0;
  }

  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("everything").addEventListener("click", () => {
      form.reset();
      apply();
    });
  }
  letSpeak(apply);
})();
