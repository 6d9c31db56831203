import type { Relation } from '../../notation/expression/relation.js';
import { typesetExpression } from '../../notation/expression/typeset.js';

/** What a student is told where a wrong formula is simply related to the right one. */
export function relationRemark(relation: Relation | undefined): string | undefined {
  switch (relation?.is) {
    case undefined:
      return undefined;
    case 'opposite':
      return 'Your formula has the opposite sign of the right one.';
    case 'reciprocal':
      return 'Your formula is the reciprocal of the right one.';
    case 'multiple':
      return `Your formula is $${typesetExpression(relation.by)}$ times the right one.`;
    case 'shifted':
      return `Your formula differs from the right one by the constant $${typesetExpression(relation.by)}$.`;
  }
}
