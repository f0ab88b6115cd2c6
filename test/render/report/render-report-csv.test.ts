import { describe, expect, it } from 'vitest';
import { renderReportCsv } from '../../../src/render/report/render-report-csv.ts';
import { sampleReport } from '../../support/report/sample-report.ts';
import { IMPROVED } from '../../support/report/sample-tried.ts';

describe('renderReportCsv', () => {
  it('gives tables whose rows are as long as their heads', () => {
    const files = renderReportCsv(sampleReport());
    expect([...files.keys()]).toEqual([
      'report.csv',
      'kinds.csv',
      'causes.csv',
      'weeks.csv',
      'expectations.csv',
      'actions.csv',
      'habits.csv',
      'speed.csv',
      'hot-paths.csv',
      'awaiting-links.csv',
      'quality.csv',
    ]);
    for (const [name, text] of files) {
      const lengths = new Set(
        text
          .trimEnd()
          .split('\r\n')
          .map((line) => line.split(',').length),
      );
      expect([name, lengths.size]).toEqual([name, 1]);
    }
    expect(files.get('kinds.csv')).toMatch(/^kind,now,before\r\nregression,\d+,\d+\r\n/);
  });

  it('gives a spreadsheet no formula to run', () => {
    const files = renderReportCsv(
      sampleReport({ tried: [{ ...IMPROVED, title: '=HYPERLINK("https://evil.example")' }] }),
    );
    expect(files.get('actions.csv')).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });
});
