// One WebSocket to the venue: subscriptions survive reconnects, and a missed message is asked for again.

const RETRY_MILLIS = [500, 1000, 2000, 5000, 10000];

export class Stream {
  #subscriptions = new Map();
  #attempt = 0;
  #socket = null;
  #onState;

  /** @param onState told 'live' or 'lost' */
  constructor(onState) {
    this.#onState = onState;
    this.#connect();
  }

  /** Calls onMessage with the channel's snapshot and every update after it. */
  subscribe(channel, marketId, onMessage) {
    const key = keyOf(channel, marketId);
    this.#subscriptions.set(key, { channel, marketId, onMessage, sequence: null });
    this.#ask('subscribe', channel, marketId);
  }

  unsubscribe(channel, marketId) {
    if (this.#subscriptions.delete(keyOf(channel, marketId))) {
      this.#ask('unsubscribe', channel, marketId);
    }
  }

  /** Asks for a fresh snapshot. */
  refresh(channel, marketId) {
    const subscription = this.#subscriptions.get(keyOf(channel, marketId));
    if (subscription) {
      subscription.sequence = null;
      this.#ask('subscribe', channel, marketId);
    }
  }

  #connect() {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}/v1/stream`);
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempt = 0;
      this.#onState('live');
      for (const { channel, marketId, sequence } of this.#subscriptions.values()) {
        this.#ask('subscribe', channel, marketId, sequence);
      }
    };
    socket.onmessage = (event) => this.#take(JSON.parse(event.data));
    socket.onclose = () => {
      this.#onState('lost');
      const wait = RETRY_MILLIS[Math.min(this.#attempt++, RETRY_MILLIS.length - 1)];
      setTimeout(() => this.#connect(), wait);
    };
  }

  #take(message) {
    const subscription = this.#subscriptions.get(keyOf(message.channel, message.market_id));
    if (!subscription || !('data' in message)) {
      return;
    }
    const linked = message.type === 'snapshot' || message.previous_sequence === subscription.sequence;
    if (!linked) {
      if (subscription.sequence !== null) {
        this.refresh(message.channel, message.market_id);
      }
      return;
    }
    subscription.sequence = message.sequence;
    subscription.onMessage(message);
  }

  #ask(op, channel, marketId, resumeFrom = null) {
    if (this.#socket.readyState !== WebSocket.OPEN) {
      return;
    }
    const request = { op, channel };
    if (marketId) request.market_id = marketId;
    if (resumeFrom !== null) request.resume_from = resumeFrom;
    this.#socket.send(JSON.stringify(request));
  }
}

function keyOf(channel, marketId) {
  return `${channel} ${marketId ?? ''}`;
}
