/** What is on its way from the draft to the browsers: held until it is signed, written, looked at where it is live. */
import { useEffect, useState } from 'preact/hooks';
import type { Login } from '../../../components/admin/publish/DestinationForm';
import { useAdminText } from '../../../components/admin/text';
import { PlaceError, type Destination } from '../../../lib/admin/publish/destination';
import { aboveLeftovers } from '../../../lib/admin/publish/leftovers';
import type { CaughtUp, Outcome } from '../../../lib/admin/publish/overtaken';
import type { Prepared } from '../../../lib/admin/publish/prepare';
import { loadWorkspace, type Workspace } from '../../../lib/admin/workspace';
import type { DeskProps } from './Desk';
import { lookAtLive, type Proof, type Written } from './live';
import { openPlace, publishTo } from './publishing';
import { useOvertaken } from './use-overtaken';

/** Where a publication stands, and its next steps. */
export interface Publication {
  /** What is signed as far as the keys here reach, and not published. */
  readonly pending: Prepared | undefined;
  /** Until the store has answered nobody knows whether something waits. */
  readonly looked: boolean;
  /** It has its signatures, and the place is asked for. */
  readonly placing: boolean;
  /** What became of it where a colleague published first. */
  readonly overtaken: Outcome | undefined;
  readonly proof: Proof | undefined;
  readonly setPlacing: (placing: boolean) => void;
  /** Keeps what is made, and asks for the place where it has all signatures. */
  readonly hold: (make: () => Promise<Prepared>) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly go: (prepared: Prepared, destination: Destination, login: Login, address: string) => Promise<void>;
  /** Looks again at what is live. */
  readonly look: () => Promise<void>;
  readonly closeProof: () => void;
  /** Takes the whole draft back. */
  readonly discard: () => Promise<void>;
}

/** The publication of the feed on the desk. */
export function usePublication({ state, workspace }: DeskProps): Publication {
  const text = useAdminText();
  const [pending, setPending] = useState<Prepared>();
  const [looked, setLooked] = useState(false);
  const [placing, setPlacing] = useState(false);
  const [overtaken, setOvertaken] = useState<Outcome>();
  const [proof, setProof] = useState<Proof>();
  const { open, signers, feed } = workspace;
  useEffect(() => {
    void state.store?.pending(feed.id).then((waiting) => {
      setPending(waiting);
      setLooked(true);
    });
  }, [feed.id]);
  const catchUp = ({ outcome, workspace: caught, pending: waiting }: CaughtUp) => {
    setPending(waiting);
    if (waiting?.missing !== undefined || !waiting) setPlacing(false);
    setOvertaken(outcome);
    state.setWorkspace(caught);
    void state.refreshFeeds();
  };
  useOvertaken({ state, workspace }, pending, catchUp);

  const hold = async (make: () => Promise<Prepared>) => {
    const prepared = await state.run(text('work_sign'), async (store) => {
      const made = await make();
      await store.savePending(feed.id, made);
      return made;
    });
    if (!prepared) return;
    setOvertaken(undefined);
    setPending(prepared);
    setPlacing(!prepared.missing);
  };
  const forget = async () => {
    await state.run(text('work_save'), async (store) => {
      await store.savePending(feed.id, undefined);
      setPending(undefined);
    });
  };
  const look = async (published: Workspace, written?: Written) => {
    const found = await state.run(text('work_verify'), (store) =>
      lookAtLive(store, published, Date.now(), written),
    );
    if (found) {
      setProof(found.proof);
      setOvertaken(found.proof ? undefined : 'other');
      state.setWorkspace(found.workspace);
    }
    await state.refreshFeeds();
  };
  const go = async (prepared: Prepared, destination: Destination, login: Login, address: string) => {
    const label = text('work_publish');
    let written: Written | undefined;
    const done = await state.run(label, async (store) => {
      // First of all: browsers ask for rights only while the press still counts as the person's.
      const place = await openPlace(destination, login, open);
      const at = 'url' in destination ? destination.url : text('place_the_folder');
      written = place && { place, at };
      const known =
        place && 'url' in destination ? { ...destination, singleWriter: !place.conditional } : destination;
      const kept = { ...workspace, feed: { ...feed, destination: known, ...(address && { address }) } };
      await store.saveFeed(kept.feed);
      const free = place
        ? await aboveLeftovers(place, prepared, open.published.timestamp, signers, Date.now())
        : prepared;
      if (free.missing) {
        await store.savePending(feed.id, free);
        setPending(free);
        setPlacing(false);
        throw new PlaceError('ERR_PLACE_LEFTOVERS', destination.kind);
      }
      return publishTo(store, kept, free, place, (files, all) => state.setWork({ label, done: files, all }));
    });
    if (!done) return;
    if ('outcome' in done) {
      catchUp(done);
      return;
    }
    setPending(undefined);
    setPlacing(false);
    setOvertaken(undefined);
    state.setWorkspace(done);
    await look(done, written);
  };
  const discard = async () => {
    await state.run(text('work_save'), async (store) => {
      await store.discardDraft(feed.id);
      state.setWorkspace(await loadWorkspace(store, feed));
    });
  };
  return {
    pending,
    looked,
    placing,
    overtaken,
    proof,
    setPlacing,
    hold,
    forget,
    go,
    look: () => look(workspace, proof?.written),
    closeProof: () => setProof(undefined),
    discard,
  };
}
