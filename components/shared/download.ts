export interface DownloadOptions {
  /** MIME type. */
  type: 'text/csv' | 'application/json';
  name: string;
  /** In ms; the date becomes part of the file's name. @default now */
  madeAt?: number;
}

const ENDINGS = { 'text/csv': 'csv', 'application/json': 'json' };

/** Downloads a text as a file. */
export function download(text: string, { type, name, madeAt = Date.now() }: DownloadOptions): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `kundebro-${name}-${new Date(madeAt).toISOString().slice(0, 10)}.${ENDINGS[type]}`;
  link.click();
  URL.revokeObjectURL(url);
}
