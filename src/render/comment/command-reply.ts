import type { PostmortemReply } from '../postmortem/postmortem-reply.ts';
import type { ActiveCommand } from '../texts/texts.ts';

/** Whose word a command needs. */
export type CommandPermission = 'author-or-write' | 'write' | 'maintain';

/** What became of a command, where a reaction alone would not say it. `command` is as the person typed it. */
export type CommandReply =
  | { readonly code: 'help' }
  | { readonly code: 'unknown-command'; readonly command: string; readonly didYouMean?: string }
  | { readonly code: 'not-permitted'; readonly command: string; readonly needs: CommandPermission }
  | { readonly code: 'reason-required'; readonly command: Extract<ActiveCommand, 'none' | 'override'> }
  | { readonly code: 'not-a-pull-request'; readonly command: string }
  | { readonly code: 'not-an-incident'; readonly command: string }
  | { readonly code: 'value-not-allowed'; readonly command: string; readonly allowed: readonly string[] }
  | { readonly code: 'number-needed'; readonly command: string }
  | { readonly code: 'no-such-change'; readonly command: string; readonly number: number }
  | { readonly code: 'closed'; readonly command: string }
  | { readonly code: 'not-watched'; readonly command: string }
  | { readonly code: 'watch-over'; readonly command: string }
  | PostmortemReply
  | { readonly code: 'not-an-alignment'; readonly command: string }
  /** `names`: the logins and teams that are asked; none: whoever may maintain. */
  | { readonly code: 'may-not-agree'; readonly names: readonly string[] }
  /** `what` in words that may be shown to anybody. */
  | { readonly code: 'failed'; readonly command: string; readonly what: string };
