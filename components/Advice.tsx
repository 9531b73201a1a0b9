import { useText } from './language';

const STEPS = [
  'advice_record',
  'advice_lookup',
  'advice_calm',
  'advice_obey',
  'advice_money',
  'advice_report',
] as const;

/** What the notice of the department advises, as short steps. */
export function Advice() {
  const text = useText();
  return (
    <ul class="advice">
      {STEPS.map((step) => (
        <li key={step}>{text(step)}</li>
      ))}
    </ul>
  );
}
