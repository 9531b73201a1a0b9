/** A public key in groups of four, as far as people compare them. */
export function keyIdLabel(open: string): string {
  return (open.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}
