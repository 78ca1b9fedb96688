// The page of a report: its search and filters.
(() => {
  const form = document.getElementById("filter");
  let findings = all(".finding");
  const later = all("noscript.later");
  let onlyCode = "";

  // A portion of a long report waits as text; it takes its place when there is time, or when it is asked for.
  function bring(portion) {
    const made = document.createElement("template");
    made.innerHTML = portion.textContent; // what the page itself would show where scripts are not run
    portion.replaceWith(made.content);
  }

  function bringAll() {
    if (later.length === 0) return;
    later.splice(0).forEach(bring);
    findings = all(".finding");
  }

  const chosen = () => onlyCode || form.elements.search.value.trim() ||
    all("select", form).some((select) => select.value) || all('[name="severity"]', form).some((box) => !box.checked);

  const say = (shown) => sayCount(document.getElementById("shown"), shown);

  function apply() {
    if (!form) return;
    if (later.length > 0 && !chosen()) return say(Number(form.dataset.count));
    bringAll();
    const words = plain(form.elements.search.value).split(" ").filter(Boolean);
    const severities = new Set(all('[name="severity"]:checked', form).map((box) => box.value));
    const { family, object } = form.elements;
    let shown = 0;
    for (const finding of findings) {
      const { dataset } = finding;
      const fits = severities.has(dataset.severity) && (!family || !family.value || family.value === dataset.family) &&
        (!object || !object.value || object.value === dataset.object) && (!onlyCode || onlyCode === dataset.code) &&
        (words.length === 0 || words.every((word) => textOf(finding).includes(word)));
      finding.hidden = !fits;
      if (fits) shown += 1;
    }
    say(shown);
    document.getElementById("none").hidden = shown > 0;
  }

  all("button[data-code]").forEach((button) => button.addEventListener("click", () => {
    form.reset();
    onlyCode = button.dataset.code;
    apply();
    document.getElementById("findings").focus({ preventScroll: true });
    const first = findings.find((finding) => !finding.hidden);
    if (first) first.scrollIntoView({ block: "start" });
  }));
  if (form) {
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("everything").addEventListener("click", () => {
      form.reset();
      onlyCode = "";
      apply();
    });
  }
  // A printed page shows what the reader has chosen; the details are opened for the paper.
  addEventListener("beforeprint", () => {
    bringAll();
    all("details").forEach((details) => { details.open = true; });
  });
  letSpeak(apply);
  if (location.hash && !document.getElementById(location.hash.slice(1))) {
    bringAll();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
  const whenIdle = window.requestIdleCallback ?? ((next) => setTimeout(next, 50));
  const bringNext = () => {
    if (later.length > 0) bring(later.shift());
    if (later.length > 0) whenIdle(bringNext);
    else findings = all(".finding");
  };
  whenIdle(bringNext);
})();
