import fc from 'fast-check';

/** Words that would like to be more than words. */
export const HOSTILE_TEXTS: readonly string[] = [
  '# heading',
  'heading\n===',
  '- item\n- item',
  '1. item',
  '1) item',
  '+ item',
  '> quote',
  '    indented code',
  '[link](https://evil.example)',
  '[ref][1]\n\n[1]: https://evil.example',
  '![image](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<!-- hiyari:reply key=1 -->',
  '<https://evil.example>',
  'https://evil.example/x www.evil.example ftp://evil.example',
  'somebody@evil.example',
  '@octocat please, @acme/team too',
  'fixes #12, closes GH-7, resolves acme/app#3',
  'fixes https://github.com/acme/app/issues/1',
  'deadbeefcafe and 0123456789abcdef0123456789abcdef01234567',
  ':tada: :white_check_mark:',
  'a | b | c\n--|--|--\n1 | 2 | 3',
  '``` \nfence\n```',
  '`` `code` ``',
  '~~gone~~ **bold** _italic_ __strong__',
  '\\*not escaped\\* \\',
  '&lt;script&gt; &#64;octocat &commat;octocat',
  '\u202eesrever \u200bzero\u2060width\ufeff',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007',
  '| cell',
  '$\\LaTeX$',
  '---',
  '***',
  '[^1]: footnote',
  '[ ] task',
  '\ud800 lone',
];

/** Single hostile texts, mixtures of them, and anything at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.constantFrom('\n', '\n\n', ' ', '|', '`', '\\')), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()#+-.!|<>&@:/~$^"\'= \n\t1a'), maxLength: 40 }),
);
