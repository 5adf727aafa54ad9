export interface Sender {
  id?: string;
  url?: string;
}

/** A page of this extension, and not a content script, a site or another extension. */
export function isOwnPage(sender: Sender, own: { id: string; origin: string }): boolean {
  return sender.id === own.id && sender.url !== undefined && sender.url.startsWith(`${own.origin}/`);
}
