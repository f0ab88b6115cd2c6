/** Minutes east of UTC of the abbreviations that name one zone. `CST` and `IST` name several, and are not here. */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  sgt: 480,
  hkt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  日本時間: 540,
};

const NUMERIC = /^(?:utc|gmt)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/;

/** Minutes east of UTC; `null` for what is no zone. */
export function readOffset(zone: string): number | null {
  const name = zone.toLowerCase();
  if (Object.hasOwn(OFFSETS, name)) return OFFSETS[name] ?? null;
  const [, sign, hours, minutes] = NUMERIC.exec(name) ?? [];
  if (sign === undefined) return null;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  return offset <= 14 * 60 ? (sign === '-' ? -offset : offset) : null;
}

/** `UTC`, `+09:00`. */
export function formatOffset(offset: number): string {
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
