import type { ComponentChildren } from 'preact';

interface OptionsSectionProps {
  /** Stands in the address behind `#`, so that other pages can lead here. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One subject of the options page under its heading. */
export function OptionsSection({ id, title, children }: OptionsSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
