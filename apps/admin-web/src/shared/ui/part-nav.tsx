import { NavLink } from 'react-router';
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
  return (
    <nav className={styles.parts} aria-label={name}>
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
