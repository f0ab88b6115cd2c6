// Markers that review bots write around what they insert into a body. Text between them is not the author's.
const BOT_REGIONS: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^\s*CURSOR_(?:SUMMARY|AGENT)/, end: /^\s*\/CURSOR_(?:SUMMARY|AGENT)|^\s*CURSOR_(?:SUMMARY|AGENT)\w*_END/ },
  { start: /^\s*ELLIPSIS_HIDDEN/, end: /^\s*ELLIPSIS_HIDDEN/ },
  { start: /^\s*Reviewable:start/i, end: /^\s*Reviewable:end/i },
  { start: /^\s*BUGBOT_/, end: /^\s*\/BUGBOT_/ },
  { start: /auto-generated comment: [\w ]*by coderabbit/i, end: /end of auto-generated comment/i },
  {
    start: /^\s*(?:START|BEGIN)[ _-]?(?:COPILOT|DEPENDABOT|RENOVATE|BOT)/i,
    end: /^\s*END[ _-]?(?:COPILOT|DEPENDABOT|RENOVATE|BOT)/i,
  },
  { start: /^\s*copilot:(?:summary|walkthrough|poem|all)/i, end: /^\s*\/?copilot:end|^\s*\/copilot:/i },
  { start: /^\s*devin-(?:review|badge)-(?:start|begin)/i, end: /^\s*devin-(?:review|badge)-end/i },
  {
    start:
      /^\s*(?:korbit|greptile|sourcery|qodo|pr_agent|graphite|sweep|codiumai|ellipsis)[\w:-]*[ _:-]?(?:start|begin|hidden)?/i,
    end: /(?:korbit|greptile|sourcery|qodo|pr_agent|graphite|sweep|codiumai|ellipsis)[\w:-]*[ _:-]?end/i,
  },
];

export const BOT_REGION_ENDS: readonly RegExp[] = BOT_REGIONS.map((region) => region.end);

/** The pattern that ends the region which this comment starts, when a bot's marker it is. */
export function botRegionEnd(comment: string): RegExp | undefined {
  return BOT_REGIONS.find((region) => region.start.test(comment.slice(0, 200)))?.end;
}

const BOT_LINES: readonly RegExp[] = [
  // The second half of a signature that was wrapped.
  /^(?:codeflow|code|claude code|cursor|devin)\]\(https?:/i,
  /^(?:signed-off-by|co-authored-by|reviewed-by|acked-by|tested-by|change-id|reported-by|assisted-by|generated-by):\s/i,
  /^(?:🤖\s*)?(?:generated|created|written|made|authored|assisted)\s+(?:with|by|using|via)\s+\[?(?:claude|cursor|copilot|github copilot|devin|codex|chatgpt|gemini|windsurf|aider|amp|jules|openhands|sweep|cline|roo)/i,
  /open\s+in\s+\[?(?:codeflow|cursor|devin|web|gitpod|stackblitz|codesandbox|stacklok|graphite)\b/i,
  /^(?:microsoft )?reviewers:\s*\[?open in/i,
  /^this change is\s*\[[^\]]{0,80}\]\(https?:\/\/reviewable\b/i,
  /^link to devin (?:run|session)\b/i,
  /^this stack of pull requests is managed by\b/i,
  /^(?:💡|✨)?\s*(?:you can make copilot smarter|let copilot coding agent)\b/iu,
  /^(?:this (?:pr|pull request) (?:was|has been) (?:automatically |auto-?)?(?:generated|created|opened) by)\b/i,
  /^\[?(?:!\[)?(?:open in|review on|view in) (?:cursor|devin|graphite|reviewable|gitpod)/i,
  /^summary by (?:coderabbit|cursor|copilot|ellipsis|sourcery|graphite)/i,
  /^reviewed by \[?cursor bugbot\b/i,
  /^written by \[?cursor bugbot\b/i,
  /^important (?:auto )?review skipped\b/i,
  /^dependabot (?:will|can|resolve|commands)\b/i,
  /^(?:\/?cc|ping|cc:|r\?|ptal)\s+@[\w/-]+(?:[\s,]+@[\w/-]+)*\s*$/i,
];

/** Every line below has one of these words: most of an author's have none. */
const BOT_HINT =
  /\bby\b|\b(?:open|generated|created|written|made|authored|assisted|review|change|dependabot|copilot|devin|cc|ping|ptal)\b|-id:|@|\]\(https?:/i;

/** A line that a tool or a habit signs with: it says nothing about the change. */
export function isBotLine(text: string): boolean {
  if (!BOT_HINT.test(text.slice(0, 300))) return false;
  const words = text.slice(0, 300).replace(/^[#>*_\s]+/, '');
  return BOT_LINES.some((pattern) => pattern.test(words));
}
