import type { Unit } from './transport-stream.js';

const PACKET = 188;
const PMT = 0x1000;
const pids = { video: 0x100, audio: 0x101 };

/** Writes packets of 188 bytes. */
export class TsWriter {
  readonly #packets: Buffer[] = [];
  readonly #counters = new Map<number, number>();

  bytes(): Buffer {
    return Buffer.concat(this.#packets);
  }

  /** Which streams there are; what every segment has to begin with. */
  tables(): void {
    this.#section(0, [0, ...u16(0xb00d), ...u16(1), 0xc1, 0, 0, ...u16(1), ...u16(0xe000 | PMT)]);
    const streams = [0x1b, ...u16(0xe000 | pids.video), ...u16(0xf000), 0x0f, ...u16(0xe000 | pids.audio)];
    const body = [
      ...u16(1),
      0xc1,
      0,
      0,
      ...u16(0xe000 | pids.video),
      ...u16(0xf000),
      ...streams,
      ...u16(0xf000),
    ];
    this.#section(PMT, [2, ...u16(0xb000 | (body.length + 4)), ...body]);
  }

  /** One picture, with the clock, or some frames of sound. */
  unit(unit: Unit): void {
    const payload = Buffer.concat([pesHead(unit), unit.data]);
    const video = unit.kind === 'video';
    let head = video ? clock(unit) : undefined;
    for (let at = 0; at < payload.length;) {
      const room = PACKET - 4 - (head ? head.length + 1 : 0);
      const part = payload.subarray(at, at + room);
      this.#packet(pids[unit.kind], at === 0, head, part);
      at += part.length;
      head = undefined;
    }
  }

  #section(pid: number, table: number[]): void {
    const body = Buffer.from(table);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    const section = Buffer.concat([Buffer.from([0]), body, sum]);
    const filled = Buffer.concat([section, Buffer.alloc(PACKET - 4 - section.length, 0xff)]);
    this.#packet(pid, true, undefined, filled);
  }

  /** `field`: content of the adaptation field; more of it fills what the payload leaves. */
  #packet(pid: number, starts: boolean, field: Buffer | undefined, payload: Buffer): void {
    const counter = this.#counters.get(pid) ?? 0;
    this.#counters.set(pid, (counter + 1) & 15);
    const left = PACKET - 4 - payload.length;
    const filling = left > 0 ? fill(field, left) : Buffer.alloc(0);
    const head = [0x47, (starts ? 0x40 : 0) | (pid >> 8), pid & 0xff, (left > 0 ? 0x30 : 0x10) | counter];
    this.#packets.push(Buffer.from(head), filling, payload);
  }
}

const u16 = (value: number): [number, number] => [value >> 8, value & 0xff];

/** An adaptation field of `size` bytes in all. */
function fill(field: Buffer | undefined, size: number): Buffer {
  const out = Buffer.alloc(size, 0xff);
  out[0] = size - 1;
  if (size > 1) out[1] = 0;
  field?.copy(out, 1);
  return out;
}

/** Flags and the program clock, half a second before the picture is decoded. */
function clock({ dts, keyframe }: Unit): Buffer {
  const base = BigInt(dts - 45_000) & 0x1ffffffffn;
  const out = Buffer.alloc(7);
  out[0] = keyframe ? 0x50 : 0x10;
  out.writeUInt32BE(Number(base >> 1n), 1);
  out[5] = (Number(base & 1n) << 7) | 0x7e;
  return out;
}

function pesHead({ kind, dts, pts, data }: Unit): Buffer {
  const both = dts !== pts;
  const times = both ? [...stamp(3, pts), ...stamp(1, dts)] : stamp(2, pts);
  const size = data.length + 3 + times.length;
  const head = [
    0,
    0,
    1,
    kind === 'video' ? 0xe0 : 0xc0,
    ...u16(kind === 'video' || size > 0xffff ? 0 : size),
  ];
  return Buffer.from([...head, 0x80, both ? 0xc0 : 0x80, times.length, ...times]);
}

function stamp(mark: number, time: number): number[] {
  const t = BigInt(time) & 0x1ffffffffn;
  const bits = (shift: bigint, mask: bigint) => Number((t >> shift) & mask);
  const first = (mark << 4) | (bits(30n, 7n) << 1) | 1;
  return [first, ...u16((bits(15n, 0x7fffn) << 1) | 1), ...u16((bits(0n, 0x7fffn) << 1) | 1)];
}

/** The sum that ends every table. */
function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let i = 0; i < 8; i += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
