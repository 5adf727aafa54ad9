export interface DownloadOptions {
  /** MIME type. */
  type: 'text/csv' | 'application/json';
  name: string;
  /** When it was made, in ms; the file is named after the day. @default now */
  madeAt?: number;
}

const ENDINGS = { 'text/csv': 'csv', 'application/json': 'json' };

/** Gives the user a file. */
export function download(text: string, { type, name, madeAt = Date.now() }: DownloadOptions): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `kundebro-${name}-${new Date(madeAt).toISOString().slice(0, 10)}.${ENDINGS[type]}`;
  link.click();
  URL.revokeObjectURL(url);
}
