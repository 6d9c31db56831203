import Handlebars from 'handlebars';
import type { Html } from './media/html.js';

/** The texts of templates/, each by its file name without `.hbs`. */
export type ReportTemplates = Readonly<Record<string, string>>;

export type Render = (view: object) => string;

/** Prints markup of ours; anything else is a fault, not a hole. */
const markup = (value: unknown): Handlebars.SafeString => {
  if (typeof value !== 'object' || value === null || typeof (value as Partial<Html>).html !== 'string')
    throw new TypeError('a template prints as markup what is none');
  return new Handlebars.SafeString((value as Html).html);
};

/** What a block printed for a view; views that many reports share are printed once. */
function shared(): Handlebars.HelperDelegate {
  const printed = new WeakMap<object, Handlebars.SafeString>();
  return (view: object, { fn }: Handlebars.HelperOptions) => {
    const before = printed.get(view);
    if (before) return before;
    const now = new Handlebars.SafeString(fn(view));
    printed.set(view, now);
    return now;
  };
}

/** Formats whose own medium has disarmed every text already, and where spaces count. */
const isPlain = (name: string): boolean => name.endsWith('.md') || name.endsWith('.tex');

/** Indentation of pages and styles serves their authors only. */
const unindented = (name: string, source: string): string =>
  isPlain(name) ? source : source.replace(/^[ \t]+/gm, '');

/** Compiles all templates once; each may use every other as a partial. */
export function compileTemplates(templates: ReportTemplates): (name: string) => Render {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('markup', markup);
  handlebars.registerHelper('shared', shared());
  const compiled = new Map(
    Object.entries(templates).map(([name, source]) => {
      if (source.includes('{{{')) throw new Error(`the template ${name} prints unescaped`);
      const template = handlebars.compile(unindented(name, source), {
        strict: true,
        noEscape: isPlain(name),
        preventIndent: true,
        knownHelpers: { markup: true, shared: true },
        knownHelpersOnly: true,
      });
      handlebars.registerPartial(name, template);
      return [name, template] as const;
    }),
  );
  return (name) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`there is no template ${name}`);
    return (view) => template(view);
  };
}
