const ESC = String.fromCodePoint(0x1b);

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
} as const;

export type Paint = (style: keyof typeof CODES, text: string) => string;

/** Colours by SGR sequences, or none: whether the terminal wants them, its caller knows. */
export function paintWith(colors: boolean): Paint {
  return (style, text) => {
    const [on, off] = CODES[style];
    return colors ? `${ESC}[${on}m${text}${ESC}[${off}m` : text;
  };
}
