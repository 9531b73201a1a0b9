import { useText } from '../language';
import { PageUnitItem, type PageUnitItemProps } from './PageUnitItem';
import type { PageState, PopupEvents } from './types';

interface PageSectionProps
  extends
    Omit<PageUnitItemProps, 'unit'>,
    Pick<PopupEvents, 'onShow' | 'onHide' | 'onUndo' | 'onSave' | 'onMark' | 'onAllow'> {
  readonly page: PageState;
}

/** What was found on the page of the open tab, or why nothing can be said of it. */
export function PageSection(props: PageSectionProps) {
  const text = useText();
  return (
    <section aria-labelledby="popup-page">
      <h2 id="popup-page">{text('popup_page')}</h2>
      <div role="status">
        <PageSummary page={props.page} />
      </div>
      {props.page.kind === 'not-allowed' && (
        <button type="button" class="button primary" onClick={props.onAllow}>
          {text('popup_allow')}
        </button>
      )}
      {props.page.kind === 'read' && (
        <ul class="page-units">
          {props.page.units.map((unit) => (
            <PageUnitItem key={unit.id} {...props} unit={unit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PageSummary({ page }: { readonly page: PageState }) {
  const text = useText();
  switch (page.kind) {
    case 'loading':
      return <p class="muted">{text('popup_loading')}</p>;
    case 'not-allowed':
      return (
        <>
          <p>{text('popup_not_allowed')}</p>
          <p class="muted">{text('popup_not_allowed_note')}</p>
        </>
      );
    case 'unreadable':
      return (
        <>
          <p>{text('popup_unreadable')}</p>
          <p class="muted">{text('popup_unreadable_note')}</p>
        </>
      );
    case 'read':
      return (
        <>
          {page.units.length > 0 ? (
            <p>{text('popup_found', { count: page.units.length })}</p>
          ) : (
            <>
              <p>{text('popup_nothing')}</p>
              <p class="muted">{text('popup_nothing_note')}</p>
            </>
          )}
          {page.general !== undefined && <p class="muted">{text('popup_general', { site: page.general })}</p>}
          {page.truncated && <p class="muted">{text('popup_truncated')}</p>}
        </>
      );
  }
}
