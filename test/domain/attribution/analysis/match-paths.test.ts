import { describe, expect, it } from 'vitest';
import { matchPaths, indexFiles, MAX_PATHS } from '../../../../src/domain/attribution/analysis/match-paths.ts';

const files = indexFiles([
  'app/models/invoice.rb',
  'src/billing/total.py',
  'src/main/java/com/acme/billing/Invoice.java',
  'src/main/java/com/acme/sales/Invoice.java',
  'web/src/cart/index.ts',
  'web/src/user/index.ts',
  'cmd/server/main.go',
  'core/src/main.rs',
  'Shop.Web/Cart.cs',
  'public/index.php',
  ...Array.from({ length: 9 }, (_, i) => `packages/p${i}/package.json`),
]);

describe('matchPaths', () => {
  it.each([
    ["app/models/invoice.rb:10:in `total'", ['app/models/invoice.rb']],
    ["/srv/releases/42/app/models/invoice.rb:10:in 'total'", ['app/models/invoice.rb']],
    ['  File "/opt/app/src/billing/total.py", line 3, in total', ['src/billing/total.py']],
    ['\tat com.acme.billing.Invoice.total(Invoice.java:10)', ['src/main/java/com/acme/billing/Invoice.java']],
    ['    at total (/srv/web/src/cart/index.ts:1:2)', ['web/src/cart/index.ts']],
    ['main.main()\n\t/build/cmd/server/main.go:10 +0x1d', ['cmd/server/main.go']],
    ['thread panicked at core/src/main.rs:10:5', ['core/src/main.rs']],
    ['   at Shop.Web.Cart.Total() in C:\\build\\Shop.Web\\Cart.cs:line 3', ['Shop.Web/Cart.cs']],
    ['PHP Fatal error in /var/www/public/index.php(10)', ['public/index.php']],
    ['the totals in invoice.rb are wrong', ['app/models/invoice.rb']],
    ['see package.json', []],
    ['nothing.here and v1.2.3', []],
  ])('%s', (text, expected) => {
    expect(matchPaths(text, files)).toEqual(expected);
  });

  it('reads thousands of frames, each file once, in order', () => {
    const frames = Array.from({ length: 5_000 }, (_, i) =>
      i % 2 === 0 ? 'app/models/invoice.rb:1' : 'src/billing/total.py:2',
    ).join('\n');
    expect(matchPaths(frames, files)).toEqual(['app/models/invoice.rb', 'src/billing/total.py']);
  });

  it('bounds what it finds', () => {
    const many = indexFiles(Array.from({ length: 1_000 }, (_, i) => `a/f${i}.rb`));
    const text = Array.from({ length: 1_000 }, (_, i) => `a/f${i}.rb`).join(' ');
    expect(matchPaths(text, many)).toHaveLength(MAX_PATHS);
    expect(matchPaths('.'.repeat(1_000_000) + 'a'.repeat(1_000_000), many)).toEqual([]);
  });
});
