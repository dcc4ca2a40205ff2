/** What is kept on the phone between visits. Values are JSON. */
export interface KeyValue {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
  /** What is there, by name. */
  keys(): readonly string[];
}
