import type { CarriedFile } from '../../platform/messages.ts';

/** Files as they travel to the background. @throws DOMException when a file was moved since it was chosen */
export function carry(files: readonly File[]): Promise<CarriedFile[]> {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, type: file.type, base64: await base64(file) })),
  );
}

/** The browser's own encoder: for tens of megabytes one written here would hold up the page. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
