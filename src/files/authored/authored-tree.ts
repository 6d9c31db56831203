import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { finding, formatPlace, type Finding, type Place } from '../finding.js';
import { decodeEscapes } from '../quoted.js';
import { placeFinder } from '../text-place.js';

export type Path = readonly PropertyKey[];

/** An instructor's file as plain values, with the places of its keys and values. */
export interface AuthoredTree {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Place of the value at a path; of the nearest thing around it where the path leads nowhere. */
  placeOf(path: Path): Place;
  placeOfKey(path: Path): Place;
  /** A value as its file has it; null where there is none. */
  sourceOf(path: Path): string | null;
}

export const joinPath = (path: Path): string => path.map(String).join('.');

/** Parses YAML that the guard let pass; every fault of syntax is a finding. */
export function readAuthoredTree(file: string, source: string): AuthoredTree {
  const placeAt = placeFinder(file, source);
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const findings: Finding[] = [...document.errors, ...document.warnings].map(({ message, pos }) =>
    finding(placeAt(pos[0]), 'YAML', firstSentence(message)),
  );
  const walk = new TreeWalk(source, placeAt, findings);
  const root = document.contents;
  const value = findings.length === 0 ? walk.value(root, []) : undefined;
  const nodeAt = (path: Path): { node: Node | null; key: Node | null; exact: boolean } => {
    let node: Node | null = root;
    let key: Node | null = null;
    for (const part of path) {
      const child: Pair<Node, Node | null> | Node | undefined = isMap<Node, Node | null>(node)
        ? node.items.find((pair) => keyText(pair.key) === String(part))
        : isSeq<Node>(node)
          ? node.items[Number(part)]
          : undefined;
      if (child === undefined) return { node, key, exact: false };
      if ('key' in child) [key, node] = [child.key, child.value];
      else [key, node] = [null, child];
    }
    return { node, key, exact: true };
  };
  const placeOfNode = (node: Node | null | undefined): Place => placeAt(node?.range?.[0] ?? 0);
  return {
    value,
    findings,
    placeOf: (path) => {
      const { node, key, exact } = nodeAt(path);
      // A block's contents start below its key; what is missing in it belongs to the key.
      return placeOfNode(exact ? (node ?? key) : (key ?? node));
    },
    placeOfKey: (path) => {
      const { node, key } = nodeAt(path);
      return placeOfNode(key ?? node);
    },
    sourceOf: (path) => {
      const { node, exact } = nodeAt(path);
      return exact && node?.range ? source.slice(node.range[0], node.range[1]) : null;
    },
  };
}

const firstSentence = (message: string): string => message.split('\n')[0]!.replace(/\.$/, '');
const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

/** Turns nodes into plain values and refuses what instructors' files may not hold. */
class TreeWalk {
  constructor(
    private readonly source: string,
    private readonly placeAt: (offset: number) => Place,
    private readonly findings: Finding[],
  ) {}

  value(node: unknown, path: Path): unknown {
    if (isAlias(node)) return this.refuse(node, path, 'an alias', `*${node.source}`);
    if (isMap<Node, Node | null>(node)) return this.mapping(node, path);
    if (isSeq<Node>(node)) {
      this.checkProperties(node, path);
      return node.items.map((item, index) => this.value(item, [...path, index]));
    }
    if (!isScalar(node)) return null;
    this.checkProperties(node, path);
    if (node.type === 'QUOTE_DOUBLE') this.checkEscapes(node, path);
    return node.value;
  }

  private mapping(node: Node & { items: Pair<Node, Node | null>[] }, path: Path): unknown {
    this.checkProperties(node, path);
    const first = new Map<string, Node>();
    const entries = node.items.map(({ key, value }): [string, unknown] => {
      const name = keyText(key);
      const below = [...path, name];
      const before = first.get(name);
      if (before)
        this.note(
          key,
          below,
          'each key once',
          `a second one, the first is at ${formatPlace(this.placeAt(startOf(before)))}`,
        );
      else first.set(name, key);
      // Schemas drop this name without a word.
      if (name === '__proto__') this.note(key, below, 'another name', '"__proto__"');
      return [name, this.value(value, below)];
    });
    return Object.fromEntries(entries);
  }

  private checkProperties(node: Node & { anchor?: string; tag?: string }, path: Path): void {
    if (node.anchor) this.refuse(node, path, 'an anchor', `&${node.anchor}`);
    if (node.tag) this.refuse(node, path, 'a tag', node.tag);
  }

  private checkEscapes(node: Node, path: Path): void {
    const source = this.source.slice(node.range![0] + 1, node.range![1] - 1);
    if (!source.includes('\\') || decodeEscapes(source, false) !== null) return;
    this.note(
      node,
      path,
      'backslashes outside double quotes',
      'an escape',
      'Double quotes eat backslashes. Use single quotes or none.',
    );
  }

  private refuse(node: Node, path: Path, what: string, found: string): null {
    this.note(node, path, 'plain values', `${what} ${found}`, 'Write the value out.');
    return null;
  }

  private note(node: Node, path: Path, expected: string, found: string, hint = ''): void {
    this.findings.push(finding(this.placeAt(startOf(node)), expected, found, { path: joinPath(path), hint }));
  }
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;
