/**
 * Files in a paste. Pictures are named by when they were pasted, since the clipboard calls every one of them
 * `image.png`; word processors add such a picture of the words that were copied, which nobody wants beside them.
 */
export function pastedFiles(data: DataTransfer | null, nameOf: (at: string) => string, now: Date): File[] {
  const at = now.toTimeString().slice(0, 8).replaceAll(':', '');
  const isNameless = (file: File) => file.type.startsWith('image/') && /^image\.\w+$/.test(file.name);
  const words = Boolean(data?.getData('text/plain').trim());
  return [...(data?.files ?? [])]
    .filter((file) => !(words && isNameless(file)))
    .map((file, index) => {
      if (!isNameless(file)) return file;
      const extension = file.name.split('.').at(-1);
      const name = `${nameOf(at)}${index ? `-${index + 1}` : ''}.${extension}`;
      return new File([file], name, { type: file.type, lastModified: now.getTime() });
    });
}
