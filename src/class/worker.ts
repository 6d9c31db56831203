import Tinypool from 'tinypool';
import { openAssignment } from '../files/assignment-folder.js';
import { openDisk } from '../files/disk/disk.js';
import { openAssignmentReports, openDesk, type Outcome, type Task } from './desk.js';
import { classVariants } from './class-variants.js';
import type { DeskPlan } from './pool.js';
import { readReview } from './review-sheet.js';

const { folder, rubricFile, review, manifest, out, formats, now } = Tinypool.workerData as DeskPlan;
const disk = openDisk();
const assignment = await openAssignment(disk, folder, rubricFile);
const desk = openDesk({
  assignment,
  out,
  formats: new Set(formats),
  ...(review && { review: readReview(review) }),
  disk,
  reports: await openAssignmentReports(assignment, now, disk),
  ...(manifest && { variants: classVariants(assignment, manifest) }),
});

/** Marks a slice of a class on this core. */
export const markTasks = (tasks: readonly Task[]): Outcome[] => tasks.map(desk);
