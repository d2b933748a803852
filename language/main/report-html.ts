import { readFileSync } from 'node:fs';
import type { Report } from '../../simulator/index.ts';

/** The report as one self-contained page: the views of the results panel, their style, and the data. */
export function reportHtml(report: Report): string {
  const title = `${report.chips.map(({ name }) => name).join(', ')} on ${report.workloads.map(({ name }) => name).join(', ')}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${view('style.css')}
</style>
</head>
<body>
<script id="report" type="application/json">${JSON.stringify(report).replaceAll('<', '\\u003c')}</script>
<script>
${view('report.js').replaceAll('</script', '<\\/script')}
</script>
</body>
</html>
`;
}

/** A file of the built views, which lie beside the built command. */
function view(name: string): string {
  return readFileSync(new URL(`../views/${name}`, import.meta.url), 'utf8');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
