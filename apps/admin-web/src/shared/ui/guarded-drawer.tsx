import { App, Drawer, type DrawerProps } from 'antd';
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';

/** Whether something would be lost by going now. */
type IsUnsaved = () => boolean | Promise<boolean>;

interface Guard {
  readonly watch: (isUnsaved: IsUnsaved) => () => void;
  /** Goes at once where nothing would be lost, and asks otherwise. */
  readonly leave: (go: () => void) => void;
}

const OPEN: Guard = { watch: () => () => undefined, leave: (go) => go() };
const GuardOf = createContext<Guard>(OPEN);

/** Tells the drawer around this part whether closing it would lose something. */
export function useUnsaved(isUnsaved: IsUnsaved): void {
  const { watch } = useContext(GuardOf);
  const latest = useRef(isUnsaved);
  useEffect(() => {
    latest.current = isUnsaved;
  });
  useEffect(() => watch(() => latest.current()), [watch]);
}

/** For another way out of what is being written, such as a button that drops it. */
export const useLeave = (): Guard['leave'] => useContext(GuardOf).leave;

/** A drawer whose mask, cross and Escape ask first when something in it was not saved. */
export function GuardedDrawer({
  onClose,
  children,
  ...props
}: Omit<DrawerProps, 'onClose' | 'children'> & { onClose: () => void; children: ReactNode }) {
  const { modal } = App.useApp();
  const watched = useRef(new Set<IsUnsaved>());
  const isAsking = useRef(false);
  const ask = async (go: () => void): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    try {
      const asked = [...watched.current].map((isUnsaved) => Promise.resolve(isUnsaved()));
      const found = await Promise.all(asked);
      const stays = found.includes(true) && !(await modal.confirm(QUESTION));
      if (!stays) go();
    } finally {
      isAsking.current = false;
    }
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const guard = useRef<Guard>({
    watch: (isUnsaved) => {
      watched.current.add(isUnsaved);
      return () => void watched.current.delete(isUnsaved);
    },
    leave: (go) => void latest.current(go),
  }).current;
  return (
    <Drawer {...props} onClose={() => guard.leave(onClose)}>
      <GuardOf.Provider value={guard}>{children}</GuardOf.Provider>
    </Drawer>
  );
}

const QUESTION = {
  title: '还有内容没有保存',
  content: '现在关闭，没有保存的内容会丢失。',
  okText: '不保存，关闭',
  cancelText: '继续填写',
  okButtonProps: { danger: true, 'data-testid': 'leave-unsaved' },
  cancelButtonProps: { 'data-testid': 'stay-unsaved' },
} as object;

/** Whether something reads otherwise than it did at first. */
export const differs = (now: unknown, first: unknown): boolean =>
  JSON.stringify(now) !== JSON.stringify(first);
