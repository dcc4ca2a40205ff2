import Taro from '@tarojs/taro';
import { Canvas, type CanvasTouchEvent } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { PEN, type InkSurfaceProps } from './ink-surface.types';
import './ink-surface.scss';

/** The canvas once it is there. */
interface Field {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Undefined on a phone that draws no canvas: the points count all the same. */
  pen: CanvasRenderingContext2D | undefined;
}

/** Device pixels to a CSS pixel: enough for a line that is no photograph. */
const DENSITY = 2;

/** WeChat's canvas 2d: lines go straight to it, nothing crosses to the view by setData. */
export function InkSurface({ ink, onChange }: InkSurfaceProps) {
  const field = useRef<Field>();
  useEffect(() => {
    Taro.nextTick(() =>
      measure((found) => {
        field.current = found;
        ink.resize(found.width, found.height);
      }),
    );
  }, [ink]);

  const at = (event: CanvasTouchEvent): [number, number] => {
    const touch: Point = event.touches[0] ?? {};
    const { left, top } = field.current ?? { left: 0, top: 0 };
    return [touch.x ?? (touch.clientX ?? 0) - left, touch.y ?? (touch.clientY ?? 0) - top];
  };
  const end = () => {
    ink.end();
    onChange();
  };
  return (
    <Canvas
      type="2d"
      className="ink t-ink"
      disableScroll
      aria-label="签名处"
      onTouchStart={(event) => {
        ink.begin(...at(event));
        onChange();
      }}
      onTouchMove={(event) => {
        const piece = ink.move(...at(event));
        const pen = field.current?.pen;
        if (!piece || !pen) return;
        pen.beginPath();
        pen.moveTo(piece[0], piece[1]);
        pen.lineTo(piece[2], piece[3]);
        pen.stroke();
      }}
      onTouchEnd={end}
      onTouchCancel={end}
    />
  );
}

interface Point {
  x?: number;
  y?: number;
  clientX?: number;
  clientY?: number;
}

function measure(found: (field: Field) => void): void {
  Taro.createSelectorQuery()
    .select('.t-ink')
    .fields({ node: true, size: true, rect: true })
    .exec((answers: ((Partial<Field> & { node?: HTMLCanvasElement }) | null)[]) => {
      const { left = 0, top = 0, width = 0, height = 0, node } = answers[0] ?? {};
      if (width === 0 || height === 0) return;
      found({ left, top, width, height, pen: node && penOf(node, width, height) });
    });
}

function penOf(node: HTMLCanvasElement, width: number, height: number) {
  node.width = width * DENSITY;
  node.height = height * DENSITY;
  const pen = node.getContext('2d') ?? undefined;
  if (!pen) return undefined;
  pen.scale(DENSITY, DENSITY);
  pen.lineWidth = PEN.width;
  pen.lineCap = 'round';
  pen.strokeStyle = PEN.colour;
  return pen;
}
