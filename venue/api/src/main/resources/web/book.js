// An order book kept from snapshots and absolute-size updates, checked against the venue's checksum.

const CHECKED_LEVELS = 25;

export class Book {
  #bids = new Map();
  #asks = new Map();

  /** Takes in a message. False if the book does not match its checksum: ask for a snapshot. */
  take(message) {
    if (message.type === 'snapshot') {
      this.#bids.clear();
      this.#asks.clear();
    }
    apply(this.#bids, message.data.bids);
    apply(this.#asks, message.data.asks);
    return crc32(this.#text()) === message.data.checksum;
  }

  /** The best levels, best first: [price, size]. */
  bids(count) {
    return [...this.#bids].sort((a, b) => b[0] - a[0]).slice(0, count);
  }

  asks(count) {
    return [...this.#asks].sort((a, b) => a[0] - b[0]).slice(0, count);
  }

  #text() {
    return [...this.bids(CHECKED_LEVELS), ...this.asks(CHECKED_LEVELS)].map(([price, size]) => `${price}:${size}`).join(',');
  }
}

function apply(side, levels) {
  for (const { price, size } of levels) {
    if (size === 0) side.delete(price);
    else side.set(price, size);
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(text) {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = TABLE[(crc ^ text.charCodeAt(i)) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
