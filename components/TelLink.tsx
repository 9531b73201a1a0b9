import { telHref } from './links';

interface TelLinkProps {
  /** E.164 or a short code. */
  readonly number: string;
  readonly formatNumber: (number: string) => string;
}

/** A number that calls when pressed; digits keep their order in any page. */
export function TelLink({ number, formatNumber }: TelLinkProps) {
  const href = telHref(number);
  const digits = <bdi>{formatNumber(number)}</bdi>;
  if (!href) return <span class="hotline-number">{digits}</span>;
  return (
    <a class="hotline-number" href={href}>
      {digits}
    </a>
  );
}
