/** A small XMPP client over plain TCP on loopback: enough to speak in a room and to one person. */
import { connect } from 'node:net';

export interface XmppClient {
  join(room: string): Promise<void>;
  toRoom(room: string, text: string): void;
  toPerson(jid: string, text: string): void;
  close(): void;
}

const DOMAIN = 'example.test';
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Signs in at the Prosody of tests/apps/servers/converse.sh. Rejects where it is refused. */
export async function xmppClient(user: string, password: string): Promise<XmppClient> {
  const socket = connect(15222, '127.0.0.1');
  socket.setEncoding('utf8');
  let heard = '';
  let wake: (() => void) | undefined;
  let failure: Error | undefined;
  socket.on('data', (data) => {
    heard += String(data);
    wake?.();
  });
  socket.on('error', (error) => {
    failure = error;
    wake?.();
  });
  /** Waits for an answer and forgets what came before it. */
  const until = async (answer: RegExp): Promise<void> => {
    while (!answer.test(heard)) {
      if (failure ?? heard.includes('<failure')) throw failure ?? new Error(heard);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    heard = '';
  };
  const open = () =>
    socket.write(
      `<?xml version='1.0'?><stream:stream to='${DOMAIN}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`,
    );
  open();
  await until(/<\/stream:features>/);
  const secret = Buffer.from(`\0${user}\0${password}`).toString('base64');
  socket.write(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${secret}</auth>`);
  await until(/<success/);
  open();
  await until(/<\/stream:features>/);
  socket.write(`<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>`);
  await until(/id=['"]b1['"]/);
  socket.write('<presence/>');
  let count = 0;
  const say = (to: string, type: string, text: string) =>
    socket.write(
      `<message to='${to}' type='${type}' id='m${count++}'><body>${escape(text)}</body></message>`,
    );
  return {
    join: async (room) => {
      socket.write(`<presence to='${room}/${user}'><x xmlns='http://jabber.org/protocol/muc'/></presence>`);
      await until(/<subject|status code=['"]110['"]/);
    },
    toRoom: (room, text) => say(room, 'groupchat', text),
    toPerson: (jid, text) => say(jid, 'chat', text),
    close: () => socket.end('</stream:stream>'),
  };
}
