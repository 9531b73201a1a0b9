import encodeQR from 'qr';
import { useMemo } from 'preact/hooks';

interface QrCodeProps {
  /** What a phone reads: `tel:113`, `sms:156?body=…`. */
  readonly value: string;
  /** What scanning does. */
  readonly label: string;
}

/** Blank modules around the code that readers ask for (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as an image of its own, dark on white in every colour scheme: inverted codes are not read by all phones. */
export function QrCode({ value, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawn(value), [value]);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      data-value={value}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function drawn(value: string): { size: number; path: string } {
  const rows = encodeQR(value, 'raw', { ecc: 'medium', border: QUIET });
  let path = '';
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    }),
  );
  return { size: rows.length, path };
}
