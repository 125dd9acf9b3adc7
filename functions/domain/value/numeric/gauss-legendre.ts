export interface Quadrature { nodes: Float64Array; weights: Float64Array }

const rules = new Map<number, Quadrature>();

/**
 * The n-point Gauss–Legendre rule on [0, 1]. Nodes are roots of the Legendre polynomial by Newton's method from Tricomi's guess.
 * Source: NIST DLMF 3.5(v).
 */
export function gaussLegendre(n: number): Quadrature {
  let rule = rules.get(n);
  if (!rule) rules.set(n, (rule = computeRule(n)));
  return rule;
}

function computeRule(n: number): Quadrature {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let previous = 1;
      let current = x;
      for (let k = 2; k <= n; k++) [previous, current] = [current, ((2 * k - 1) * x * current - (k - 1) * previous) / k];
      slope = n * (x * current - previous) / (x * x - 1);
      x -= current / slope;
    }
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
