import { tokens } from '../shared/theme/tokens';

/** The first instant, before it is known who is there. */
export function Splash() {
  return (
    <div style={{ display: 'grid', placeItems: 'center', height: '100%' }} aria-busy="true">
      <p className="note">{tokens.brandName} 正在打开…</p>
    </div>
  );
}
