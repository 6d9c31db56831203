import { meaningOf } from './layer-names.js';

const bullet = /^ {0,9}(?:[-*•–] {1,9}|\(?\d{1,2}[.)] {1,9}|(?:layer|step) ?\d{1,2} ?[:.)-] {0,9})/i;
const arrows = /\\(?:to|rightarrow|Rightarrow|longrightarrow)(?![a-zA-Z])|->|=>|⇒|➔|⟶/g;
const comment = /(?:^|[ \t])(?:#|\/\/).*$/;
/** What may stand before the bracket of a list of layers: `nn.Sequential(`, `LeNet(`, `features = [`. */
const listName = /^(?:[\w.]{1,40} ?= ?)?(?:[\w.]{1,40})?$/;
const label = /^\(?([\w. ]{1,30})\)? ?(?:=(?!=)|:) ?/;
/** How far a bracket's content is looked at to tell a list of layers from a layer's numbers. */
const ahead = 120;

interface Piece {
  readonly text: string;
  /** What stands before it: a line end, an arrow and the like, or a comma. */
  readonly after: 'line' | 'arrow' | 'comma';
}

/** Whether a text names a layer, so that a comma before it parts two. */
function namesLayer(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z][a-z0-9_]{0,40}/g) ?? [];
  return words.some((_, place) =>
    [3, 2, 1].some((length) => {
      const meaning = meaningOf(
        words
          .slice(place, place + length)
          .join('')
          .replaceAll('_', ''),
      );
      return meaning?.is === 'kind' || meaning?.is === 'pool' || meaning?.is === 'nothing';
    }),
  );
}

/** Whether the bracket at a place opens a list of layers rather than a layer's numbers. */
function opensList(text: string, place: number, before: string): boolean {
  if (before.length > ahead) return false;
  const name = before.trim();
  const word = (/[A-Za-z]\w{0,40}$/.exec(name)?.[0] ?? '').toLowerCase().replaceAll('_', '');
  if (!listName.test(name) || meaningOf(word) || (name === '' && text[place] === '(')) return false;
  const inside = text
    .slice(place + 1, place + ahead)
    .split(/[)\]\n]/)[0]!
    .trim();
  return inside === '' || inside === '[' || namesLayer(inside);
}

function split(text: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let own = '';
  let after: Piece['after'] = 'line';
  const part = (by: Piece['after']): void => {
    pieces.push({ text: own, after });
    own = '';
    after = by;
  };
  for (let place = 0; place < text.length; place++) {
    const character = text[place]!;
    if (character === '\n') {
      const line = text.slice(place + 1, place + ahead).split('\n')[0]!;
      if (depth > 0 && !namesLayer(line)) own += ' ';
      else {
        depth = 0;
        part('line');
      }
    } else if (depth === 0 && '→;|\t+'.includes(character)) part('arrow');
    else if (depth === 0 && character === ',') part('comma');
    else if ('(['.includes(character)) {
      if (depth === 0 && opensList(text, place, own)) {
        own = '';
        part('line');
      } else {
        depth++;
        own += character;
      }
    } else if (')]'.includes(character)) {
      if (depth > 0) own += character;
      depth = Math.max(depth - 1, 0);
    } else own += character;
  }
  part('line');
  return pieces;
}

/** A layer's text without the name it is given: `self.conv1 = `, `(fc1): `, `C1: `. */
function withoutLabel(text: string): string {
  const found = label.exec(text);
  if (!found) return text;
  const rest = text.slice(found[0].length).trim();
  const name = found[1]!.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (namesLayer(rest) && meaningOf(name)?.is !== 'slot') return rest;
  return rest === '' ? '' : text;
}

const onlyNumber = /^\(?\d[\d*x× ]{0,20}\)?$/;

/** The texts of the layers in order, each by itself. */
export function layerPieces(written: string): string[] {
  const text = written
    .replaceAll('$', '')
    .replace(arrows, '→')
    .split('\n')
    .map((line) => line.replace(comment, '').replace(bullet, ''))
    .join('\n');
  const byLines = text.trim().includes('\n');
  const pieces: string[] = [];
  for (const piece of split(text)) {
    const own = piece.text.trim().replace(/\.$/, '');
    const last = pieces.at(-1);
    const continues =
      (piece.after === 'comma' && !namesLayer(own)) ||
      (piece.after === 'arrow' && byLines && onlyNumber.test(own));
    if (own === '' || own.endsWith(':')) continue;
    if (last !== undefined && continues) pieces[pieces.length - 1] = `${last}, ${own}`;
    else pieces.push(own);
  }
  return pieces.map(withoutLabel).filter((piece) => piece !== '');
}
