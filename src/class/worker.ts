import Tinypool from 'tinypool';
import { openAssignment } from '../files/assignment-folder.js';
import { openDisk } from '../files/disk.js';
import { openDesk, openReporter, type Outcome, type Task } from './desk.js';
import type { DeskPlan } from './pool.js';
import { readReview } from './review-sheet.js';

const { folder, rubricFile, review, out, formats, now } = Tinypool.workerData as DeskPlan;
const disk = openDisk();
const assignment = await openAssignment(disk, folder, rubricFile);
const desk = openDesk({
  assignment,
  out,
  formats: new Set(formats),
  ...(review && { review: readReview(review) }),
  disk,
  reporter: await openReporter(assignment, now, disk),
});

/** Marks a slice of a class on this core. */
export const markTasks = (tasks: readonly Task[]): Outcome[] => tasks.map(desk);
