import { Button } from 'antd';
import { useRef, type PointerEvent } from 'react';
import type { Signature } from '../api/contract';
import styles from './consents.module.css';

/** The API takes at most so many lines, and so many numbers in one. */
const MOST_STROKES = 80;
const MOST_COORDINATES = 2_000;
/** Fewer points are a slip of the finger and no name. */
const LEAST_POINTS = 8;
const WIDTH = 440;
const HEIGHT = 180;

export const NOTHING_DRAWN: Signature = { width: WIDTH, height: HEIGHT, strokes: [] };

/** Whether it can pass for a name. */
export const isSigned = ({ strokes }: Signature): boolean =>
  strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0) >= LEAST_POINTS;

/** Where a client signs on the salon's screen, with a finger, a pen or the mouse. */
export function SignaturePad({
  value,
  onChange,
}: {
  value: Signature;
  onChange: (next: Signature) => void;
}) {
  const drawing = useRef(false);
  /** In the field's own coordinates, whatever size the screen gives it. */
  const at = (event: PointerEvent<SVGSVGElement>): [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const within = (part: number, most: number) =>
      Math.min(most, Math.max(0, Math.round(part * most)));
    return [
      within((event.clientX - left) / width, WIDTH),
      within((event.clientY - top) / height, HEIGHT),
    ];
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (value.strokes.length >= MOST_STROKES) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    onChange({ ...value, strokes: [...value.strokes, at(event)] });
  };
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const last = value.strokes.at(-1);
    if (!drawing.current || !last || last.length >= MOST_COORDINATES) return;
    onChange({ ...value, strokes: [...value.strokes.slice(0, -1), [...last, ...at(event)]] });
  };
  const end = () => {
    drawing.current = false;
  };
  return (
    <div className={styles.pad}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="签名处"
        data-testid="signature-pad"
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {value.strokes.map((stroke, place) => (
          <polyline key={place} points={stroke.join(' ')} />
        ))}
      </svg>
      {value.strokes.length === 0 ? (
        <span className="note">请顾客在这里签名</span>
      ) : (
        <Button size="small" onClick={() => onChange(NOTHING_DRAWN)} data-testid="signature-clear">
          重签
        </Button>
      )}
    </div>
  );
}

/** A signature as it was drawn. */
export function SignatureImage({ signature }: { signature: Signature }) {
  return (
    <svg
      className={styles.drawn}
      viewBox={`0 0 ${signature.width} ${signature.height}`}
      role="img"
      aria-label="签名"
    >
      {signature.strokes.map((stroke, place) => (
        <polyline key={place} points={stroke.join(' ')} />
      ))}
    </svg>
  );
}
