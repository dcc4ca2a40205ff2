/** A server-sent-event stream that a test reads as text. */
export interface OpenStream {
  readonly response: Response;
  /** All that came so far. */
  text(): string;
  /** Resolves when the server ended it, or this side did. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function openStream(url: string, token: string): Promise<OpenStream> {
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { headers, signal: abort.signal });
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? [])
        text += decoder.decode(chunk, { stream: true });
    } catch {
      // Ended from this side.
    }
  };
  return { response, text: () => text, ended: read(), close: () => abort.abort() };
}
