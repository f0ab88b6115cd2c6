import type { ActionTexts } from './action-texts.ts';

export const en: ActionTexts = {
  notSet: (variable) => `${variable} is not set: this is meant to run as a step of GitHub Actions.`,
  badSetting: (problem) => `The environment is set up wrongly: ${problem}.`,
  badInput: (input, got, allowed) => `The input ${input} is "${got}"; allowed are ${allowed}.`,
  noToken:
    'The input token is empty. Leave it out to use the token of the workflow, with contents: read and pull-requests: read.',
  otherEvent: (event, allowed) => `There is nothing to judge on the event ${event}. Run this on ${allowed}.`,
  badEvent: (path, why) => `The event in ${path} cannot be read: ${why}.`,
  notFound: (subject) =>
    `${subject} does not exist, or the token may not read it: give the job contents: read and pull-requests: read.`,
  github: (message) =>
    `GitHub did not answer as needed: ${message}. Check that the job has contents: read and pull-requests: read, or run it again later.`,
  unexpected: (message) =>
    `That should not happen, it is a defect of Hiyari: ${message}. Run it again with HIYARI_DEBUG=1 and report what it prints.`,
};
