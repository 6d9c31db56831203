import { constantValues } from '../../notation/expression/compile.js';
import { ExpressionError } from '../../notation/expression/tree.js';

/** A text whose names of givens and steps stand as `v_0`, `v_1`, … so that any parser reads it. */
export interface PlainText {
  readonly text: string;
  /** What each stand-in means. */
  readonly names: readonly string[];
}

const words: ReadonlySet<string> = new Set([
  ...Object.keys(constantValues),
  'and',
  'or',
  'not',
  'true',
  'false',
]);
const name = /[A-Za-z]\w*(?:[.-]\w+)*/g;
const first = /^[A-Za-z]\w*/;

/** `a-b.c` and its beginnings `a-b` and `a`, longest first. */
function beginnings(run: string): string[] {
  const cuts = [...run.matchAll(/[.-]/g)].map(({ index }) => index);
  return [run, ...cuts.reverse().map((cut) => run.slice(0, cut))];
}

function unknown(found: string, known: ReadonlySet<string>): ExpressionError {
  const all = [...known];
  const head = found.split(/[.-]/, 1)[0]!;
  const near = all.filter((one) => one.startsWith(head));
  const shown = (near.length > 0 ? near : all).slice(0, 12);
  return new ExpressionError(`"${found}" names no given and no step`, `There are ${shown.join(', ')}.`);
}

/** Puts stand-ins for the names of givens and steps, the longest that fits: `a-b` is a name before it is a difference. */
export function standIns(source: string, known: ReadonlySet<string>): PlainText {
  const names: string[] = [];
  const standIn = (meant: string): string => {
    if (!names.includes(meant)) names.push(meant);
    return `v_${names.indexOf(meant)}`;
  };
  let text = '';
  let place = 0;
  name.lastIndex = 0;
  for (let match = name.exec(source); match; match = name.exec(source)) {
    const [run] = match;
    text += source.slice(place, match.index);
    const meant = beginnings(run).find((one) => known.has(one));
    const head = first.exec(run)![0];
    const isCall = /^\s?\(/.test(source.slice(match.index + head.length, match.index + head.length + 2));
    const taken = meant !== undefined && !(isCall && meant === head) ? meant : head;
    if (taken === meant) text += standIn(meant);
    else if (isCall || words.has(head)) text += head;
    else throw unknown(run, known);
    place = match.index + taken.length;
    name.lastIndex = place;
  }
  return { text: text + source.slice(place), names };
}
