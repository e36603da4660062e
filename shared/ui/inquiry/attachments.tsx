import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { InquiryLimits } from '../../inquiry/inquiry.ts';
import { Icon } from '../icon.tsx';
import { useText } from '../text/context.ts';
import { bytesText } from './bytes.ts';
import { FieldError } from './field.tsx';

interface AttachmentsProps {
  id: string;
  files: readonly File[];
  limits: InquiryLimits;
  error?: string | undefined;
  input: RefObject<HTMLInputElement | null>;
  onAdd: (files: File[]) => void;
  onRemove: (file: File) => void;
}

/** 첨부 파일: by button, by drag; pasting is the form's. What may be attached is said before it is tried. */
export function Attachments({ id, files, limits, error, input, onAdd, onRemove }: AttachmentsProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const described = `${id}-limits${error ? ` ${id}-error` : ''}`;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onAdd([...(event.dataTransfer?.files ?? [])]);
  };
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  return (
    <div class="gj-field">
      <label class="gj-label-line" for={id}>
        {t.inquiry.files}
        <span class="gj-optional"> ({t.common.optional})</span>
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button inside does the same */}
      <div
        class={over ? 'gj-drop gj-drop-over' : 'gj-drop'}
        onDragEnter={(event) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
        onDragLeave={(event) =>
          !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)
        }
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          class="gj-hidden gj-file-input"
          type="file"
          multiple
          accept={limits.types.map((type) => `.${type}`).join(',')}
          aria-describedby={described}
          onChange={(event) => {
            onAdd([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <p>
          <label class="gj-button" for={id}>
            <Icon name="clip" />
            {t.inquiry.filesAdd}
          </label>
          <span class="gj-drop-words">{over ? t.inquiry.filesDropNow : t.inquiry.filesDrop}</span>
        </p>
        <p class="gj-hint" id={`${id}-limits`}>
          {t.inquiry.filesLimits(limits.files, bytesText(limits.fileBytes), bytesText(limits.totalBytes))}
          <br />
          {t.inquiry.filesTypes(limits.types.join(', '))}
        </p>
      </div>
      <FieldError id={id} error={error} />
      {files.length > 0 && (
        <ul class="gj-files">
          {files.map((file) => (
            <li key={`${file.name}:${file.size}:${file.lastModified}`}>
              <Icon name="file" />
              <span class="gj-file-name">{file.name}</span>
              <span class="gj-file-size">{bytesText(file.size)}</span>
              <button
                type="button"
                class="gj-button gj-quiet gj-bare"
                aria-label={t.inquiry.fileRemove(file.name)}
                onClick={() => onRemove(file)}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
