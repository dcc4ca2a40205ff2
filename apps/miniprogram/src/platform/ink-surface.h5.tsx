import { useEffect, useRef, type PointerEvent } from 'react';
import { PEN, type InkSurfaceProps } from './ink-surface.types';
import './ink-surface.scss';

/** The browser's canvas; fingers, pens and mice draw alike. */
export function InkSurface({ ink, onChange }: InkSurfaceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    const { width, height } = field.getBoundingClientRect();
    const density = window.devicePixelRatio;
    field.width = width * density;
    field.height = height * density;
    const pen = field.getContext('2d');
    pen?.scale(density, density);
    ink.resize(width, height);
  }, [ink]);

  const at = (event: PointerEvent): [number, number] => {
    const { left, top } = canvas.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [event.clientX - left, event.clientY - top];
  };
  const end = () => {
    ink.end();
    onChange();
  };
  return (
    <canvas
      ref={canvas}
      className="ink t-ink"
      aria-label="签名处"
      onPointerDown={(event) => {
        canvas.current?.setPointerCapture(event.pointerId);
        ink.begin(...at(event));
        onChange();
      }}
      onPointerMove={(event) => {
        const piece = ink.move(...at(event));
        const pen = canvas.current?.getContext('2d');
        if (!piece || !pen) return;
        pen.lineWidth = PEN.width;
        pen.lineCap = 'round';
        pen.strokeStyle = PEN.colour;
        pen.beginPath();
        pen.moveTo(piece[0], piece[1]);
        pen.lineTo(piece[2], piece[3]);
        pen.stroke();
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
