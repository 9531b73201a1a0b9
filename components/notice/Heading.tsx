import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

/** Level of a notice's title: 1 on its own page, lower where the notice is part of another. */
export const TitleLevel = createContext<1 | 2 | 3>(1);

interface HeadingProps {
  /** The notice's title; a part of it otherwise. */
  readonly title?: boolean;
  readonly id?: string;
  readonly children: ComponentChildren;
}

/** A heading of a notice, one level under its title or the title itself. */
export function Heading({ title = false, id, children }: HeadingProps) {
  const level = useContext(TitleLevel) + (title ? 0 : 1);
  const Tag = `h${level}` as 'h1';
  return (
    <Tag id={id} class={title ? 'notice-title' : 'notice-part'}>
      {children}
    </Tag>
  );
}
