/**
 * The salon's look in one place: the component library's theme and the style sheets' variables are both made from it.
 * A salon that wants its own brand changes this file only.
 */
export const tokens = {
  brandName: '颜册',
  color: {
    paper: '#FAF7F4',
    surface: '#FFFFFF',
    ink: '#2A2523',
    secondary: '#736965',
    /** Lines and hatching only, never text: it does not reach 4.5:1. */
    faint: '#B8AFA9',
    hairline: '#E8E2DD',
    sunken: '#F3EEEA',
    brand: '#A85B63',
    brandPressed: '#8F4A52',
    brandText: '#9C555C',
    brandWash: '#F6ECEC',
    gold: '#B08D57',
    goldText: '#806740',
    leaf: '#5E8B6F',
    leafText: '#46695A',
    leafWash: '#EDF3EF',
    amber: '#C58A3A',
    amberText: '#855C26',
    amberWash: '#FBF2E4',
    /** Allergy, debt and destructive acts; nothing else. */
    alarm: '#B8403A',
    alarmWash: '#FBEDEC',
  },
  radius: { card: 12, control: 8, pill: 999 },
  type: {
    family:
      '"PingFang SC", -apple-system, BlinkMacSystemFont, "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
    title: 22,
    section: 17,
    body: 15,
    note: 13,
  },
} as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The tokens as custom properties (`--brand-wash`, `--radius-card`, …) for the style sheets. */
export function cssVariables(): Record<string, string> {
  const variables: Record<string, string> = { '--font': tokens.type.family };
  for (const [name, value] of Object.entries(tokens.color)) variables[`--${kebab(name)}`] = value;
  for (const [name, value] of Object.entries(tokens.radius))
    variables[`--radius-${kebab(name)}`] = `${value}px`;
  return variables;
}
