import Tinypool from 'tinypool';
import { openAssignment } from '../files/assignment-folder.js';
import { openDisk } from '../files/disk.js';
import { openDesk, type Outcome, type Task } from './desk.js';
import type { DeskPlan } from './pool.js';
import { readReview } from './review-sheet.js';

const { folder, rubricFile, review, out, formats, now } = Tinypool.workerData as DeskPlan;
const disk = openDisk();
const desk = await openDesk({
  assignment: await openAssignment(disk, folder, rubricFile),
  out,
  formats: new Set(formats),
  ...(review && { review: readReview(review) }),
  now,
  disk,
});

/** Marks a slice of a class on this core. */
export const markTasks = (tasks: readonly Task[]): Outcome[] => tasks.map(desk);
