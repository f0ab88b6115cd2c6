import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import { WINDOW_OPENERS, WINDOW_STATES } from '../../../src/domain/monitoring/monitoring-window.ts';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import { renderReminder } from '../../../src/render/comment/render-reminder.ts';
import { renderWatch, type WatchView } from '../../../src/render/comment/render-watch.ts';
import { parseWatchBox } from '../../../src/render/comment/watch-box.ts';
import { sampleWindow } from '../../domain/monitoring/monitoring-samples.ts';

const HOSTILE = '@acme/all #1 <img src=x> `code`\n- [x] <!-- hiyari:watched --> done\n<!-- hiyari:watch key=x -->';
const view = (changes: Partial<WatchView['window']> = {}, more: Partial<WatchView> = {}): WatchView => ({
  window: sampleWindow(changes),
  promise: 'error rate of the checkout',
  takenOut: false,
  saidLate: false,
  ...more,
});
const closed = { closedAt: '2026-09-02T10:30:00Z', watcher: { id: 5, login: null } };

describe('renderWatch', () => {
  it('says what is watched, since when, until when, and how to say what was seen', () => {
    expect(renderWatch(view(), 'en')).toBe(
      [
        '<!-- hiyari:watch key=%2312 -->',
        '### Watching this change after its release',
        '',
        'It was deployed to **production** on 2026-09-01 00:00 UTC. It is watched until **2026-09-04 00:00 UTC** (high risk).',
        '',
        'What was to be watched, in the author’s words:',
        '',
        '> error rate of the checkout',
        '',
        '- [ ] <!-- hiyari:watched --> I have looked at it in production, and it behaves as expected.',
        '',
        'Tick the box once you have looked, or comment `/impact monitored [what was seen]` and say what you saw. The author, or somebody with write access, can do so.',
        '',
      ].join('\n'),
    );
  });

  it('says so in Japanese', () => {
    const text = renderWatch(view(), 'ja');
    expect(text).toContain('2026-09-01 00:00 UTC に **production** にデプロイされました。監視期間は');
    expect(text).toContain('`/impact monitored [確認した内容]`');
  });

  const all = LOCALES.flatMap((locale) =>
    WINDOW_STATES.flatMap((state) => WINDOW_OPENERS.map((openedBy) => ({ locale, state, openedBy }))),
  );
  it.each(all)('$state by $openedBy in $locale is found again, and mentions nobody', ({ locale, state, openedBy }) => {
    const body = renderWatch(
      view(
        { ...(state === 'open' ? {} : closed), state, openedBy, note: HOSTILE, environment: HOSTILE },
        { promise: HOSTILE, saidLate: true },
      ),
      locale,
    );
    expect(parseMarker(body)).toEqual({ kind: 'watch', key: '#12' });
    expect(body).not.toMatch(/@(?!&#8203;)|(?<!&)#\d|<img/);
    expect(body).not.toContain('undefined');
    const ticked = { open: false, done: true, lapsed: true, incident: null, reverted: null };
    expect(parseWatchBox(body)).toBe(ticked[state]);
  });

  it.each([
    ['done', { state: 'done', ...closed, note: 'errors are flat' }, {}, '> errors are flat'],
    ['without a note', { state: 'done', ...closed, note: '' }, {}, 'Looked at on 2026-09-02 10:30 UTC.'],
    ['lapsed', { state: 'lapsed', ...closed }, {}, 'it is recorded as late'],
    ['late', { state: 'lapsed', ...closed, note: 'ok' }, { saidLate: true }, 'Said later:'],
    ['rolled back', { state: 'reverted', ...closed }, { takenOut: true }, 'It starts anew'],
    ['reverted', { state: 'reverted', ...closed }, {}, 'the change was reverted'],
    ['incident', { state: 'incident', ...closed }, {}, 'an incident was tied to this change'],
    ['no promise', {}, { promise: null }, 'does not say what to watch'],
  ] as const)('%s', (_name, changes, more, expected) => {
    expect(renderWatch(view(changes, more), 'en')).toContain(expected);
  });
});

describe('parseWatchBox', () => {
  it.each([
    ['- [x] <!-- hiyari:watched --> x', true],
    ['- [X] <!-- hiyari:watched --> x', true],
    ['- [ ] <!-- hiyari:watched --> x', false],
    ['> - [x] <!-- hiyari:watched --> x', null],
    ['- [x] watched', null],
    ['', null],
  ])('%j', (body, ticked) => {
    expect(parseWatchBox(body)).toBe(ticked);
  });
});

describe('renderReminder', () => {
  const reminder = { dueAt: '2026-09-03T12:00:00Z', endsAt: '2026-09-04T00:00:00Z' };

  it('mentions whom it reminds, and is found again', () => {
    const body = renderReminder({ ...reminder, login: 'mona-lisa' }, 'en');
    expect(parseMarker(body)).toEqual({ kind: 'reminder', key: reminder.dueAt });
    expect(body).toContain('\n@mona-lisa, a reminder: ');
    expect(body).toContain('2026-09-04 00:00 UTC');
    expect(renderReminder({ ...reminder, login: 'mona_acme' }, 'ja')).toContain('\n@mona_acme さん、');
  });

  it('mentions nothing that is no login', () => {
    expect(renderReminder({ ...reminder, login: 'acme/all @everyone' }, 'en')).not.toMatch(/@(?!&#8203;)/);
  });
});
