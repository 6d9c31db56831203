// Time and right decisions of an equivalence check over 200 pairs of the corpus, both parses included, beside mathjs'
// simplify(a − b) and, where it is installed, compute-engine's isEqual and isIdenticallyEqual. Run by bench.mjs with tsx.
// compute-engine 0.27.0 is the newest that asks for no newer Node than ours, and has isEqual only; 0.140.0 runs on Node
// 20 too, though it asks for 22.3. COMPUTE_ENGINE may name the file of another copy.
import { create, parseDependencies, simplifyDependencies } from 'mathjs';
import { call, number, operation } from '../src/notation/expression/tree.ts';
import { typesetExpression } from '../src/notation/expression/typeset.ts';
import { writeExpression } from '../src/notation/expression/write.ts';
import { compareFormulas } from '../src/notation/formula/compare-formulas.ts';
import { loadLatex } from '../src/notation/formula/load-latex.ts';
import { parseFormula } from '../src/notation/formula/read-formula.ts';
import { readSymbols, withDefinitions } from '../src/notation/formula/symbol-specs.ts';
import { corpusPairs } from '../test/expression-corpus.ts';

const count = 200;
const rounds = 9;
const say = (line) => process.stdout.write(`${line}\n`);
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

await loadLatex();
const pairs = Array.from(
  { length: count },
  (_, at) => corpusPairs[Math.floor((at * corpusPairs.length) / count)],
).map(({ a, b, symbols: specs, verdict }) => {
  const symbols = specs && readSymbols(specs);
  return {
    a,
    b,
    verdict,
    symbols: symbols ?? new Map(),
    language: { kind: 'numbers', ...(symbols && { symbols }) },
  };
});

/** Median time of a check and how many pairs it decides rightly; what throws decides nothing. */
function measure(check, items, times = 1) {
  const spent = [];
  let right = 0;
  for (let round = 0; round < times; round++)
    for (const item of items) {
      const start = performance.now();
      let verdict;
      try {
        verdict = check(item);
      } catch {
        verdict = 'undecided';
      }
      spent.push(performance.now() - start);
      if (round === 0 && verdict === item.verdict) right++;
    }
  return { time: median(spent), right };
}

const one = number(1);
/** Functions that other engines do not know, by those they do. */
const known = {
  sigmoid: (x) => operation(one, '/', operation(one, '+', call('exp', operation(number(0), '-', x)))),
  softplus: (x) => call('log', operation(one, '+', call('exp', x))),
  relu: (x) => call('max', number(0), x),
  step: (x) => operation(operation(one, '+', call('sign', x)), '/', number(2)),
};
const plain = (tree) => {
  if (tree.kind === 'unary') return { ...tree, of: plain(tree.of) };
  if (tree.kind === 'operation') return { ...tree, left: plain(tree.left), right: plain(tree.right) };
  if (tree.kind !== 'call') return tree;
  const inputs = tree.inputs.map(plain);
  return known[tree.function]?.(...inputs) ?? { ...tree, inputs };
};
const trees = pairs.map(({ a, b, symbols, language, verdict }) => ({
  verdict,
  sides: [a, b].map((text) => plain(withDefinitions(parseFormula(text, language), symbols))),
}));

const check = ({ a, b, symbols, language }) =>
  compareFormulas(parseFormula(a, language), parseFormula(b, language), symbols);
measure(check, pairs, 3);
const ours = measure(check, pairs, rounds);
say(
  `equivalence: ${(1000 * ours.time).toFixed(0)} µs a check (median of ${count} pairs, both parses included), ${ours.right} of ${count} decided rightly`,
);

const compare = (name, { time, right }) =>
  say(
    `${name}: ${time.toFixed(2)} ms, ${(time / ours.time).toFixed(0)} times ours, ${right} of ${count} decided rightly`,
  );

const { simplify, parse } = create({ parseDependencies, simplifyDependencies });
const texts = trees.map(({ verdict, sides }) => ({ verdict, texts: sides.map(writeExpression) }));
const difference = ({ texts: [a, b] }) =>
  simplify(parse(`(${a}) - (${b})`)).toString() === '0' ? 'same' : 'different';
// It calls different whatever it cannot prove, so that every near miss counts as right.
compare('mathjs simplify(a - b)', measure(difference, texts));

const engine = await import(process.env.COMPUTE_ENGINE ?? '@cortex-js/compute-engine').catch(() => undefined);
if (engine) {
  const ce = new engine.ComputeEngine();
  const latex = trees.map(({ verdict, sides }) => ({
    verdict,
    texts: sides.map((side) => typesetExpression(side)),
  }));
  const verdictOf = (answer) => (answer === undefined ? 'undecided' : answer ? 'same' : 'different');
  for (const method of ['isEqual', 'isIdenticallyEqual'])
    if (typeof ce.parse('x')[method] === 'function')
      compare(
        `compute-engine ${method}`,
        measure(({ texts: [a, b] }) => verdictOf(ce.parse(a)[method](ce.parse(b))), latex),
      );
    else say(`compute-engine ${method}: this version has no such method`);
} else say('compute-engine: not installed');
