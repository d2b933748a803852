import type { Report } from '../../simulator/index.ts';
import { createPage } from './page.ts';

/**
 * The same page as a file of its own: the report lies in `<script id="report" type="application/json">`,
 * the colours follow the browser's scheme.
 */

document.body.classList.add('standalone');
const root = document.createElement('div');
document.body.append(root);
const page = createPage(root, {
  copy: text => void navigator.clipboard.writeText(text),
  savePicture: download,
});
const text = document.getElementById('report')?.textContent;
if (text) page.report(JSON.parse(text) as Report);
else page.empty();

function download(name: string, data: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = data;
  link.click();
}
