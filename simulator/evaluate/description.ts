import { catalogue } from '../components/catalogue.ts';
import { levelParameters } from '../components/levels.ts';
import { strategies } from '../dataflow/strategies.ts';
import { layerKinds } from '../workload/layers/layer-kinds.ts';
import { settings } from './settings.ts';

/** Everything a description may say: the tables that checks, completion, hover and elaboration read. */
export const description = {
  components: catalogue,
  levels: levelParameters([...strategies.keys()]),
  layers: layerKinds,
  settings,
} as const;
