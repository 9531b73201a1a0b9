/** A change of keys, or a new date for the root, that goes on in the room of keys. */
export interface KeyWork {
  readonly what: 'change' | 'renew';
  /** Version of the root that it was begun over. */
  readonly root: number;
}
