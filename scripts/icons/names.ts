/** Sizes of the extension's own icon: toolbar, lists of extensions, stores, notifications. */
export const ICON_SIZES = [16, 32, 48, 96, 128] as const;
/** Sizes of what stands on the toolbar, up to three device pixels a point. */
export const STATE_SIZES = [16, 32, 48] as const;
/** What can stand on the toolbar in place of the mark. */
export const TOOLBAR_STATES = ['danger', 'caution', 'notice', 'old'] as const;
