import { execFileSync } from 'node:child_process';

/** Packets that the other end of the card's wire got so far, by the kernel's count. In the empty network. */
export function packetsOnTheWire(): number {
  const text = execFileSync('ip', ['-json', '-statistics', 'link', 'show', 'wire']);
  const [link] = JSON.parse(text.toString()) as [{ stats64: { rx: { packets: number } } }];
  return link.stats64.rx.packets;
}
