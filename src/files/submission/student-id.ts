import { hasHidden } from '../show.js';

const longest = 128;

/** Why a text cannot be a student's id; null where it can. Ids are exact strings: case, zeros and spaces inside count. */
export function refuseId(id: string): string | null {
  if (id === '') return 'nothing';
  if (id.length > longest) return `an id of ${id.length} characters`;
  if (hasHidden(id)) return 'an id with a character that cannot be seen';
  if (/^[[{]/.test(id)) return 'a list or mapping';
  return null;
}

/** Whether a spreadsheet wrote this id as a number in scientific notation, its digits gone. */
export const isSpoiledId = (id: string): boolean => /^\d([.,]\d{1,20})?E\+?\d{1,3}$/i.test(id);
