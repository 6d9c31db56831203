/** One sigmoid unit and its squared error, as an instructor writes a problem of their own. */
const neuron = {
  values: { w: 0.5, b: -1, x: 3, y: 1, eta: 0.1 },
  steps: {
    z: {
      formula: 'w*x + b',
      slips: {
        'forgot-bias': { formula: 'w*x', hint: 'You left out the bias; add $b = {{b}}$ to $wx$.' },
      },
    },
    a: {
      formula: 'sigma(z)',
      slips: {
        'skipped-the-sigmoid': {
          formula: 'z',
          hint: 'You passed $z$ on as it is; the unit outputs $\\sigma(z)$.',
        },
      },
    },
    E: '(y - a)^2/2',
    delta: {
      formula: '(a - y)*a*(1 - a)',
      slips: {
        'dropped-the-slope': {
          formula: 'a - y',
          hint: 'You stopped at $a - y$; multiply by the slope of the sigmoid, $a(1 - a)$.',
        },
        'took-the-slope-at-z': {
          formula: '(a - y)*z*(1 - z)',
          hint: 'You put $z$ into $a(1 - a)$; the slope is made from the output $a = {{a}}$.',
        },
      },
    },
    w_new: {
      symbol: "w'",
      formula: 'w - eta*delta*x',
      slips: {
        'went-uphill': {
          formula: 'w + eta*delta*x',
          hint: 'You added the gradient; a step of descent subtracts it.',
        },
      },
    },
  },
};

/** A linear layer with vectors and matrices, and quantities that only they have. */
const layer = {
  values: {
    W: [
      [1, -2, 0],
      [0.5, 1, 3],
    ],
    x: [2, 1, -1],
    b: [0.5, -0.5],
    t: [1, 0],
  },
  steps: {
    z: {
      formula: 'matmul(W, x) + b',
      slips: { 'forgot-bias': { formula: 'matmul(W, x)', hint: 'You left out the bias $b$.' } },
    },
    h: {
      formula: 'relu(z)',
      slips: { 'kept-negative-sums': { formula: 'z', hint: 'ReLU turns what is negative into 0.' } },
    },
    e: 'h - t',
    loss: {
      formula: 'sum(e .^ 2)/2',
      symbol: 'L',
      slips: {
        'averaged-the-squares': {
          formula: 'mean(e .^ 2)/2',
          hint: 'You averaged; this loss adds the squares up.',
        },
      },
    },
    dW: {
      formula: 'outer(e .* (z > 0), x)',
      symbol: '\\partial L/\\partial W',
      slips: {
        'ignored-dead-units': {
          formula: 'outer(z - t, x)',
          hint: 'A unit whose sum is negative passes no gradient back.',
        },
      },
    },
    units: { formula: 'sum(z > 0)', type: 'integer' },
    first: 'entry(transpose(W), 0, 1) + x[2]',
  },
};

/** Growth of an investment: any subject will do. */
const interest = {
  values: { P: 1200, r: 0.035, n: 12, t: 5 },
  steps: {
    growth: {
      formula: '(1 + r/n)^(n*t)',
      slips: { 'compounded-yearly': { formula: '(1 + r)^t', hint: 'Interest is added {{n}} times a year.' } },
    },
    A: 'P*growth',
    years_to_double: { formula: 'log(2)/(n*log(1 + r/n))', symbol: 't_2' },
  },
};

export const samples = { neuron, layer, interest };
