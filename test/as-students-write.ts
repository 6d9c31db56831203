import { fromNested } from '../src/engine/tensor.js';
import type { ReadOptions } from '../src/answers/answer-type.js';
import { keyFor } from './key-for.js';

/** Answers as students of these courses write them, one a line (⏎ is a line end within one), by what they must come to. */
export interface Written {
  readonly type: string;
  readonly key: unknown;
  readonly options?: Partial<ReadOptions>;
  readonly relative?: number;
  readonly right: string;
  readonly wrong?: string;
  readonly unreadable?: string;
}

const lines = (text: TemplateStringsArray): string => text.raw[0]!;
const numbered = { x: {}, y: {} };
const layer = {
  W_2: { shape: [2, 3], aliases: ['W^{(2)}', 'W^{[2]}'] },
  delta_2: { shape: [2], aliases: ['δ^{(2)}', '\\delta^{[2]}'] },
  z_1: { shape: [3], aliases: ['z^{(1)}', 'z^{[1]}'] },
};

export const written: readonly Written[] = [
  {
    type: 'integer',
    key: 448,
    right: lines`448.
      = 448
      &= 448
      \therefore 448
      $448$
      \(448\)
      \[ 448 \]
      \boxed{448}
      \mathbf{448}
      **448**
      448 \\
      448 params
      448 parameters in total
      448 (with bias)
      Total: 448
      \text{params} = 448
      N_{\text{params}} = 448
      16*(3*3*3+1) = 448
      16(3·3·3+1) = 448
      (3 * 3 * 3 + 1) x 16 = 448
      $16 \times (3 \cdot 3 \cdot 3 + 1) = 448$
      \left(3\cdot 3\cdot 3+1\right)\cdot 16 = 448
      3²·3·16 + 16
      4.48 \times 10^{2}
      ≈ 448`,
    wrong: lines`432 weights
      16(3·3·3) = 432
      44.8`,
    unreadable: lines`448 (432 + 16)
      16(3*3*3+1)
      \left(3\cdot 3\cdot 3\right)\cdot 16 = 448
      \frac{896}{4} = 448
      448 or 432
      448 k
      448!
      four hundred`,
  },
  {
    type: 'number',
    key: 0.0025,
    right: lines`2.5e-3
      2.5×10⁻³
      $2.5\cdot10^{-3}$
      2.5 \times 10^{-3}.
      2.5*10**-3
      \tfrac1{400}
      \displaystyle \frac{1}{400}
      0.25\%
      \approx 0.0025
      \eta = 0.0025
      \eta=2.5\times10^{-3}
      w_1^{(2)} = 0.0025
      ∂L/∂w = 0.0025
      \frac{\partial L}{\partial w} = 0.0025
      \hat{y} = 0.0025
      σ(z) = 0.0025
      25/10000 = 0.0025`,
    wrong: lines`−0.0025
      \frac{1}{40}
      0.25`,
    unreadable: lines`0,0025
      0.0025 ± 1
      0.0025 V
      \frac{1}{40} = 0.0025`,
  },
  {
    type: 'number',
    key: -2.5,
    options: { decimal: 'comma' },
    right: lines`-2,5
      −2,5
      -2{,}5
      -\frac{5}{2}
      $x = -2,5$`,
    wrong: lines`-25`,
  },
  {
    type: 'number',
    key: 2 / 3,
    relative: 1e-3,
    right: lines`2/3
      \frac23
      \frac{2}{3} \approx 0.667
      2/3 ≈ 0.667
      0.667 = 2/3
      ⅔`,
    unreadable: lines`0.666...
      2/3 = 0.6`,
  },
  {
    type: 'shape',
    key: [6, 28, 28],
    right: lines`6x28x28
      6@28x28
      6 @ 28×28
      (6, 28, 28).
      $6\times28\times28$
      6\cdot 28\cdot 28
      6·28·28
      = 6x28x28
      6x28x28 = 4704
      6 channels of 28x28
      6 feature maps of 28 × 28
      \mathbb{R}^{6\times 28\times 28}
      tensor of shape (6, 28, 28)
      \left[6\times 28\times 28\right]
      torch.Size([6, 28, 28])`,
    wrong: lines`28x28x6
      28@28x6
      [1, 6, 28, 28]
      6 channels of 28x29`,
    unreadable: lines`(None, 28, 28, 6)
      6x28x28 = 4703
      6x28x?`,
  },
  {
    type: 'vector',
    key: fromNested([0.1, -0.2, 0.3]),
    right: lines`[0.1 -0.2 0.3]
      [0.1, -0.2, 0.3]'
      [0.1, -0.2, 0.3]^{\mathsf T}
      [0.1, -0.2, 0.3].
      $[0.1, -0.2, 0.3]^T \in \mathbb{R}^3$
      (0.1, -0.2, 0.3) ∈ ℝ³
      = [0.1, -0.2, 0.3]
      \{0.1, -0.2, 0.3\}
      \langle 0.1, -0.2, 0.3 \rangle
      <0.1, -0.2, 0.3>
      np.array([0.1, -0.2, 0.3])
      np.array([[0.1, -0.2, 0.3]]).T
      tensor([ 0.1000, -0.2000,  0.3000])
      z1 = 0.1, z2 = -0.2, z3 = 0.3
      z_1: 0.1⏎z_2: -0.2⏎z_3: 0.3
      \mathbf{z} = \begin{bmatrix} 0.1 \\ -0.2 \\ 0.3 \end{bmatrix}.
      \begin{bmatrix}0.1\\[2pt]-0.2\\[2pt]0.3\end{bmatrix}
      \begin{bmatrix} \frac{1}{10} \\ -\frac15 \\ \frac3{10} \end{bmatrix}`,
    wrong: lines`[0.1, 0.2, 0.3]`,
    unreadable: lines`0.1*[1, -2, 3]
      1/10 [1, -2, 3]`,
  },
  {
    type: 'matrix',
    key: fromNested([
      [1, 2],
      [3, -4],
    ]),
    right: lines`[1 2; 3 -4]
      np.array([[1,2],[3,-4]])
      np.array([[1, 2],⏎          [3, -4]])
      [[1. 2.]⏎ [3. -4.]]
      Matrix([[1, 2], [3, -4]])
      [[1,3],[2,-4]]'
      [[1,3],[2,-4]].T
      \begin{bmatrix}1&3\\2&-4\end{bmatrix}^{\mathrm{T}}
      1 & 2 \\ 3 & -4
      |1 2|⏎|3 -4|
      | 1 | 2 |⏎| 3 | -4 |
      row 1: 1 2⏎row 2: 3 -4
      \bm{Z} = \begin{bmatrix}1&2\\3&{-4}\end{bmatrix}
      \begin{bmatrix}\phantom{-}1&2\\3&-4\end{bmatrix}
      \begin{equation}⏎\begin{bmatrix}1&2\\3&-4\end{bmatrix}⏎\end{equation}
      $$Z = \left[\begin{array}{rr} 1 & 2 \\ 3 & -4 \end{array}\right]$$`,
    wrong: lines`[[1,3],[2,-4]]
      1 2 3 -4`,
    unreadable: lines`2 * [[0.5,1],[1.5,-2]]
      \frac{1}{2}\begin{bmatrix}2&4\\6&-8\end{bmatrix}`,
  },
  {
    type: 'matrix',
    key: fromNested([
      [1.5, 2.25],
      [3, -4],
    ]),
    options: { decimal: 'comma' },
    right: lines`1,5 2,25; 3 -4
      1,5; 2,25⏎3; -4
      \begin{bmatrix}1,5 & 2,25\\3&-4\end{bmatrix}`,
  },
  {
    type: 'location',
    key: { places: [[1, 3]], origin: 0 },
    right: lines`(1, 3).
      1;3
      index (1, 3)
      $z_{1,3}$
      r=1, c=3
      (row, col) = (1, 3)
      \left(1,\,3\right)`,
    wrong: lines`(3, 1)`,
    unreadable: lines`z_{13}
      1.3`,
  },
  {
    type: 'choice',
    key: 'max pooling',
    options: { choices: ['convolution', 'max pooling', 'average pooling'] },
    right: lines`Max-Pooling.
      (b) max pooling
      option b
      $b$
      **max pooling**`,
    wrong: lines`a`,
    unreadable: lines`(a) max pooling
      max pooling or b`,
  },
  {
    type: 'logic-formula',
    key: keyFor('logic-formula', { formula: '(!A & B & !C) | (A & C)' }),
    right: lines`A'BC' + AC.
      y = A'BC' + AC
      f(A,B,C) = A'BC' + AC
      Ā B C̄ + A C
      \overline{A}B\overline{C} + AC
      \left(\lnot A\wedge B\wedge\lnot C\right)\vee\left(A\wedge C\right)
      \text{NOT } A \text{ AND } B \text{ AND NOT } C \text{ OR } (A \text{ AND } C)`,
    wrong: lines`A̅BC + AC`,
    unreadable: lines`A = C`,
  },
  {
    type: 'expression',
    key: keyFor('expression', { formula: '1/(1+exp(-z))', symbols: { z: {} } }),
    right: lines`\displaystyle\frac{1}{1+e^{-z}}
      \frac{1}{1+e^-z}
      \frac1{1+e^{-z}}.
      &= \frac{1}{1+e^{-z}} \\
      \begin{align*} f &= \frac{1}{1+e^{-z}} \end{align*}
      \boxed{\frac{1}{1+e^{-z}}}
      {1 \over 1+e^{-z}}
      \bigl(1+e^{-z}\bigr)^{-1}
      \left.\frac{1}{1+\mathrm{e}^{-z}}\right.
      \operatorname{sigmoid}\left(z\right)
      \sigma(z) = \frac{1}{1+e^{-z}}
      1/(1+np.exp(-z))
      1/(1+e⁻ᶻ)
      \frac{e^z}{1+e^z} \quad
      ½(1+tanh(z/2))`,
    wrong: lines`1/1+e^-z
      1 - \sigma(z)
      \frac{1}{1+e^z}`,
    unreadable: lines`S(z)
      \frac{1}{1+e^{-z}`,
  },
  {
    type: 'expression',
    key: keyFor('expression', { formula: '2*x*y + 3*x^2', symbols: numbered }),
    right: lines`2xy + 3x²
      2 \, x \, y + 3 \, x^{2}.
      $2xy+3x^2$.
      x\bigl(3x+2y\bigr)
      ∂f/∂x = 2xy + 3x²
      \frac{\partial f}{\partial x} = 3x^2 + 2xy
      f'(x) = x(2y+3x)
      3*x**2 + 2*x*y`,
    wrong: lines`2xy + 6x
      2(xy + 3x^2)`,
    unreadable: lines`2xy + 3x2
      3x^2 + 2xy (by the power rule)`,
  },
  {
    type: 'expression-matrix',
    key: keyFor('expression-matrix', { formula: '[[y, x], [2*x, cos(y)]]', symbols: numbered }),
    right: lines`y x; 2x cos(y)
      y & x \\ 2x & \cos y
      J = \begin{bmatrix} y & x \\[4pt] 2x & \cos y \end{bmatrix}.
      np.array([[y, x], [2*x, np.cos(y)]])
      [[y, 2x], [x, cos y]].T
      \begin{bmatrix} \frac{\partial f}{\partial x} & 1 \end{bmatrix} = \begin{bmatrix} y & x \\ 2x & \cos y \end{bmatrix}`,
    wrong: lines`[[y, 2x], [x, cos y]]`,
    unreadable: lines`[[y, x], [2x]]`,
  },
  {
    type: 'matrix-expression',
    key: keyFor('matrix-expression', {
      formula: '(W_2^T delta_2) ⊙ sigmoid(z_1) ⊙ (1 - sigmoid(z_1))',
      symbols: layer,
    }),
    right: lines`(W^{(2)})^T\delta^{(2)}\odot\sigma'(z^{(1)})
      W^{[2]T} δ^{[2]} * σ'(z^{[1]})
      \mathbf{W}_2^{\mathsf{T}}\boldsymbol{\delta}_2\odot\sigma'(\mathbf{z}_1)
      (W2.T @ delta2) * sigmoid(z1) * (1 - sigmoid(z1))
      np.dot(W2.T, delta2) * sigmoid_prime(z1)
      W_2^T δ_2 ⊙ (σ(z_1) - σ(z_1)^2)
      \operatorname{diag}\left(\sigma'(z_1)\right) W_2^T \delta_2`,
    wrong: lines`W_2 δ_2 ⊙ σ'(z_1)
      W_2^T δ_2`,
    unreadable: lines`W_2^T δ_2 \otimes σ'(z_1)`,
  },
  {
    type: 'indexed-sum',
    key: keyFor('indexed-sum', {
      formula: 'sum_{i,j} dZ[i,j,m] X[i+k,j+l,n]',
      symbols: { dZ: { shape: [3, 3, 2], aliases: ['∂J/∂Z'] }, X: { shape: [5, 5, 2] } },
      indices: { k: 3, l: 3, n: 2, m: 2 },
      counters: ['i', 'j'],
    }),
    right: lines`\sum_i\sum_j dZ_{i,j,m} X_{i+k,j+l,n}
      \sum\limits_{i,j} dZ_{ijm} \cdot X_{i+k,\,j+l,\,n}
      ∑_i ∑_j (∂J/∂Z)[i,j,m] X[i+k,j+l,n]
      \sum_{i=0}^2\sum_{j=0}^2 \left(\frac{\partial J}{\partial Z}\right)_{i,j,m} X_{i+k,j+l,n}
      \sum_{i,j} \frac{\partial J}{\partial Z_{i,j,m}} X_{i+k,j+l,n}.
      sum over i,j of dZ[i,j,m]X[i+k,j+l,n]
      Σ dZ_{i,j,m} X_{i+k,j+l,n}
      \sum dZ_{ijm} X_{i+k,j+l,n}
      Σ_{i',j'} dZ_{i',j',m} X_{i'+k,j'+l,n}
      \sum_{i'=0}^{2}\sum_{j'=0}^{2} dZ_{i',j',m} X_{i'+k,j'+l,n}
      \sum_{p,q} dZ_{p-k,q-l,m} X_{p,q,n}
      \sum_{p,q} dZ_{p-k+1,q-l+1,m} X_{p+1,q+1,n}
      ∇_W J = Σ_{i,j} dZ[i,j,m] X[i+k,j+l,n]
      \sum_{i,j} dZ_{i,j,m} X_{i+k,j+l,n} \in \mathbb{R}^{3\times 3\times 2\times 2}`,
    wrong: lines`dZ[i,j,m] X[i+k,j+l,n]
      Σ_{i} Σ dZ_{i,j,m} X_{i+k,j-l,n}
      \sum_{i,j} dZ_{i,j,m} X_{i-k,j-l,n}`,
    unreadable: lines`\sum_{i,j} dZ_{i,j} X_{i+k,j+l,n}
      Σ dZ X
      dZ[0,0,m] X[k,l,n] + ... + dZ[2,2,m] X[2+k,2+l,n]
      dZ_{0,0,m} X_{k,l,n} + \cdots + dZ_{2,2,m} X_{2+k,2+l,n}`,
  },
  {
    type: 'indexed-sum',
    key: keyFor('indexed-sum', {
      formula: 'Σ_{i=1}^{m} α_i',
      symbols: { alpha: { shape: [4], aliases: ['∂L/∂z'] }, x: { shape: [6] }, m: { size: 4 } },
      origin: 1,
      outside: 'error',
    }),
    right: lines`Σα_i
      Σ α
      sum(alpha)
      np.sum(alpha)
      alpha.sum()
      sum(i=1..m) α_i
      sum(i=1..m, α_i)
      sum from i=1 to m of α_i
      sum_i=1^m α_i
      sum_i = 1^m α_i
      Sum(alpha)
      Σ_{i=1,...,m} α_i
      \Sigma_{i=1}^m \alpha_i
      Σ_{i=1..m} α_i
      Σ_{i=1 to m} α_i
      Σ_(i=1)^m α_i
      \sum_{i=1}^{m} \alpha_i
      \sum_{i=1..m} \alpha_i
      \sum \alpha_t
      Σ_i α_{i-1}
      ∂L/∂b = Σ_i ∂L/∂z_i = Σα_i
      ∇_b L = Σ_i α_i
      α_1 + α_2 + α_3 + α_4`,
    wrong: lines`sum(x)
      Σ_{i=1..3} α_i
      sum_i=0^3 α_i
      α_i
      m α_1`,
    unreadable: lines`α_1 + ... + α_m
      \alpha_1 + \dots + \alpha_m
      sum(alpha, x)
      Σ_1^m α_i
      Σ`,
  },
  {
    type: 'matrix-expression',
    key: keyFor('matrix-expression', {
      formula: 'A^T u',
      symbols: { A: { shape: [3, 2] }, u: { shape: [3] } },
    }),
    right: lines`A^t u
      A^{t}u
      A' u
      (u^t A)^t
      A^T u \in \mathbb{R}^2
      A^T u ∈ ℝ²
      A^Tu, \quad \in \mathbb{R}^{2 \times 1}
      ∇_x L = A^T u
      \nabla_x L = A^\top u`,
    wrong: lines`A^T u u^t u
      A u^t ∈ R^2`,
    unreadable: lines`A^k u
      u ∈ A`,
  },
  {
    type: 'matrix-expression',
    key: keyFor('matrix-expression', {
      formula: 'A^T',
      symbols: { A: { shape: [2, 2] }, t: {} },
    }),
    right: lines`A^T`,
    wrong: lines`A^t`,
  },
  {
    type: 'expression',
    key: keyFor('expression', { formula: 'a*(z > 0)', symbols: { a: {}, z: {} } }),
    right: lines`a 𝟙[z>0]
      𝟙[z > 0]·a
      a 1[z > 0]
      a 1_{z > 0}
      a \mathbf{1}_{z>0}
      a \mathbf{1}\{z > 0\}
      a \mathbb{1}_{z > 0}
      a\,\mathbb{I}[z>0]
      a I(z > 0)
      a·1{z>0}`,
    wrong: lines`a 𝟙[z<0]
      𝟙[z>0]`,
    unreadable: lines`a 1 z
      a I(z)
      a 𝟙`,
  },
];
