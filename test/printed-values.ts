/** An item, the value printed in its document as JSON, and how far a rounded number may lie from ours. */
export type Printed = readonly [item: string, value: string, within?: number];

export const printedValues: Readonly<Record<string, readonly Printed[]>> = {
  // 002, leaving out its loss, which is a logarithm to base 10, and the gradient it copied with another digit.
  'sharif-hw3': [
    [
      'q1-threshold-network.a.network',
      '[[[-0.5, -1, 1, -1, 0], [-0.5, -1, 1, 0, -1], [-2.5, 1, 0, 1, 1], [-1.5, 0, -1, 1, 1]], [[-0.5, 1, 1, 1, 1]]]',
    ],
    ['q2-jacobian.a.j1', '[[0, 1], [4, 4], [2, 1]]'],
    ['q2-jacobian.a.v1', '[0, 4, 2]'],
    ['q2-jacobian.a.v2', '[1, 4, 1]'],
    ['q2-jacobian.a.inner', '[0, 4, 2]'],
    ['q2-jacobian.a.j2', '[[1, 1, 1], [0, 8, 4]]'],
    ['q2-jacobian.a.w1', '[6, 40]'],
    ['q2-jacobian.a.w2', '[6, 36]'],
    ['q2-jacobian.a.jacobian', '[[6, 6], [40, 36]]'],
    ['q4-backpropagation.a.z1', '2.5'],
    ['q4-backpropagation.a.h1', '0.924', 0.0005],
    ['q4-backpropagation.a.z2', '-1'],
    ['q4-backpropagation.a.h2', '0.269', 0.0005],
    // Worked out from rounded outputs, so its last digit is one off and more.
    ['q4-backpropagation.a.zo', '0.0585', 0.0002],
    ['q4-backpropagation.a.y', '0.515', 0.0005],
    ['q4-backpropagation.b.delta-o', '-0.4854', 0.00005],
    ['q4-backpropagation.b.weights-o', '[[-0.4486, -0.1305]]', 0.0001],
    ['q4-backpropagation.b.bias-o', '-0.4854', 0.00005],
    ['q4-backpropagation.b.delta-h', '[-0.034, -0.0477]', 0.00005],
    ['q4-backpropagation.b.weights-h', '[[0, -0.034], [0, -0.0477]]', 0.00005],
    ['q4-backpropagation.b.bias-h', '[-0.034, -0.0477]', 0.00005],
    ['q4-backpropagation.c.weights-h', '[[2.5, 1.0034], [-1.5, -2.99523]]', 0.00001],
    ['q4-backpropagation.c.bias-h', '[1.5034, 2.00477]', 0.00001],
    ['q4-backpropagation.c.weights-o', '[[1.04486, 0.51306]]', 0.00001],
    ['q4-backpropagation.c.bias-o', '-0.95146', 0.00001],
    // Of the kernels that fit when sizes are rounded down, the one that the document finds comes first.
    ['q5-layer-size.a.side', '{"anyOf": [10, 8, 9]}'],
    ['q5-layer-size.a.depth', '10'],
    ['q5-layer-size.a.count', '96'],
    ['q5-layer-size.b', '96000'],
    ['q5-layer-size.c', '418176000'],
  ],
  // 004; w_t_ij is the document's w_t^{ij}, and the second kernels, which it left unreversed, are reversed.
  'coms573-hw5': [
    ['q1-conv-block.a', '1474560'],
    ['q1-conv-block.b.size1', '32'],
    ['q1-conv-block.b.size2', '32'],
    ['q1-conv-block.b.total', '1509949440'],
    ['q1-conv-block.c.stage1', '-50'],
    ['q1-conv-block.c.total', '0'],
    ['q2-batch-norm.b', '[[-1, 1, 1, -1], [-11, -9, -9, -11], [9, 11, 11, 9]]'],
    ['q3-conv1d.a.order', '[[1, 1], [1, 2], [2, 1], [2, 2]]'],
    [
      'q3-conv1d.a.matrix',
      '[["w_1_11", "w_2_11", "w_3_11", "0", "w_1_21", "w_2_21", "w_3_21", "0"], ["0", "w_1_11", "w_2_11", "w_3_11", "0", "w_1_21", "w_2_21", "w_3_21"], ["w_1_12", "w_2_12", "w_3_12", "0", "w_1_22", "w_2_22", "w_3_22", "0"], ["0", "w_1_12", "w_2_12", "w_3_12", "0", "w_1_22", "w_2_22", "w_3_22"]]',
    ],
    ['q3-conv1d.b.matrix', '"A^T"'],
    ['q3-conv1d.c.first', '[["w_3_11", "w_2_11", "w_1_11"], ["w_3_12", "w_2_12", "w_1_12"]]'],
    ['q3-conv1d.c.second', '[["w_3_21", "w_2_21", "w_1_21"], ["w_3_22", "w_2_22", "w_1_22"]]'],
    ['q3-conv1d.c.padding', '2'],
  ],
  // 001 by hand, its gradients by central differences of Σ ∂J/∂U · σ(Z) in another program.
  'rangan-hw8': [
    ['q1-convolution.b', '[5, 4]'],
    ['q1-convolution.c.value', '6'],
    ['q1-convolution.d.value', '-6'],
    ['q2-conv-layer.a.z', '[46, 62, 20]'],
    ['q2-conv-layer.c', '5133600'],
    ['q2-conv-layer.d', '1820'],
    ['q3-gradients.a.z', '[[[0, 2], [-2, -1]], [[-2, 1], [1, 0]]]'],
    [
      'q3-gradients.b.value',
      '[[[[0.891441, -1.410164], [-0.318546, -1.790013]], [[1.28823, -0.620151], [-0.393224, 2.179672]]], [[[0.209987, 1.17967], [1.603211, -0.030316]], [[2.498217, -0.830139], [1.790013, -1.00981]]]]',
      0.000005,
    ],
    [
      'q3-gradients.c.value',
      '[[[-1.209987, 1.209987], [-0.725145, -1.484842], [0.484842, -0.104994]], [[1.314981, -1.314981], [-0.563085, 1.773072], [-1.878066, 0.196612]], [[-0.104994, 0.104994], [1.28823, -1.393224], [1.393224, -1]]]',
      0.000005,
    ],
  ],
  // 003 by hand: ŷ = (2, 2), t = (1, 3), 2(ŷ − t) back through the weights, and the second hidden unit at 0.
  'ee468-hw4': [
    ['q1-bias-gradients.a.z', '[2, 0]'],
    ['q1-bias-gradients.a.y', '[2, 2]'],
    ['q1-bias-gradients.a.loss', '[2, -2]'],
    ['q1-bias-gradients.a.b2', '[2, -2]'],
    ['q1-bias-gradients.a.hidden', '[1.0, -10]'],
    ['q1-bias-gradients.a.b1', '[1, 0]'],
    ['q2-same-size.a', '2'],
    ['q2-same-size.b', '1216'],
  ],
};
