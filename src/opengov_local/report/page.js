// The page of a report: its language, search and filters. It loads nothing and stores nothing.
"use strict";
(() => {
  const root = document.documentElement;
  const directions = { ar: "rtl", fr: "ltr", en: "ltr" };
  const locales = { ar: "ar-MA-u-nu-latn", fr: "fr", en: "en" };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.getElementById("filter");
  let findings = all(".finding");
  const later = all("noscript.later");
  const texts = new Map();
  let onlyCode = "";

  // Letters alone count: accents, Arabic vowel signs, invisible marks and the forms of alef, yeh and teh marbuta do not.
  const plain = (text) =>
    text.normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640]/gu, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي")
      .replace(/ة/g, "ه").replace(/[’‘]/g, "'").replace(/\s+/g, " ").toLowerCase();

  const textOf = (finding) => {
    if (!texts.has(finding)) {
      const language = root.lang;
      const copy = finding.cloneNode(true);
      all(`[data-l]:not([data-l="${language}"])`, copy).forEach((other) => other.remove());
      texts.set(finding, plain(copy.textContent));
    }
    return texts.get(finding);
  };

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

  const chosen = () => !form || onlyCode || form.elements.search.value.trim() ||
    all("select", form).some((select) => select.value) || all('[name="severity"]', form).some((box) => !box.checked);

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

  function say(shown) {
    const status = document.getElementById("shown");
    const forms = JSON.parse(status.dataset.forms)[root.lang];
    const locale = locales[root.lang];
    const said = forms[new Intl.PluralRules(locale).select(shown)] ?? forms.other;
    status.textContent = said.replace("{n}", new Intl.NumberFormat(locale).format(shown));
  }

  function speak(language) {
    root.lang = language;
    root.dir = directions[language];
    document.title = JSON.parse(document.querySelector("h1").dataset.titles)[language];
    all("[data-language]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.language === language)));
    all("option[data-words]").forEach((option) => {
      const words = JSON.parse(option.dataset.words)[language];
      option.textContent = option.dataset.count ? `${words} (${option.dataset.count})` : words;
    });
    texts.clear();
    apply();
  }

  all("[data-language]").forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
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
  root.classList.add("scripts");
  apply();
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
