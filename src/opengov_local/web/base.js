// What the pages share: their language, searching, counting. Nothing is loaded and nothing is stored.
"use strict";
const root = document.documentElement;
const directions = { ar: "rtl", fr: "ltr", en: "ltr" };
const locales = { ar: "ar-MA-u-nu-latn", fr: "fr", en: "en" };
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Letters alone count: accents, Arabic vowel signs, invisible marks and the forms of alef, yeh and teh marbuta do not;
// digits and decimal signs are the same in all scripts.
const plain = (text) =>
  text.normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640]/gu, "").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي")
    .replace(/ة/g, "ه").replace(/[’‘]/g, "'")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.codePointAt(0) & 15).replace(/[٫،,]/g, ".").replace(/٪/g, "%")
    .replace(/[\s٬]+/g, " ").toLowerCase();

// What an element says in the language of the page.
function saidIn(element) {
  let text = "";
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const spoken = node.getAttribute("data-l");
      if (spoken === null || spoken.split(" ").includes(root.lang)) text += saidIn(node);
    }
  }
  return text;
}

const texts = new Map();
// The same, ready to be searched.
const textOf = (element) => {
  if (!texts.has(element)) texts.set(element, plain(saidIn(element)));
  return texts.get(element);
};

const written = (number) => new Intl.NumberFormat(locales[root.lang]).format(number);

// Says how many there are, in the plural form of the language.
function sayCount(status, count) {
  const forms = JSON.parse(status.dataset.forms)[root.lang];
  const said = forms[new Intl.PluralRules(locales[root.lang]).select(count)] ?? forms.other;
  status.textContent = said.replace("{n}", written(count));
}

// Turns the page into another language; `then` does what is left to do.
function speakAs(language, then) {
  root.lang = language;
  root.dir = directions[language];
  all("[data-language]").forEach((button) =>
    button.setAttribute("aria-pressed", String(button.dataset.language === language)));
  all("[data-words]").forEach((element) => {
    const words = JSON.parse(element.dataset.words)[language];
    element.textContent = element.dataset.count ? `${words} (${written(element.dataset.count)})` : words;
  });
  texts.clear();
  then();
}

// Lets the buttons of the page, and `?lang=` in its address, choose the language.
function letSpeak(then) {
  all("[data-language]").forEach((button) =>
    button.addEventListener("click", () => speakAs(button.dataset.language, then)));
  root.classList.add("scripts");
  const asked = new URLSearchParams(location.search).get("lang");
  if (Object.hasOwn(directions, asked ?? "") && asked !== root.lang) speakAs(asked, then);
  else then();
}
