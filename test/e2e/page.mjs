import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium } from 'playwright-core';

const patience = 20_000;

/** What every page of VS Code complains about, tests or not. */
const harmless = [
  /vsda/,
  /service-?worker/i,
  /favicon/,
  /ERR_ABORTED/,
  /update\/check/,
  /was received when fetching the script/,
];

/** A browser that reaches this machine and nothing else. */
export function launchBrowser(executablePath) {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1';
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...quiet, onlyHere],
  });
}

/** An empty page, and all errors that it will ever report. */
export async function newPage(browser, viewport = { width: 1400, height: 900 }) {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ viewport, locale: 'en-US', permissions });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = [];
  const complain = text => {
    if (!harmless.some(pattern => pattern.test(text))) complaints.push(text);
  };
  page.on('console', message => {
    if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => complain(String(error)));
  page.on('requestfailed', request => complain(`${request.url()}: ${request.failure()?.errorText}`));
  return { page, complaints };
}

/** Opens a folder in the workbench, and answers with what a person can do there. */
export async function openWorkbench(page, url, folder) {
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`, { waitUntil: 'domcontentloaded' });
  await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });

  const editor = file => page.locator(`.monaco-editor[data-uri$="/${file}"]`).first();
  /** Opens a file of the workspace by double click, and waits for its text. */
  const openFile = async file => {
    const [name, ...folders] = file.split('/').reverse();
    for (const parent of folders.reverse()) await expand(page, parent);
    await page.getByRole('treeitem', { name, exact: true }).dblclick();
    await editor(file).locator('.view-line').first().waitFor();
    return editor(file);
  };

  return {
    page,
    folder,
    editor,
    openFile,

    /** Opens a file and waits until the language server has read it: then its lenses stand over the definitions. */
    async openRead(file) {
      const opened = await openFile(file);
      await opened.getByText('▶ Evaluate').first().waitFor();
      return opened;
    },

    /** Clicks a lens that opens the results. A click while lenses are being drawn anew goes nowhere, so it is repeated. */
    async openPanelByLens(opened, title) {
      const panel = page.locator('iframe.webview').first();
      for (let tries = 0; tries < 10 && !(await panel.isVisible()); tries++) {
        await opened.getByText(title).first().click();
        await panel.waitFor({ timeout: 2000 }).catch(() => {});
      }
      await panel.waitFor();
    },

    /** Runs a command by its full title, such as `View: Toggle Terminal`. */
    async command(title) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget .quick-input-box input').fill(`>${title}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
    },

    /** Changes the colours of a running window, by the name of the theme in the list that VS Code shows. */
    async theme(name) {
      await this.command('Preferences: Color Theme');
      const input = page.locator('.quick-input-widget .quick-input-box input');
      await input.fill(name);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
      await input.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },

    /** Puts the cursor of the editor at a line and column, which count from 1. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+G');
      const input = page.locator('.quick-input-widget .quick-input-box input');
      await input.fill(`:${line}:${column}`);
      await input.press('Enter');
      // Keys pressed before the box is gone would still go there.
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
      await page.locator('.monaco-editor.focused').first().waitFor();
    },

    statusBar: text => page.locator('.statusbar-item', { hasText: text }).first(),

    /** The document inside the results panel: webviews are frames in frames. */
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
  };
}

async function expand(page, folder) {
  const item = page.getByRole('treeitem', { name: folder, exact: true });
  if ((await item.getAttribute('aria-expanded')) !== 'true') await item.click();
}

/** Names of our chart colours that the editor does not hand over to a page. */
export function missingColors(panel, ids) {
  return panel.locator('body').evaluate((body, wanted) => {
    const style = getComputedStyle(body);
    return wanted.filter(id => style.getPropertyValue(`--vscode-${id.replaceAll('.', '-')}`) === '');
  }, ids);
}

/** Pixels of a canvas that are not transparent: a chart that was drawn has thousands. */
export function paintedPixels(canvas) {
  return canvas.evaluate(element => {
    const { data } = element.getContext('2d').getImageData(0, 0, element.width, element.height);
    return data.filter((value, index) => index % 4 === 3 && value > 0).length;
  });
}

export async function screenshot(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
}
