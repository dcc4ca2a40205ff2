import styles from './finance.module.css';
import { OPENING_COLUMNS, type ReadRow } from './opening-rows';

/** The rows as they were pasted; each bad cell says beside itself what is wrong. */
export function OpeningTable({
  rows,
  faults,
}: {
  rows: readonly ReadRow[];
  faults: ReadonlyMap<string, string>;
}) {
  return (
    <div className={styles.sheet}>
      <table data-testid="opening-table">
        <thead>
          <tr>
            <th scope="col">行</th>
            {OPENING_COLUMNS.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular">
          {rows.map(({ cells }, at) => (
            <tr key={at}>
              <td>{at + 1}</td>
              {OPENING_COLUMNS.map(({ key }) => {
                const fault = faults.get(`${at + 1}.${key}`);
                return (
                  <td key={key} data-bad={fault ? 'true' : undefined} data-code>
                    {cells[key]}
                    {fault && <span className={styles.fault}>{fault}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
