/** `20 MB`: binary steps, as file managers count. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const unit = bytes < 1024 * 1024 ? 'KB' : 'MB';
  const amount = bytes / (unit === 'KB' ? 1024 : 1024 * 1024);
  return `${amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit}`;
}
