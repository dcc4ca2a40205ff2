import { Select, type RefSelectProps } from 'antd';
import { useMemo } from 'react';
import { priceLabel } from '../../shared/format/money';
import { durationLabel } from '../../shared/format/time';
import { useServices } from '../../shared/requests/list-services';
import styles from './booking.module.css';

const MOST = 6;

/** The services of the visit, in the order in which they are done. */
export function ServicePicker({
  storeId,
  chosen,
  onChange,
  inputRef,
}: {
  storeId: string;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  /** Hands out the way to focus the list once the client is known. */
  inputRef?: React.RefObject<RefSelectProps>;
}) {
  const services = useServices(storeId);
  const { options, notes } = useMemo(() => {
    const groups = new Map<string, { value: string; label: string }[]>();
    const lines = new Map<string, string>();
    for (const { id, name, categoryName, durationMinutes, priceFen } of services.data ?? []) {
      lines.set(id, `${durationLabel(durationMinutes)} · ${priceLabel(priceFen)}`);
      groups.set(categoryName, [...(groups.get(categoryName) ?? []), { value: id, label: name }]);
    }
    const grouped = [...groups].map(([label, list]) => ({ label, title: label, options: list }));
    return { options: grouped, notes: lines };
  }, [services.data]);
  return (
    <label className={styles.field}>
      <span className={styles.label}>项目</span>
      <Select
        ref={inputRef}
        mode="multiple"
        value={[...chosen]}
        onChange={onChange}
        options={options}
        maxCount={MOST}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={services.error ? '项目没能加载，请稍后再试' : '可选多个，按先后顺序'}
        loading={services.isPending}
        optionRender={({ value, label }) => (
          <span className={styles.option}>
            <span>{label}</span>
            <span className="note tabular">{notes.get(String(value))}</span>
          </span>
        )}
        data-testid="booking-services"
      />
    </label>
  );
}
