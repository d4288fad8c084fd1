// The markets page: a live table, one market's book and trades, and the settlements.

import { Stream } from './stream.js';
import { Book } from './book.js';

const LEVELS = 10;
const TRADES = 22;
const $ = (id) => document.getElementById(id);
const markets = new Map();
let selected = null;
let book = new Book();
let places = 2;
let clockOffset = null;

const stream = new Stream((state) => {
  $('live').textContent = state === 'live' ? 'Live' : 'Reconnecting';
  $('live').className = `pill ${state === 'live' ? 'on' : 'off'}`;
});

start();

async function start() {
  await Promise.all([loadStatus(), loadMarkets()]);
  loadSettlements();
  stream.subscribe('settlements', null, loadSettlementsSoon);
  setInterval(showClock, 1000);
  setInterval(loadMarkets, 60_000);
  setInterval(loadStatus, 15_000);
  $('filter').addEventListener('input', filter);
}

async function get(path) {
  const response = await fetch(`/v1${path}`);
  const body = await response.json();
  if (!response.ok && !body.status) throw new Error(body.error?.message ?? response.statusText);
  return body;
}

async function loadStatus() {
  const status = await get('/status').catch(() => null);
  if (!status) return;
  clockOffset = Date.parse(status.venue_time) - Date.now();
  $('sandbox').hidden = !status.sandbox;
  showClock();
}

function showClock() {
  if (clockOffset === null) return;
  $('venue-time').textContent = new Date(Date.now() + clockOffset).toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
}

// ---- the table ------------------------------------------------------------------------------

async function loadMarkets() {
  const { markets: listed } = await get('/markets').catch(() => ({ markets: [] }));
  listed.sort((a, b) => a.settlement_date.localeCompare(b.settlement_date) || a.name.localeCompare(b.name));
  for (const market of listed) {
    if (!markets.has(market.id)) addRow(market);
    else update(market.id, market);
  }
  filter();
  const wanted = location.hash.startsWith('#market=') ? decodeURIComponent(location.hash.slice(8)) : null;
  if (!selected && listed.length) select(markets.has(wanted) ? wanted : mostTraded(listed).id);
}

function mostTraded(listed) {
  return listed.reduce((best, market) => (market.volume_24h > best.volume_24h ? market : best));
}

function addRow(market) {
  const row = element('tr');
  const open = element('button', { type: 'button' });
  open.append(element('span', { className: 'name', textContent: market.name }), element('span', { className: 'sub', textContent: `${market.place} · ${market.type}` }));
  const cells = {};
  const first = element('td');
  first.append(open);
  row.append(first);
  for (const [field, className] of [['bid', 'num buy'], ['ask', 'num sell'], ['last_price', 'num'], ['volume_24h', 'num']]) {
    cells[field] = element('td', { className });
    row.append(cells[field]);
  }
  row.append(element('td', { textContent: market.settlement_date.slice(0, 10) }));
  const state = element('td');
  cells.state = element('span');
  state.append(cells.state);
  row.append(state);
  row.addEventListener('click', () => select(market.id));
  $('markets').tBodies[0].append(row);
  markets.set(market.id, { ...market, row, cells });
  update(market.id, market, false);
  stream.subscribe('ticker', market.id, ({ data }) => update(market.id, data));
  stream.subscribe('market_state', market.id, ({ data }) => update(market.id, { state: data.state }));
}

function update(id, values, flash = true) {
  const market = markets.get(id);
  for (const field of ['bid', 'ask', 'last_price', 'volume_24h']) {
    if (!(field in values)) continue;
    const text = field === 'volume_24h' ? whole(values[field]) : price(values[field]);
    if (market.cells[field].textContent !== text) {
      market.cells[field].textContent = text;
      if (flash) flashCell(market.cells[field]);
    }
  }
  if (values.state) {
    market.state = values.state;
    showState(market.cells.state, values.state);
    if (id === selected) showState($('market-state'), values.state);
  }
}

function flashCell(cell) {
  cell.classList.remove('flash');
  void cell.offsetWidth;
  cell.classList.add('flash');
}

function filter() {
  const words = $('filter').value.toLowerCase();
  let shown = 0;
  for (const market of markets.values()) {
    const fits = `${market.name} ${market.id} ${market.place} ${market.type}`.toLowerCase().includes(words);
    market.row.hidden = !fits;
    if (fits) shown++;
  }
  $('no-markets').hidden = shown > 0;
}

// ---- one market -----------------------------------------------------------------------------

async function select(id) {
  if (selected === id) return;
  if (selected) {
    stream.unsubscribe('orderbook', selected);
    stream.unsubscribe('trades', selected);
    markets.get(selected).row.setAttribute('aria-selected', 'false');
  }
  selected = id;
  const market = markets.get(id);
  market.row.setAttribute('aria-selected', 'true');
  history.replaceState(null, '', `#market=${encodeURIComponent(id)}`);
  $('market-name').textContent = market.name;
  $('market-id').textContent = id;
  showState($('market-state'), market.state);
  book = new Book();
  $('tape').replaceChildren();
  $('no-trades').hidden = false;
  const terms = await get(`/markets/${encodeURIComponent(id)}`).catch(() => null);
  if (selected !== id) return;
  if (terms) showTerms(terms);
  stream.subscribe('orderbook', id, (message) => {
    if (!book.take(message)) stream.refresh('orderbook', id);
    showBook();
  });
  stream.subscribe('trades', id, ({ data }) => showTrades(data));
}

function showTerms(terms) {
  places = Math.max(...terms.tick_table.map((band) => (String(band.tick_size).split('.')[1] ?? '').length));
  const lines = {
    'Pays': terms.type === 'binary' ? '1 USDC if available over the window, else 0' : `${price(terms.min_price)} to ${price(terms.max_price)} USDC`,
    'Window': `${day(terms.window_start)} to ${day(terms.window_end)}`,
    'Tick': terms.tick_table.map((band) => band.tick_size).join(', '),
    'Mark': price(terms.mark_price),
    'Band': `around ${price(terms.reference_price)}`,
    'Fees': `maker ${terms.fees.maker_rate}, taker ${terms.fees.taker_rate} (${terms.fees.basis.replace('_', ' ')})`,
    'Position limit': `${whole(terms.position_limit)} lots`,
    'Rules': terms.rules_hash,
  };
  $('terms').replaceChildren(...Object.entries(lines).flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value })]));
}

function showBook() {
  const bids = book.bids(LEVELS);
  const asks = book.asks(LEVELS);
  const most = Math.max(1, ...[bids, asks].map((side) => side.reduce((sum, [, size]) => sum + size, 0)));
  $('bids').replaceChildren(...ladder(bids, 'buy', most));
  $('asks').replaceChildren(...ladder(asks, 'sell', most).reverse());
  const spread = bids.length && asks.length ? `Spread ${(asks[0][0] - bids[0][0]).toFixed(places)}` : bids.length || asks.length ? 'One-sided' : 'Empty book';
  $('spread').rows[0].cells[0].textContent = spread;
}

function ladder(levels, side, most) {
  let total = 0;
  return levels.map(([at, size]) => {
    total += size;
    const row = element('tr');
    const depth = element('td', { className: 'num depth' });
    depth.append(bar(total / most), element('span', { textContent: whole(total) }));
    row.append(element('td', { className: `num ${side}`, textContent: at.toFixed(places) }), element('td', { className: 'num', textContent: whole(size) }), depth);
    return row;
  });
}

function bar(share) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('viewBox', '0 0 100 1');
  svg.setAttribute('aria-hidden', 'true');
  const fill = document.createElementNS(space, 'rect');
  fill.setAttribute('class', 'bar-fill');
  fill.setAttribute('x', String(100 - share * 100));
  fill.setAttribute('width', String(share * 100));
  fill.setAttribute('height', '1');
  svg.append(fill);
  return svg;
}

function showTrades(trades) {
  const rows = trades.map((trade) => {
    const row = element('tr');
    row.append(element('td', { textContent: trade.timestamp.slice(11, 19) }), element('td', { className: `num ${trade.side ?? ''}`, textContent: trade.price.toFixed(places) }), element('td', { className: 'num', textContent: whole(trade.size) }));
    return row;
  });
  $('tape').prepend(...rows);
  while ($('tape').rows.length > TRADES) $('tape').lastElementChild.remove();
  $('no-trades').hidden = $('tape').rows.length > 0;
}

// ---- settlements ----------------------------------------------------------------------------

let settlementsTimer = null;

function loadSettlementsSoon() {
  clearTimeout(settlementsTimer);
  settlementsTimer = setTimeout(loadSettlements, 1000);
}

async function loadSettlements() {
  const { settlements } = await get('/settlements?limit=50').catch(() => ({ settlements: [] }));
  $('settlement-table').tBodies[0].replaceChildren(...settlements.map(settlementRow));
  $('no-settlements').hidden = settlements.length > 0;
}

function settlementRow(line) {
  const { settlement } = line;
  const row = element('tr');
  const name = element('td');
  name.append(element('span', { className: 'name', textContent: line.name }), element('span', { className: 'sub', textContent: line.market_id }));
  const state = element('td');
  const word = element('span');
  showState(word, line.state);
  state.append(word);
  const value = settlement.is_void ? 'void' : price(settlement.final_value ?? settlement.provisional_value);
  const hash = element('td');
  hash.append(element('code', { textContent: settlement.evidence_hash.slice(0, 16), title: settlement.evidence_hash }));
  const data = element('td');
  if (line.notice) data.append(element('span', { className: 'synthetic', textContent: line.notice }));
  const proof = element('td');
  proof.append(element('a', { href: `/v1/settlements/${encodeURIComponent(line.market_id)}/bundle`, textContent: 'Bundle' }));
  row.append(name, state, element('td', { className: 'num', textContent: value }), element('td', { textContent: settlement.dispute_until ? minute(settlement.dispute_until) : '–' }), hash, data, proof);
  return row;
}

// ---- words and figures ----------------------------------------------------------------------

function showState(target, state) {
  target.textContent = state.replace('_', ' ');
  target.className = `state ${state}`;
}

function price(value) {
  return value === null || value === undefined ? '–' : String(value);
}

function whole(value) {
  return value.toLocaleString('en-US');
}

function day(time) {
  return time.slice(0, 10);
}

function minute(time) {
  return time.slice(0, 16).replace('T', ' ');
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
