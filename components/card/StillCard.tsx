import { Card, type CardProps } from './Card';

const nothing = () => undefined;

type StillCardProps = Pick<CardProps, 'verdict' | 'hotlines' | 'formatNumber' | 'freshness'> &
  Partial<Pick<CardProps, 'hidden'>>;

/** The card to look at: its buttons do nothing. */
export function StillCard({ hidden = false, ...shown }: StillCardProps) {
  return (
    <Card
      {...shown}
      hidden={hidden}
      takeFocus={false}
      onReason={nothing}
      onNotice={nothing}
      onSave={nothing}
      onHide={nothing}
      onUndo={nothing}
      onClose={nothing}
    />
  );
}
