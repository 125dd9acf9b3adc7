import { spread } from '../../internal/spread.ts';

/** Customers who are in one tier now and in another, or the same, by the draft; tiers count from 0 for the highest. */
export interface Move { from: number; to: number; customers: number }
export interface FlowNode { y: number; height: number; labelY: number; customers: number }
export interface FlowPicture { height: number; left: number; right: number; nodes: [now: FlowNode[], draft: FlowNode[]]; bands: (Move & { path: string })[] }

export const NODE_WIDTH = 10;
const HEIGHT = 300;
const GAP = 12;
const LABEL_STEP = 36;
const THINNEST = 1.5;

/** Lays out, in pixels, what flows from the tiers now on the left to the tiers of the draft on the right; heights are customers. */
export function flowPicture(moves: readonly Move[], tiers: number, width: number): FlowPicture {
  const labels = width < 480 ? 84 : 128;
  const [left, right] = [labels, width - labels - NODE_WIDTH];
  const height = Math.max(HEIGHT, tiers * LABEL_STEP);
  const everybody = moves.reduce((sum, { customers }) => sum + customers, 0) || 1;
  const scale = (height - GAP * (tiers - 1)) / everybody;
  const column = (side: 'from' | 'to'): FlowNode[] => {
    let y = 0;
    const nodes = Array.from({ length: tiers }, (_, tier) => {
      const customers = moves.reduce((sum, move) => sum + (move[side] === tier ? move.customers : 0), 0);
      const node = { y, height: customers * scale, labelY: 0, customers };
      y += node.height + GAP;
      return node;
    });
    const placed = spread(nodes.map((node) => node.y + node.height / 2), LABEL_STEP, height);
    return nodes.map((node, tier) => ({ ...node, labelY: placed[tier]! }));
  };
  const nodes: FlowPicture['nodes'] = [column('from'), column('to')];
  const used = nodes.map((side) => side.map(({ y }) => y));
  const x = [left + NODE_WIDTH, right] as const;
  const bend = (x[0] + x[1]) / 2;
  const bands = moves.filter(({ customers }) => customers > 0).toSorted((a, b) => a.from - b.from || a.to - b.to).map((move) => {
    const thick = move.customers * scale;
    const [y0, y1] = [used[0]![move.from]!, used[1]![move.to]!];
    used[0]![move.from] = y0 + thick;
    used[1]![move.to] = y1 + thick;
    const drawn = Math.max(THINNEST, thick);
    return { ...move, path: `M${x[0]} ${at(y0)}C${bend} ${at(y0)} ${bend} ${at(y1)} ${x[1]} ${at(y1)}v${at(drawn)}C${bend} ${at(y1 + drawn)} ${bend} ${at(y0 + drawn)} ${x[0]} ${at(y0 + drawn)}Z` };
  });
  return { height, left, right, nodes, bands };
}

const at = (value: number) => value.toFixed(1);
