/** A round with the first letter of a name; decoration only. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {name.charAt(0)}
    </span>
  );
}
