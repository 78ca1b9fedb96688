// Opens pages in Chromium, does what it is told, and tells what is to be seen; one Chromium for all, in which no page
// knows of another.
//
//   node drive.mjs CHROMIUM
//
// In:  a line of JSON for each page, {"page": path, "steps": [{"do": name, …}, …]}; see `deeds`. It ends with the last.
// Out: a line of JSON for each: a list of what each step gave, and as its last item {"troubles": […]}: errors of the
// page, refusals of its Content-Security-Policy, and every request that it made beside the one for itself; or
// {"error": …} where a step could not be taken.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu"] });

async function driven(path, steps) {
  const around = await browser.newContext();
  const page = await around.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && troubles.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => { troubles.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  let own = pathToFileURL(path).href;
  page.on("request", (request) => request.url().split(/[?#]/)[0] !== own && troubles.push(`request: ${request.url()}`));

  // What a page does of its own accord after a click (an event of the address, a layout) is done before the next step.
  const settled = () => page.evaluate(() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

  const deeds = {
    open: async ({ scripts = true, print = false }) => {
      if (scripts) return void (await page.goto(own));
      const context = await browser.newContext({ javaScriptEnabled: false });
      const still = await context.newPage();
      await still.goto(own);
      if (print) await still.emulateMedia({ media: "print" });
      const seen = await still.locator("body").innerText();
      await context.close();
      return seen;
    },
    turn: ({ to }) => {
      own = pathToFileURL(to).href;
      return page.goto(own).then(() => null);
    },
    go: ({ search }) => page.goto(own + search).then(() => null),
    size: ({ width, height = 900 }) => page.setViewportSize({ width, height }),
    scheme: ({ dark }) => page.emulateMedia({ colorScheme: dark ? "dark" : "light" }),
    medium: ({ print }) => page.emulateMedia({ media: print ? "print" : "screen" }),
    click: ({ at }) => page.locator(at).click().then(settled),
    fill: ({ at, text }) => page.locator(at).fill(text),
    choose: ({ at, value }) => page.locator(at).selectOption(value),
    press: ({ key, times = 1 }) => (async () => { for (let n = 0; n < times; n++) await page.keyboard.press(key); })().then(settled),
    type: ({ text }) => page.keyboard.type(text),
    // Presses Tab until what a selector finds has the focus; tells how often, or null where it is never reached.
    reach: async ({ at, most = 400 }) => {
      for (let times = 1; times <= most; times++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), at)) return times;
      }
      return null;
    },
    ask: ({ code }) => page.evaluate(code),
    axe: () => page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => \`\${id}: \${nodes.map(({ target }) => target.join(" ")).join(", ")}\`))`),
    shot: ({ to, whole = true }) => page.screenshot({ path: to, fullPage: whole }).then(() => to),
    pdf: ({ to }) => page.pdf({ path: to, preferCSSPageSize: true, printBackground: true }).then(() => to),
  };

  const given = [];
  try {
    for (const step of steps) given.push((await deeds[step.do](step)) ?? null);
  } finally {
    await around.close();
  }
  return [...given, { troubles }];
}

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const { page, steps } = JSON.parse(line);
    const answer = await driven(page, steps).catch((error) => ({ error: error.stack }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
} finally {
  await browser.close();
}
