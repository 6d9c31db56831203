/** Two functions between the plane and space, followed forward. */
const planeAndSpace = {
  functions: {
    f1: { of: ['x1', 'x2'], is: ['sin(pi*x2)/pi', 'x2^2*exp(x1 - 1)', 'x1*x2'] },
    f2: { of: ['x1', 'x2', 'x3'], is: ['x1 + x2 + x3', 'x1^2 + x2^2 + x3^2'] },
  },
  chain: ['f1', 'f2'],
  point: { x1: 1, x2: 2 },
};

/** Three functions of the plane, where every wrong order can be multiplied out. */
const spiral = {
  functions: {
    polar: { of: ['r', 't'], is: ['r*cos(2*t)', 'r*sin(2*t)'] },
    shear: { of: ['u', 'v'], is: ['u + 3*v^2/2', 'v - u*v'] },
    squash: { of: ['a', 'b'], is: ['tanh(a - b)', 'log(1 + a^2)/2'] },
  },
  chain: ['polar', 'shear', 'squash'],
  point: [0.8, 0.6],
  assembled: 'columns',
};

/** A loss of one unit: a single output, so that reverse order takes one pass. */
const loss = {
  functions: {
    unit: { of: ['w1', 'w2', 'b'], is: ['sigma(2*w1 - 3*w2 + b)'] },
    half_square: { of: ['a'], is: ['(a - 1)^2/2'] },
  },
  chain: ['unit', 'half_square'],
  point: { w1: 0.5, w2: 0.25, b: -0.1 },
  assembled: 'rows',
};

export const samples = { 'plane-and-space': planeAndSpace, spiral, loss };
