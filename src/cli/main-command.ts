import { type ArgsDef, type CommandDef, defineCommand } from 'citty';
import type { OpenAnalysis } from './commands/analyze.ts';
import type { OpenImport } from './commands/import.ts';
import type { OpenBackfill } from './commands/backfill.ts';
import type { OpenInbox } from './commands/inbox.ts';
import type { OpenIntake } from './commands/intake.ts';
import type { OpenRebuild } from './commands/rebuild.ts';
import type { OpenReport } from './commands/report.ts';
import type { OpenSimulation } from './commands/simulate.ts';
import type { Terminal } from './terminal.ts';
import { cliTexts } from './texts/cli-texts.ts';

/** What commands reach out with; each is opened when its command runs. */
export interface Openers {
  readonly openSimulation: OpenSimulation;
  readonly openInbox: OpenInbox;
  readonly openImport: OpenImport;
  readonly openIntake: OpenIntake;
  readonly openAnalysis: OpenAnalysis;
  readonly openBackfill: OpenBackfill;
  readonly openRebuild: OpenRebuild;
  readonly openReport: OpenReport;
}

/** `hiyari`, with every command loaded when it is named: help does not wait for parsers and drivers. */
export function mainCommand(terminal: Terminal, openers: Openers): CommandDef {
  const { openSimulation, openInbox, openAnalysis, openImport, openIntake, openBackfill, openRebuild, openReport } =
    openers;
  const texts = cliTexts(terminal.locale);
  const args: ArgsDef = { version: { type: 'boolean', description: texts.option.version } };
  return defineCommand({
    meta: { name: 'hiyari', description: texts.about },
    args,
    subCommands: {
      check: async () => (await import('./commands/check.ts')).checkCommand(terminal),
      validate: async () => (await import('./commands/validate.ts')).validateCommand(terminal),
      explain: async () => (await import('./commands/explain.ts')).explainCommand(terminal),
      simulate: async () => (await import('./commands/simulate.ts')).simulateCommand(terminal, openSimulation),
      analyze: async () => (await import('./commands/analyze.ts')).analyzeCommand(terminal, openAnalysis),
      import: async () => (await import('./commands/import.ts')).importCommand(terminal, openImport),
      intake: async () => (await import('./commands/intake.ts')).intakeCommand(terminal, openIntake),
      backfill: async () => (await import('./commands/backfill.ts')).backfillCommand(terminal, openBackfill),
      rebuild: async () => (await import('./commands/rebuild.ts')).rebuildCommand(terminal, openRebuild),
      report: async () => (await import('./commands/report.ts')).reportCommand(terminal, openReport),
      project: async () => (await import('./commands/project.ts')).projectCommand(terminal, openReport),
      expect: async () => (await import('./commands/expect.ts')).expectCommand(terminal, openReport),
      inbox: async () => (await import('./commands/inbox.ts')).inboxCommand(terminal, openInbox),
    },
  });
}
