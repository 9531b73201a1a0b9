interface FileButtonProps {
  readonly label: string;
  /** Kinds of files, as an input of that type takes them. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file; the same file can be chosen again. */
export function FileButton({ label, accept, disabled = false, onFile }: FileButtonProps) {
  return (
    <label class={`button file-button${disabled ? ' is-disabled' : ''}`}>
      {label}
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
