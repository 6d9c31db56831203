import type { Disk } from '../disk/disk.js';
import { FileError, finding, wholeFile } from '../finding.js';
import { limits } from '../limits.js';
import { showPath } from '../show.js';
import { readSubmissions } from './submission-format.js';
import type { SubmissionFile } from './submission-file.js';

/** Reads the file of one student, or a published key; a file of several is refused. */
export function readOneSubmission(disk: Disk, path: string, cwd: string): SubmissionFile {
  const file = showPath(path, cwd);
  const { submissions } = readSubmissions(file, disk.readText(path, limits.textBytes));
  if (submissions.length !== 1)
    throw new FileError(finding(wholeFile(file), 'the answers of one student', `${submissions.length}`));
  return submissions[0]!;
}
