// The figures of the diagnosis: simulated submissions of every family, on redrawn givens, with planted slips.
// `npx tsx bench/diagnosis.ts [submissions] [seed]`; with MISSED=1 it prints what was not named, too.
import { simulate, type Report } from './simulator/simulate.js';

const [, , count = '10000', seed = '5'] = process.argv;

const explain: Report = ({ name }, { slips }, marks) => {
  const told = marks
    .filter(({ verdict }) => verdict === 'slip' || verdict === 'wrong' || verdict === 'partial')
    .map(({ item, written, verdict, explanations }) => {
      const because = explanations.map((one) => one.slips.map(({ slip }) => slip).join(' + '));
      return `  ${item.id} ${JSON.stringify(written?.slice(0, 60))} ${verdict} ${because.join(' or ')}`;
    });
  console.log([`${name}: ${slips.join(' + ')}`, ...told].join('\n'));
};

const { submissions, rates, worst } = await simulate(
  Number(count),
  Number(seed),
  process.env['MISSED'] ? explain : undefined,
);
console.log(`diagnosis of ${submissions} simulated submissions, seed ${seed}:`);
for (const [what, { hits, cases }] of [...rates].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${what}: ${((100 * hits) / cases).toFixed(2)} % (${hits} of ${cases})`);
console.log(`  the dearest submission, on an instance met for the first time: ${worst.toFixed(0)} ms`);
