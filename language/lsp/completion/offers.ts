import { AstUtils } from 'langium';
import * as ast from '../../generated/ast.ts';
import { argumentDrafts, memberDraftsOf } from './arguments.ts';
import type { Draft } from './draft.ts';
import { comparedValues, conditionNames } from './conditions.ts';
import { entryDrafts, measures, questionEntries } from './entries.ts';
import { anyValues, itemValues, propertyValues } from './expressions.ts';
import { importDrafts, importedNameDrafts, namedImportDrafts } from './imports.ts';
import { componentKindDrafts } from './kinds.ts';
import type { Place, Written } from './place/place.ts';
import { questionDrafts } from './questions.ts';
import { nodeAt, type Site } from './site.ts';
import { snippetDrafts } from './snippets.ts';
import { partDrafts } from './parts.ts';
import { baseDrafts, chipDrafts, layerInputDrafts, workloadDrafts } from './targets.ts';
import { unitDrafts } from './units.ts';
import { layerEntries, shapeDrafts, stepDrafts } from './layers.ts';
import { defaultValues, domainDrafts, parameterTypeDrafts } from './parameters.ts';
import { declarationDrafts, keywordDrafts, settingDrafts, timesDrafts } from './words.ts';

/** What may stand at a place. */
export function draftsFor(place: Place, site: Site): readonly Draft[] {
  switch (place.kind) {
    case 'declaration':
      return [...declarationDrafts(), ...snippetDrafts(site)];
    case 'private':
      return declarationDrafts().filter(({ label }) => !['import', 'private', 'evaluate'].includes(label));
    case 'import':
      return /^\s*(as\b|from\b|,)/.test(site.after)
        ? importedNameDrafts(site)
        : [...importDrafts(site, '"'), ...namedImportDrafts(site)];
    case 'importPath':
      return importDrafts(site, '"');
    case 'importedName':
      return importedNameDrafts(site);
    case 'componentKind':
      return componentKindDrafts(site);
    case 'parameterType':
      return parameterTypeDrafts(parameterAt(site, place.owner, place.parameter));
    case 'domain':
      return domainDrafts(parameterAt(site, place.owner, place.parameter));
    case 'default':
      return defaultValues(
        site,
        place.owner,
        parameterAt(site, place.owner, place.parameter),
        place.parameter,
      );
    case 'base':
      return baseDrafts(site, place.of);
    case 'entry':
      return entryDrafts(site, place.owner);
    case 'times':
      return timesDrafts();
    case 'part':
      return partDrafts(site, place.owner);
    case 'value':
      return propertyValues(site, place.owner, place.property, place.isWhole);
    case 'unit':
      return [...unitDrafts(site, place.owner, place.property), ...keywordDrafts(place.words ?? [])];
    case 'argument':
      return argumentDrafts(site, place.owner, place.target, place.given);
    case 'condition':
      return conditionNames(site, place.owner);
    case 'compared':
      return comparedValues(site, place.owner, place.name);
    case 'item':
      return itemValues(site, place.owner);
    case 'expression':
      return anyValues(site, place.owner, place.declares);
    case 'member':
      return memberDraftsOf(site, place.owner, place.target);
    case 'layer':
      return layerEntries(site, place.owner);
    case 'step':
      return stepDrafts(site.after);
    case 'shape':
      return shapeDrafts();
    case 'layerInput':
      return layerInputDrafts(site, place.owner);
    case 'statement':
      return questionEntries(site, place.owner);
    case 'question':
      return questionDrafts(site, place.owner, place.statement, place.side);
    case 'measure':
      return measures(site);
    case 'setting':
      return settingDrafts(place.name);
    case 'chip':
      return chipDrafts(site, place.owner);
    case 'workload':
      return workloadDrafts(site, place.owner);
    case 'keywords':
      return keywordDrafts(place.words);
    case 'nothing':
      return [];
  }
}

/** The parameter of this name in the head that a bracket belongs to. */
function parameterAt(site: Site, owner: number, { name }: Written): ast.Parameter | undefined {
  const declared = AstUtils.getContainerOfType(nodeAt(owner, site), hasParameters);
  return declared?.parameters.find(each => each.name === name);
}

const hasParameters = (node: unknown): node is ast.Block | ast.Component =>
  ast.isBlock(node) || ast.isComponent(node);
