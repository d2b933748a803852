import type { Report } from '../../simulator/index.ts';
import { groupBy } from './group-by.ts';
import type { Basis, View } from './view.ts';
import { plural } from './words.ts';

export const basisView: View = {
  id: 'basis',
  name: 'Assumptions and sources',
  content: ({ all }) => ({ basis: basis(all) }),
};

export function basis(report: Report): Basis {
  const bySubject = groupBy(report.assumptions, assumption => assumption.subject);
  return {
    title: `${plural(report.assumptions.length, 'assumption')} and ${plural(report.sources.length, 'source')}`,
    assumptions: [...bySubject].map(([subject, items]) => ({ subject, items })),
    sources: report.sources.map(({ text, subjects }) => {
      const address = addressIn(text);
      return { text, usedBy: subjects.join(', '), ...(address === undefined ? {} : { address }) };
    }),
  };
}

/** Where a source can be read: the address or DOI its text names. */
function addressIn(text: string): string | undefined {
  const address = /https?:\/\/[^\s)>\]]+[^\s)>\].,;]/.exec(text)?.[0];
  if (address) return address;
  const doi = /\b10\.\d{4,9}\/[^\s;,)\]]*[^\s;,.)\]]/.exec(text)?.[0];
  return doi && `https://doi.org/${doi}`;
}
