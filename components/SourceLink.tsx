import { webHref } from './links';

interface SourceLinkProps {
  readonly url: string;
  readonly children: string;
}

/** The name of a source, as a link where its address is a web page. */
export function SourceLink({ url, children }: SourceLinkProps) {
  const href = webHref(url);
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
