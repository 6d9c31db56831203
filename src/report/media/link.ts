/** A relative link to a file of ours whose every part is encoded: no scheme can arise. */
export const linkTo = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
