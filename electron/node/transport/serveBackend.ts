import { refused, replied } from '../../../shared/contract/envelope.ts';
import type { Backend } from '../../../shared/contract/transport.ts';
import type { HandleRegistry } from '../web/fileHandles.ts';
import type { FromServices, MessagePipe, ToServices } from './portMessages.ts';

/** Answers the calls that come through a pipe, and sends what happens without being asked. */
export function serveBackend(pipe: MessagePipe, backend: Backend, handles: HandleRegistry): void {
  const send = (message: FromServices): void => pipe.postMessage(message);
  backend.subscribe((event) => send({ event }));
  pipe.listen((received) => {
    // Our own host is the only one at the other end.
    const message = received as ToServices;
    if ('grant' in message) handles.adopt(message.grant);
    else if ('resolve' in message) {
      const found = handles.resolve('read', message.resolve);
      send({ id: message.id, reply: found.ok ? replied(found.value) : refused(found.error.code, found.error.params) });
    } else {
      void backend.dispatch(message.method, message.input).then((reply) => send({ id: message.id, reply }));
    }
  });
}
