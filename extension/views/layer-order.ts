/** In which order layers are shown. */
export type LayerOrder = 'slowest' | 'network';

export const layerOrders: Readonly<Record<LayerOrder, string>> = {
  slowest: 'Slowest first',
  network: 'As in the network',
};
