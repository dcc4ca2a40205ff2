import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import styles from './part-nav.module.css';

export interface Part {
  readonly path: string;
  readonly name: string;
}

/** The pages of one area, side by side below its title. */
export function PartNav({
  area,
  name,
  parts,
}: {
  /** The first part of their paths. */
  area: string;
  name: string;
  parts: readonly Part[];
}) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row is longer than the screen: where one is has to be in sight.
  useEffect(() => {
    const here = nav.current?.querySelector('[aria-current="page"]');
    here?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} className={styles.parts} aria-label={name}>
      {parts.map(({ path, name: word }) => (
        <NavLink
          key={path}
          to={`/${area}/${path}`}
          className={({ isActive }) => `${styles.part} ${isActive ? styles.here : ''}`}
          data-testid={`${area}-${path}`}
        >
          {word}
        </NavLink>
      ))}
    </nav>
  );
}
