import { finding, wholeFile, type Finding } from '../finding.js';

const reasons: ReadonlyMap<string, readonly [found: string, hint: string]> = new Map([
  ['ENOENT', ['nothing there', 'Check the path.']],
  ['ENOTDIR', ['a file where a folder should be', 'Check the path.']],
  ['EISDIR', ['a folder', 'Give a file.']],
  ['EACCES', ['no permission', 'Ask its owner, or change its permissions.']],
  ['EPERM', ['no permission', 'Ask its owner, or change its permissions.']],
  ['EROFS', ['a disk that is read-only', 'Choose another folder.']],
  ['ENOSPC', ['a full disk', 'Make room and run the command again.']],
  ['EDQUOT', ['a used-up quota', 'Make room and run the command again.']],
  ['ELOOP', ['a link', 'Copy the file itself there.']],
  ['EEXIST', ['a file in its place', 'Choose another folder.']],
  ['EMFILE', ['too many open files', 'Run the command again.']],
  ['ENAMETOOLONG', ['a name too long for the disk', 'Shorten the name.']],
  ['EIO', ['a disk fault', 'Check the disk.']],
]);

/** The finding for a failed file operation; words for what is common, the system's code for the rest. */
export function diskFault(file: string, wanted: string, error: unknown): Finding {
  const known =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'an unknown fault';
  const [found, hint] = reasons.get(known) ?? [known, ''];
  return finding(wholeFile(file), wanted, found, { hint });
}
